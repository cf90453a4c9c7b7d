package org.junheng.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junheng.metric.Words;

/**
 * The effect on the schools that joined in one year (cohort) in one year (Callaway and Sant'Anna 2021). From the first year that joining may
 * have an effect in, the change since the last year before it; before, by {@link BasePeriod}.
 *
 * @param effect absent with its reason
 * @param joined, others schools in the comparison
 */
record GroupTime(int cohort, int year, Timing timing, Optional<Effect> effect, int joined, int others, Words reason) {

    boolean isAfter() {
        return year >= cohort;
    }

    boolean isBefore() {
        return timing.isBefore(cohort, year);
    }

    int eventTime() {
        return year - cohort;
    }

    /** Every cohort in every year that has a base, in this order. */
    static List<GroupTime> all(
            SchoolPanel panel, Timing timing, ComparisonGroup comparison, EffectEstimator estimator) {
        List<GroupTime> effects = new ArrayList<>();
        for (int cohort : panel.cohorts()) {
            int[] joined = schools(panel, i -> panel.cohort(i) == cohort);
            effects.addAll(of(panel, timing, cohort, joined, comparison, estimator));
        }
        return effects;
    }

    /** Some schools of a cohort in every year that has a base. */
    static List<GroupTime> of(
            SchoolPanel panel,
            Timing timing,
            int cohort,
            int[] joined,
            ComparisonGroup comparison,
            EffectEstimator estimator) {
        List<GroupTime> effects = new ArrayList<>();
        for (int place = 0; place < panel.years(); place++) {
            int year = panel.year(place);
            boolean stepwise = timing.isBefore(cohort, year) && timing.basePeriod() == BasePeriod.VARYING;
            int base = stepwise ? place - 1 : panel.base(cohort);
            if (base >= 0 && base != place) {
                int last = panel.year(Math.max(place, base)) + timing.anticipation();
                int[] others = schools(panel, i -> isCompared(panel.cohort(i), cohort, last, comparison));
                Cell cell = Cell.of(panel, cohort, base, place, joined, others);
                effects.add(of(panel, timing, cohort, year, cell, estimator));
            }
        }
        return effects;
    }

    private static GroupTime of(
            SchoolPanel panel, Timing timing, int cohort, int year, Cell cell, EffectEstimator estimator) {
        if (cell.treated() == 0 || cell.others() == 0) {
            Words nobody = cell.treated() == 0
                    ? new Words("没有可用的加入学校", "no usable school that joined")
                    : new Words("没有可比的学校", "no school to compare with");
            return new GroupTime(cohort, year, timing, Optional.empty(), cell.treated(), cell.others(), nobody);
        }
        Contrast.Attempt attempt = Contrast.of(cell, estimator);
        return new GroupTime(
                cohort,
                year,
                timing,
                attempt.contrast().map(contrast -> Effect.of(panel, cell, contrast)),
                cell.treated(),
                cell.others(),
                attempt.reason());
    }

    private static boolean isCompared(int cohortOfSchool, int cohort, int lastYear, ComparisonGroup comparison) {
        return comparison == ComparisonGroup.NEVER_TREATED
                ? cohortOfSchool == SchoolPanel.NEVER
                : cohortOfSchool > lastYear && cohortOfSchool != cohort;
    }

    private static int[] schools(SchoolPanel panel, IntPredicate which) {
        return IntStream.range(0, panel.schools()).filter(which).toArray();
    }
}
