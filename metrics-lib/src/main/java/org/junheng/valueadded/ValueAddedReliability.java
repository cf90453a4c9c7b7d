package org.junheng.valueadded;

import java.util.List;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Composite;
import org.junheng.metric.Definition;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.valueadded.CohortFit.SchoolEffect;

/**
 * Reliability of a school's value-added (增值信度): the share of the variance of its mean that is the school's own.
 *
 * <p>{@code sigma2_school / (sigma2_school + sigma2_pupil / n)}; 0 when the school variance is 0. It is also the factor by which the mean
 * residual is shrunken.
 *
 * <p>Absent where the value-added is absent, and where there are no pupils' data.
 *
 * <p>Clause: YN-D4.
 */
public record ValueAddedReliability() implements Composite<SchoolEffect> {
    @Override
    public Definition definition() {
        return new Definition(
                "valueadded.reliability",
                new Words("学校增值的信度", "reliability of a school's value-added"),
                "sigma2_school / (sigma2_school + sigma2_pupil / n_school)",
                "1",
                "ratio",
                Better.HIGHER,
                List.of("YN-D4"),
                List.of("pupil_scores.score", "pupil_scores.school_code"),
                new Words("没有学生数据或学校增值未评价时不评价", "absent without pupils' data and where the value-added is absent"),
                "Exam data (Goldstein et al. 1993), closed form agreeing with lme4 1.1.31");
    }

    @Override
    public Outcome of(SchoolEffect effect) {
        if (effect.outcome() instanceof Value value) {
            return effect.reliability() == null
                    ? new Absent("没有学生数据,无法计算信度", "no reliability without pupils' data", value.counts())
                    : Value.of(effect.reliability(), value.counts()).withCaution(value.caution());
        }
        return effect.outcome();
    }
}
