package org.junheng.satisfaction;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Absent;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.satisfaction.Surveys.Answered;
import org.junheng.stats.KornGraubard;
import org.junheng.subject.SurveyView;
import org.junheng.survey.Estimate;

/**
 * Share of satisfied answers in an area with the interval that respects that answers come school by school (按学校聚类的满意率区间).
 *
 * <p>The value is that of {@code satisfaction.rate}. Schools are the sampled units: {@code se^2 = m/(m - 1) sum (y_s - R x_s)^2 / (sum x)^2} over m
 * schools, and the interval is that of Korn and Graubard at 95 %. No correction for a finite number of schools is made.
 *
 * <p>Absent for fewer than two schools; of little evidence for fewer than nine.
 *
 * <p>Source: Korn and Graubard 1998; Särndal, Swensson and Wretman 1992.
 *
 * <p>Clause: YN-D5.
 */
public record ClusteredRate() implements Metric<SurveyView> {
    @Override
    public Definition definition() {
        return Surveys.define(
                "satisfaction.rate_clustered",
                new Words("满意率(按学校聚类的区间)", "share of satisfied answers, interval by schools"),
                "satisfied / answers, linearised se over schools; interval of Korn and Graubard",
                "ratio",
                List.of("survey_counts.satisfied|survey_responses.answer"),
                new Words("答卷计数缺失的学校剔除;少于两所学校不计算", "schools without counts are left out; absent for fewer than two"),
                "R survey 4.1.1 (standard error); coverage by simulation");
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
    public Map<String, BigDecimal> terms(SurveyView view) {
        Answered answered = Answered.of(view);
        return of(view) instanceof Value
                ? Map.of(
                        "satisfied", BigDecimal.valueOf(answered.satisfied()),
                        "answers", BigDecimal.valueOf(answered.answers()))
                : Map.of();
    }

    @Override
    public Outcome of(SurveyView view) {
        Answered answered = Answered.of(view);
        Optional<Absent> absent = answered.absentBetweenSchools();
        if (absent.isPresent()) {
            return absent.get();
        }
        Estimate rate = estimate(answered);
        return Value.of(rate.value(), answered.counts())
                .within(KornGraubard.of(rate.value(), rate.se(), answered.answers(), rate.df(), Surveys.LEVEL))
                .withCaution(Surveys.caution(rate.df()));
    }

    static Estimate estimate(Answered answered) {
        List<SurveyView.Tally> schools = answered.schools();
        return Surveys.ofSchools(schools)
                .ratio(Surveys.numbers(schools, Surveys::satisfied), Surveys.numbers(schools, Surveys::answered));
    }
}
