package org.junheng.selection;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junheng.stats.Decimals;

/**
 * Pupils on the roll of a grade (年级在籍学生数), from what a school reports of a stage and year.
 *
 * <p>The first of these that is there: {@code grade<g>_pupil_count}; for grade 9 {@code grade7_base_count + transfer_in_count -
 * transfer_out_count - death_count} (who left without a record is still on the roll); for the last grade of a stage {@code graduate_count}
 * (who left before the end is not on this roll). Null when none is: the pupils of the stage say nothing sure of one of its grades.
 */
public final class GradeRoll {
    private static final String GRADUATES = "graduate_count";
    private static final String BEGAN = "grade7_base_count";
    private static final String CAME = "transfer_in_count";
    private static final List<String> LEFT = List.of("transfer_out_count", "death_count");
    private static final Set<Integer> LAST_GRADES = Set.of(6, 9, 12);
    private static final int JUNIOR_LAST = 9;

    private GradeRoll() {}

    /** Every indicator that may be asked for. */
    public static Set<String> indicators() {
        Set<String> ids = new TreeSet<>(List.of(GRADUATES, BEGAN, CAME));
        ids.addAll(LEFT);
        for (int grade = 1; grade <= 12; grade++) {
            ids.add(stated(grade));
        }
        return ids;
    }

    /** @param indicators values of the school in the year and the stage of the grade, by identifier; null = not reported */
    public static @Nullable Double of(int grade, Function<String, @Nullable Double> indicators) {
        Double stated = indicators.apply(stated(grade));
        if (stated != null) {
            return stated;
        }
        Double cohort = grade == JUNIOR_LAST ? cohort(indicators) : null;
        return cohort == null && LAST_GRADES.contains(grade) ? indicators.apply(GRADUATES) : cohort;
    }

    private static String stated(int grade) {
        return "grade" + grade + "_pupil_count";
    }

    private static @Nullable Double cohort(Function<String, @Nullable Double> indicators) {
        Double began = indicators.apply(BEGAN);
        Double came = indicators.apply(CAME);
        if (began == null || came == null) {
            return null;
        }
        BigDecimal roll = Decimals.of(began).add(Decimals.of(came));
        for (String id : LEFT) {
            Double left = indicators.apply(id);
            if (left == null) {
                return null;
            }
            roll = roll.subtract(Decimals.of(left));
        }
        return roll.doubleValue();
    }
}
