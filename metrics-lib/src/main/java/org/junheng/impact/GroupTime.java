package org.junheng.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junheng.metric.Words;

/**
 * The effect on the schools that joined in one year (cohort) in one year (Callaway and Sant'Anna 2021). From the cohort's year on the change
 * since the last year before it; before, the change since the year before.
 *
 * @param effect absent with its reason
 * @param joined, others schools in the comparison
 */
record GroupTime(int cohort, int year, Optional<Effect> effect, int joined, int others, Words reason) {

    boolean isAfter() {
        return year >= cohort;
    }

    int eventTime() {
        return year - cohort;
    }

    /** Every cohort in every year but the first, in this order. */
    static List<GroupTime> all(SchoolPanel panel, ComparisonGroup comparison, EffectEstimator estimator) {
        List<GroupTime> effects = new ArrayList<>();
        for (int cohort : panel.cohorts()) {
            int[] joined = schools(panel, i -> panel.cohort(i) == cohort);
            effects.addAll(of(panel, cohort, joined, comparison, estimator));
        }
        return effects;
    }

    /** Some schools of a cohort in every year but the first. */
    static List<GroupTime> of(
            SchoolPanel panel, int cohort, int[] joined, ComparisonGroup comparison, EffectEstimator estimator) {
        List<GroupTime> effects = new ArrayList<>();
        for (int place = 1; place < panel.years(); place++) {
            int year = panel.year(place);
            int base = year >= cohort ? panel.base(cohort) : place - 1;
            int[] others = schools(panel, i -> isCompared(panel.cohort(i), cohort, year, comparison));
            Cell cell = Cell.of(panel, cohort, base, place, joined, others);
            effects.add(of(panel, cohort, year, cell, estimator));
        }
        return effects;
    }

    private static GroupTime of(SchoolPanel panel, int cohort, int year, Cell cell, EffectEstimator estimator) {
        if (cell.treated() == 0 || cell.others() == 0) {
            Words nobody = cell.treated() == 0
                    ? new Words("没有可用的加入学校", "no usable school that joined")
                    : new Words("没有可比的学校", "no school to compare with");
            return new GroupTime(cohort, year, Optional.empty(), cell.treated(), cell.others(), nobody);
        }
        Contrast.Attempt attempt = Contrast.of(cell, estimator);
        return new GroupTime(
                cohort,
                year,
                attempt.contrast().map(contrast -> Effect.of(panel, cell, contrast)),
                cell.treated(),
                cell.others(),
                attempt.reason());
    }

    private static boolean isCompared(int cohortOfSchool, int cohort, int year, ComparisonGroup comparison) {
        return comparison == ComparisonGroup.NEVER_TREATED
                ? cohortOfSchool == SchoolPanel.NEVER
                : cohortOfSchool > year && cohortOfSchool != cohort;
    }

    private static int[] schools(SchoolPanel panel, IntPredicate which) {
        return IntStream.range(0, panel.schools()).filter(which).toArray();
    }
}
