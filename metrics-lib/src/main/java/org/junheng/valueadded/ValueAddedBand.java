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
import org.junheng.valueadded.CohortFit.SchoolEffect;

/**
 * Band of a school's value-added (增值等级): +1 above average, -1 below, 0 not told apart from it. It is no rank.
 *
 * <p>+1 or -1 only when the 95 % interval of the value-added excludes 0.
 *
 * <p>Absent where the value-added is absent, and where there are no pupils' data and hence no interval.
 *
 * <p>Clause: YN-D4.
 */
public record ValueAddedBand() implements Composite<SchoolEffect> {
    @Override
    public Definition definition() {
        return new Definition(
                "valueadded.band",
                new Words("学校增值等级", "band of a school's value-added"),
                "+1 when ci_low > 0, -1 when ci_high < 0, else 0 (95 % interval of valueadded.school)",
                "1",
                "band",
                Better.HIGHER,
                List.of("YN-D4"),
                List.of("pupil_scores.score", "pupil_scores.school_code"),
                new Words("没有学生数据或学校增值未评价时不评价", "absent without pupils' data and where the value-added is absent"),
                "definition");
    }

    @Override
    public Outcome of(SchoolEffect effect) {
        if (effect.outcome() instanceof Value value) {
            Interval interval = value.interval();
            return interval == null
                    ? new Absent("没有学生数据,不划分等级", "no band without pupils' data", value.counts())
                    : Value.of(band(interval), value.counts()).withCaution(value.caution());
        }
        return effect.outcome();
    }

    private static int band(Interval interval) {
        return interval.low() > 0 ? 1 : interval.high() < 0 ? -1 : 0;
    }
}
