package org.junheng.valueadded;

import java.util.List;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Composite;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Outcome;
import org.junheng.metric.Words;
import org.junheng.valueadded.CohortFit.SchoolEffect;

/**
 * A school's result before anything is adjusted for (未调整的学校差异), to stand beside its value-added: how much of a high result is the
 * pupils' start and background.
 *
 * <p>{@code y = b0 + u_school + e} on the very pupils of the adjusted model; value, se and interval as for value-added.
 *
 * <p>Absent where the value-added is absent. A model without priors and covariates has none: its value-added is already unadjusted.
 *
 * <p>Clause: YN-D4.
 */
public record UnadjustedValueAdded() implements Composite<SchoolEffect> {
    @Override
    public Definition definition() {
        return new Definition(
                "valueadded.unadjusted",
                new Words("未调整的学校差异", "result of a school without adjustment"),
                "y = b0 + u_school + e on the pupils of the adjusted model; otherwise as valueadded.school",
                "1",
                "score",
                Better.HIGHER,
                List.of("YN-D4"),
                List.of("pupil_scores.score", "pupil_scores.school_code"),
                new Words(
                        "学校增值未评价时不评价;模型没有先前成绩和协变量时没有此项",
                        "absent where the value-added is absent; there is none where the model has neither priors nor covariates"),
                "Exam data (Goldstein et al. 1993), model without terms fitted with lme4 1.1.31");
    }

    @Override
    public Outcome of(SchoolEffect effect) {
        Outcome unadjusted = effect.unadjusted();
        return unadjusted == null
                ? new Absent("没有未调整的模型", "there is no model without adjustment", Counts.NONE)
                : unadjusted;
    }
}
