package org.junheng.jobs.report;

import java.util.Comparator;
import java.util.List;

/** Which lines of a trend belong into one picture: those of a stage and a facet. */
record TrendKey(String stage, Facet facet) implements Comparable<TrendKey> {
    private static final List<String> STAGES = List.of("PRIMARY", "JUNIOR", "SENIOR", "KINDERGARTEN", "");

    /** Stages in the order in which a pupil meets them, one without a stage last. */
    static final Comparator<String> BY_STAGE =
            Comparator.<String>comparingInt(STAGES::indexOf).thenComparing(Comparator.naturalOrder());

    private static final Comparator<TrendKey> ORDER =
            Comparator.comparing(TrendKey::stage, BY_STAGE).thenComparing(TrendKey::facet);

    static TrendKey of(Cells row) {
        String grade = row.number("grade") == null ? "" : Integer.toString(row.count("grade"));
        return new TrendKey(row.text("stage"), Facet.of(row.text("facet"), grade));
    }

    /** The place of the stage among the stages. */
    int place() {
        return STAGES.indexOf(stage);
    }

    @Override
    public int compareTo(TrendKey other) {
        return ORDER.compare(this, other);
    }
}
