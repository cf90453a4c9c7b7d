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
 * Expected rank of a school by its value-added (增值的期望名次), 1 the highest among the schools of the model; for most schools the interval is wide,
 * and that is what it is there to show.
 *
 * <p>The mean of the rank when the effects are drawn from their conditional distributions; se is the standard deviation of the rank, the
 * interval the mean +- 1.96 of these, cut at 1 and at the number of schools.
 *
 * <p>Absent where the value-added is absent, and where there are no pupils' data. Where the school variance is 0 all schools share the middle
 * rank, without an interval.
 *
 * <p>Source: Laird and Louis 1989; Goldstein and Spiegelhalter 1996.
 *
 * <p>Clause: YN-D4.
 */
public record ExpectedRank() implements Composite<ExpectedRank.InModel> {

    /** A school and how many schools its model has. */
    public record InModel(SchoolEffect effect, int schools) {}

    @Override
    public Definition definition() {
        return new Definition(
                "valueadded.expected_rank",
                new Words("增值的期望名次", "expected rank by value-added"),
                "1 + sum over other schools of P(u_other > u_school), effects independent normal given the data; se = standard deviation of the"
                        + " rank; ci = value +- 1.96 se within 1 .. number of schools",
                "1",
                "rank",
                Better.LOWER,
                List.of("YN-D4"),
                List.of("pupil_scores.score", "pupil_scores.school_code"),
                new Words("没有学生数据或学校增值未评价时不评价", "absent without pupils' data and where the value-added is absent"),
                "Exam data (Goldstein et al. 1993): expected ranks from lme4 1.1.31");
    }

    @Override
    public Outcome of(InModel school) {
        if (school.effect().outcome() instanceof Value value) {
            EffectRanks.Rank rank = school.effect().rank();
            return rank == null
                    ? new Absent("没有学生数据,无法计算名次", "no rank without pupils' data", value.counts())
                    : rank(rank, value, school.schools());
        }
        return school.effect().outcome();
    }

    private static Value rank(EffectRanks.Rank rank, Value value, int schools) {
        Value expected = Value.of(rank.expected(), value.counts()).withCaution(value.caution());
        double half = Normal.Z_975 * rank.sd();
        return rank.sd() == 0
                ? expected
                : expected.within(new Interval(
                        rank.sd(),
                        Math.max(1, rank.expected() - half),
                        Math.min(schools, rank.expected() + half),
                        SchoolValueAdded.LEVEL));
    }
}
