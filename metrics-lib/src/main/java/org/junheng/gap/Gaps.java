package org.junheng.gap;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Words;
import org.junheng.stats.Decimals;
import org.junheng.stats.WeightedDecimals;
import org.junheng.subject.SchoolsView;

/** What the metrics of the family {@code gap.*} share: the columns they read, the clauses that ask for them, the words of absence. */
final class Gaps {
    static final Words NEEDS_TWO = new Words(
            "少于2所学校有数据且有学生数,不存在校际差距",
            "fewer than two schools have a value and pupils: there is no gap between schools");
    static final Words NEGATIVE = new Words("存在负值,与平均数之比没有意义", "values below 0: a ratio to the mean has no meaning");
    static final Words ZERO_MEAN = new Words("平均数为0,与之相比没有意义", "the mean is 0: a ratio to it has no meaning");

    static final Words NO_SCHOOL = new Words("没有学校同时具有数据和学生数", "no school has a value and pupils");

    /** When a ratio to the mean is absent. */
    static final Words OF_RATIO = new Words(
            "可用学校不足2所、平均数为0或有负值时不评价", "absent for fewer than two usable schools, a mean of 0 or a value below 0");

    private static final Words DROPPED = new Words("缺数据或学生数的学校剔除;", "schools without a value or pupils are dropped; ");

    static final List<String> INPUTS = List.of(
            "staff.pupil_count", "school_scores.mean_score", "school_scores.tested_count", "school_indicators.value");

    private Gaps() {}

    static Definition define(
            String id, String zh, String en, String formula, String unit, Words missing, String reference) {
        return define(INPUTS, id, zh, en, formula, unit, missing, reference);
    }

    /** A figure of which less is not better. */
    static Definition define(
            Better better,
            String id,
            String zh,
            String en,
            String formula,
            String unit,
            Words missing,
            String reference) {
        return define(INPUTS, better, id, zh, en, formula, unit, missing, reference);
    }

    static Definition define(
            List<String> inputs,
            String id,
            String zh,
            String en,
            String formula,
            String unit,
            Words missing,
            String reference) {
        return define(inputs, Better.LOWER, id, zh, en, formula, unit, missing, reference);
    }

    static Definition define(
            List<String> inputs,
            Better better,
            String id,
            String zh,
            String en,
            String formula,
            String unit,
            Words missing,
            String reference) {
        return new Definition(
                id,
                new Words(zh, en),
                formula,
                "1",
                unit,
                better,
                List.of("YN-D2"),
                inputs,
                new Words(DROPPED.zh() + missing.zh(), DROPPED.en() + missing.en()),
                reference);
    }

    /** The terms of weighted moments, as the formulas of this package print them. */
    static Map<String, BigDecimal> terms(SchoolsView view) {
        if (view.usable().isEmpty()) {
            return Map.of();
        }
        WeightedDecimals moments = view.moments();
        return Map.of(
                "sum(w)", moments.weight(),
                "W", moments.weight(),
                "sum(w x)", Decimals.times(moments.weight(), moments.mean()),
                "sum(w (x - m)^2)", Decimals.times(moments.weight(), moments.variance()),
                "m", moments.mean());
    }

    static Counts counts(SchoolsView view) {
        return Counts.ofSchools(view.usable().size());
    }

    static Absent absent(Words reason, SchoolsView view) {
        return new Absent(reason, counts(view));
    }

    static boolean isArea(SchoolsView view) {
        return view.subjectType().isArea();
    }
}
