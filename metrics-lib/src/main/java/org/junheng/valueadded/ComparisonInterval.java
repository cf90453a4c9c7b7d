package org.junheng.valueadded;

import java.util.List;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Composite;
import org.junheng.metric.Definition;
import org.junheng.metric.Interval;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.EffectRanks;
import org.junheng.stats.Normal;
import org.junheng.valueadded.CohortFit.SchoolEffect;

/**
 * Value-added of a school with the interval for comparing two schools (两校比较区间): where the intervals of two schools overlap, their difference
 * is not significant at 5 % on average. Against the average of all schools the interval of the value-added itself holds.
 *
 * <p>Value and se are those of the value-added; the interval is the value +- 1.39 se, its level the {@code 2 Phi(1.39) - 1} that it covers for
 * one school.
 *
 * <p>Absent where the value-added is absent or has no standard error, and where the school variance is 0.
 *
 * <p>Source: Goldstein and Healy 1995.
 *
 * <p>Clause: YN-D4.
 */
public record ComparisonInterval() implements Composite<SchoolEffect> {
    private static final double LEVEL = 2 * Normal.cdf(EffectRanks.COMPARING_TWO) - 1;

    @Override
    public Definition definition() {
        return new Definition(
                "valueadded.comparison",
                new Words("用于两校比较的增值区间", "value-added with the interval for comparing two schools"),
                "value and se of valueadded.school; ci = value +- 1.39 se: two schools differ at 5 % when their intervals do not overlap",
                "1",
                "score",
                Better.HIGHER,
                List.of("YN-D4"),
                List.of("pupil_scores.score", "pupil_scores.school_code"),
                new Words(
                        "没有学生数据、学校增值未评价或学校间无可测差异时不评价",
                        "absent without pupils' data, where the value-added is absent, and when schools do not differ measurably"),
                "Exam data (Goldstein et al. 1993): intervals from lme4 1.1.31");
    }

    @Override
    public Outcome of(SchoolEffect effect) {
        if (effect.outcome() instanceof Value value) {
            Interval interval = value.interval();
            Double se = interval == null ? null : interval.se();
            if (se == null || se == 0) {
                return se == null
                        ? new Absent(
                                "没有学生数据,无法比较两校", "two schools cannot be compared without pupils' data", value.counts())
                        : new Absent(value.caution(), value.counts());
            }
            double half = EffectRanks.COMPARING_TWO * se;
            return value.within(new Interval(se, value.value() - half, value.value() + half, LEVEL));
        }
        return effect.outcome();
    }
}
