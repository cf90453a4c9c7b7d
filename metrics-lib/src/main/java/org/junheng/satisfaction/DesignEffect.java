package org.junheng.satisfaction;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.satisfaction.Surveys.Answered;
import org.junheng.subject.SurveyView;

/**
 * Design effect of the satisfaction rate of an area (设计效应): how many clustered answers are worth one independent answer.
 *
 * <p>{@code se^2 / (R (1 - R)/(n - 1))}, se by schools as in {@code satisfaction.rate_clustered}. Numerator: answers; denominator: the effective
 * number of answers (有效样本量), {@code n / deff}, where the effect is not 0.
 *
 * <p>Absent for fewer than two schools, and where all answers are the same.
 *
 * <p>Source: Kish 1965.
 *
 * <p>Clause: YN-D5.
 */
public record DesignEffect() implements Metric<SurveyView> {
    private static final Words ALL_THE_SAME =
            new Words("所有答卷相同,没有可比的方差", "all answers are the same: there is no variance to compare");

    @Override
    public Definition definition() {
        return new Definition(
                "satisfaction.design_effect",
                new Words("设计效应", "design effect"),
                "variance by schools / variance of as many independent answers; numerator answers, denominator effective answers",
                "1",
                "ratio",
                Better.NONE,
                List.of("YN-D5"),
                List.of("survey_counts.satisfied|survey_responses.answer"),
                new Words("少于两所学校或答卷全部相同时不计算", "absent for fewer than two schools and where all answers are the same"),
                "hand example");
    }

    @Override
    public Class<SurveyView> view() {
        return SurveyView.class;
    }

    @Override
    public boolean appliesTo(SurveyView view) {
        return view.subjectType().isArea();
    }

    @Override
    public @Nullable String sharesCellsOf() {
        return Surveys.RATE;
    }

    @Override
    public Outcome of(SurveyView view) {
        Answered answered = Answered.of(view);
        Optional<Absent> absent = answered.absentBetweenSchools();
        if (absent.isPresent()) {
            return absent.get();
        }
        var rate = ClusteredRate.estimate(answered);
        double n = answered.answers();
        double simple = rate.value() * (1 - rate.value()) / (n - 1);
        if (!(simple > 0)) {
            return new Absent(ALL_THE_SAME, answered.counts());
        }
        double effect = rate.se() * rate.se() / simple;
        Value value = Double.isFinite(n / effect)
                ? Value.ofRatio(effect, n, n / effect, answered.counts())
                : Value.of(effect, answered.counts());
        return value.withCaution(Surveys.caution(rate.df()));
    }
}
