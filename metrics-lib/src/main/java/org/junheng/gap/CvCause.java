package org.junheng.gap;

import java.util.List;
import java.util.Locale;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.subject.ChangeView;
import org.junheng.subject.SchoolsView;

/**
 * What of a change of the coefficient of variation is due to one cause (校际差异系数变化的成因): schools that entered, schools that left, schools that became
 * one, the pupils of the schools that stay, and what changed within the schools that stay.
 *
 * <p>Shapley value: the coefficient is computed for every mixture of causes that have and have not happened (32 of them), and a cause is worth the mean of
 * what it adds, over all orders of the five. The five add up to {@code gap_change.cv}. A merger by itself moves neither pupils nor their mean: it takes away
 * what the schools differed by. A school under a new code stays; one that merged into a school without a figure is among those that left.
 *
 * <p>Absent where the coefficient of either year is, or where no school stays.
 *
 * <p>Source: Shapley 1953; Shorrocks 2013.
 *
 * <p>Clause: YN-D2.
 */
public record CvCause(Cause cause) implements Metric<ChangeView> {
    private static final Words NOBODY_STAYS =
            new Words("没有两年均有数据的学校,无法分解", "no school is there in both years: nothing to attribute the change to");

    /** What may have changed the gap. */
    public enum Cause {
        ENTRANTS(1, "新增学校", "schools that entered"),
        CLOSURES(2, "退出学校", "schools that left"),
        MERGERS(16, "合并", "schools that became one"),
        WEIGHTS(4, "学生数变化", "pupils of the schools that stay"),
        STAYERS(8, "原有学校自身变化", "changes within the schools that stay");

        private final int bit;
        private final Words words;

        Cause(int bit, String zh, String en) {
            this.bit = bit;
            this.words = new Words(zh, en);
        }

        boolean happened(int mixture) {
            return (mixture & bit) != 0;
        }
    }

    @Override
    public Definition definition() {
        return new Definition(
                "gap_change.cv_from_" + cause.name().toLowerCase(Locale.ROOT),
                new Words(
                        "校际差异系数变化:" + cause.words.zh(),
                        "change of the coefficient of variation from " + cause.words.en()),
                "Shapley value of the cause over all orders of the five; they add up to gap_change.cv",
                "2",
                "ratio",
                Better.LOWER,
                List.of("YN-D2"),
                Gaps.INPUTS,
                new Words("任一年不评价或没有原有学校时不评价", "absent where the gap of either year is, or no school stays"),
                "hand example; adds up");
    }

    @Override
    public Class<ChangeView> view() {
        return ChangeView.class;
    }

    @Override
    public boolean appliesTo(ChangeView view) {
        return Gaps.isArea(view.now());
    }

    @Override
    public Outcome of(ChangeView view) {
        if (!isDefined(view.base()) || !isDefined(view.now())) {
            return new Absent(Gaps.OF_RATIO, Gaps.counts(view.now()));
        }
        CvMixtures schools = view.once(CvMixtures.class, CvMixtures::new);
        if (!schools.someStay()) {
            return new Absent(NOBODY_STAYS, Gaps.counts(view.now()));
        }
        double worth = 0;
        for (int without = 0; without < 1 << Cause.values().length; without++) {
            if (!cause.happened(without)) {
                worth += (schools.of(without | cause.bit) - schools.of(without)) * share(without);
            }
        }
        return Double.isFinite(worth)
                ? Value.of(worth + 0.0, Gaps.counts(view.now()))
                : new Absent(Gaps.ZERO_MEAN, Gaps.counts(view.now()));
    }

    /** Share of the orders in which just these come before the cause: {@code s! (4 - s)! / 5!}. */
    private static double share(int before) {
        return switch (Integer.bitCount(before)) {
            case 0, 4 -> 1 / 5.0;
            case 2 -> 1 / 30.0;
            default -> 1 / 20.0;
        };
    }

    private static boolean isDefined(SchoolsView view) {
        return view.usable().size() >= 2
                && !view.hasNegative()
                && view.moments().mean().signum() > 0;
    }
}
