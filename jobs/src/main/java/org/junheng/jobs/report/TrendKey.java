package org.junheng.jobs.report;

import java.util.Comparator;
import java.util.List;

/** Which lines of a trend belong into one picture: those of a stage and a facet. */
record TrendKey(String stage, Facet facet) implements Comparable<TrendKey> {
    private static final List<String> STAGES = List.of("PRIMARY", "JUNIOR", "SENIOR", "KINDERGARTEN", "");
    private static final Comparator<TrendKey> ORDER =
            Comparator.<TrendKey>comparingInt(key -> STAGES.indexOf(key.stage)).thenComparing(TrendKey::facet);

    static TrendKey of(Cells row) {
        String grade = row.number("grade") == null ? "" : Integer.toString(row.count("grade"));
        return new TrendKey(row.text("stage"), Facet.of(row.text("facet"), grade));
    }

    @Override
    public int compareTo(TrendKey other) {
        return ORDER.compare(this, other);
    }
}
