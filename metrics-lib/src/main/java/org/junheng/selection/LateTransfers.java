package org.junheng.selection;

import java.util.List;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Composite;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;

/**
 * Late transfers in (后期转入学生占比): share of a school's pupils in the later exam whose earlier exam was at another school of the same stage.
 *
 * <p>{@code pupils whose earlier school is another / pupils whose earlier school is known}; a ratio. A school that was renamed, merged or split is
 * not another.
 *
 * <p>Absent without pupils whose earlier school is known, and where the two exams lie in different stages, when everybody came from elsewhere.
 *
 * <p>Clause: YN-D4.
 */
public record LateTransfers() implements Composite<LateTransfers.Arrivals> {
    private static final Words NOBODY =
            new Words("没有学生的先前学校可知", "no pupil of the outcome exam has a known school in the prior exam");

    /** Pupils of the later exam whose earlier school is known, and those of them for whom it was another. */
    public record Arrivals(long known, long fromOthers) {
        public static final Arrivals NONE = new Arrivals(0, 0);

        public Arrivals plus(Arrivals other) {
            return new Arrivals(known + other.known, fromOthers + other.fromOthers);
        }

        /** One pupil more. */
        public Arrivals plus(Fate fate) {
            return new Arrivals(known + 1, fromOthers + (fate == Fate.HERE ? 0 : 1));
        }
    }

    @Override
    public Definition definition() {
        return new Definition(
                "selection.late_transfers",
                new Words("后期转入学生占比", "share of pupils who transferred in since the prior exam"),
                "pupils of the outcome exam whose latest prior exam was at another school / pupils whose school then is known; same stage only",
                "1",
                "ratio",
                Better.NONE,
                List.of("YN-D4"),
                List.of("pupil_scores.score", "pupil_scores.school_code"),
                new Words(
                        "没有学生的先前学校可知、两次考试不在同一学段时不评价",
                        "absent where no earlier school is known and where the two exams lie in different stages"),
                "hand example");
    }

    @Override
    public Outcome of(Arrivals arrivals) {
        Counts counts = Counts.ofPupils(arrivals.known());
        return arrivals.known() == 0
                ? new Absent(NOBODY, counts)
                : Value.ofRatio(
                        (double) arrivals.fromOthers() / arrivals.known(),
                        arrivals.fromOthers(),
                        arrivals.known(),
                        counts);
    }
}
