package org.junheng.satisfaction;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.satisfaction.Surveys.Answered;
import org.junheng.stats.Decimals;
import org.junheng.stats.KornGraubard;
import org.junheng.subject.SubjectType;
import org.junheng.subject.SurveyView;
import org.junheng.survey.Estimate;

/**
 * Satisfaction of a cluster or area with every school weighted by its pupils, not by its questionnaires (按学生数加权的满意率).
 *
 * <p>{@code R = sum P_s p_s / sum P_s}, p_s the rate of school s and P_s its pupils. In a cluster the schools are given and their answers the sample:
 * {@code se^2 = sum (P_s/P)^2 p_s (1 - p_s)/(n_s - 1)}. In an area the schools are the sample:
 * {@code se^2 = m/(m - 1) sum (P_s/P)^2 (p_s - R)^2}. The interval is that of Korn and Graubard at 95 %.
 *
 * <p>Schools without pupils or answers are left out. Without interval where a school of a cluster has one answer, or an area one school.
 *
 * <p>Source: Yunnan guideline 2024, dimension 5 (proposal: the text gives no formula).
 *
 * <p>Clause: YN-D5.
 */
public record RateByPupils() implements Metric<SurveyView> {
    private static final Words NO_PUPILS = new Words("没有同时具备答卷与学生数的学校", "no school has both answers and pupils");
    private static final Words NO_ERROR =
            new Words("有学校只有一份答卷,不给出区间", "no interval: too few schools or a school with a single answer");

    @Override
    public Definition definition() {
        return Surveys.define(
                "satisfaction.rate_by_pupils",
                new Words("满意率(按学生数加权)", "share of satisfied answers, schools weighted by pupils"),
                "sum(pupils * school's rate) / sum(pupils); interval of Korn and Graubard",
                "ratio",
                List.of("survey_counts.satisfied|survey_responses.answer", "staff.pupil_count"),
                new Words("答卷或学生数缺失的学校剔除", "schools without answers or pupils are left out"),
                "hand example; R survey 4.1.1 (standard errors)");
    }

    @Override
    public Class<SurveyView> view() {
        return SurveyView.class;
    }

    @Override
    public boolean appliesTo(SurveyView view) {
        return view.subjectType() == SubjectType.CLUSTER || view.subjectType().isArea();
    }

    @Override
    public @Nullable String sharesCellsOf() {
        return Surveys.RATE;
    }

    @Override
    public Map<String, BigDecimal> terms(SurveyView view) {
        if (!(of(view) instanceof Value)) {
            return Map.of();
        }
        List<SurveyView.Tally> schools = counted(view);
        double all = schools.stream().mapToDouble(RateByPupils::pupils).sum();
        double satisfied =
                schools.stream().mapToDouble(s -> pupils(s) * Surveys.rate(s)).sum();
        return Map.of("sum(pupils * school's rate)", Decimals.of(satisfied), "sum(pupils)", Decimals.of(all));
    }

    private static List<SurveyView.Tally> counted(SurveyView view) {
        return Answered.of(view).schools().stream().filter(s -> pupils(s) > 0).toList();
    }

    @Override
    public Outcome of(SurveyView view) {
        Optional<Absent> absent = Answered.of(view).absent();
        if (absent.isPresent()) {
            return absent.get();
        }
        List<SurveyView.Tally> schools = counted(view);
        double all = schools.stream().mapToDouble(RateByPupils::pupils).sum();
        double answers = schools.stream().mapToDouble(Surveys::answered).sum();
        Counts counts = new Counts((long) schools.size(), Math.round(all), (long) answers);
        if (schools.isEmpty() || Double.isInfinite(all)) {
            return new Absent(NO_PUPILS, counts);
        }
        Estimate rate =
                view.subjectType() == SubjectType.CLUSTER ? ofTheseSchools(schools, all) : ofSuchSchools(schools, all);
        double value = Math.min(1, rate.value());
        Value weighted = Value.of(value, counts);
        return rate.hasError()
                ? weighted.within(KornGraubard.of(value, rate.se(), answers, rate.df(), Surveys.LEVEL))
                : weighted.withCaution(NO_ERROR);
    }

    private static Estimate ofTheseSchools(List<SurveyView.Tally> schools, double all) {
        double value = 0;
        double variance = 0;
        double df = 0;
        for (SurveyView.Tally school : schools) {
            double share = pupils(school) / all;
            double rate = Surveys.rate(school);
            double n = Surveys.answered(school);
            value += share * rate;
            variance += share * share * rate * (1 - rate) / (n - 1);
            df += n - 1;
        }
        return new Estimate(value, Math.sqrt(variance), df);
    }

    private static Estimate ofSuchSchools(List<SurveyView.Tally> schools, double all) {
        return Surveys.ofSchools(schools)
                .ratio(
                        Surveys.numbers(schools, s -> pupils(s) / all * Surveys.rate(s)),
                        Surveys.numbers(schools, s -> pupils(s) / all));
    }

    private static double pupils(SurveyView.Tally school) {
        Double pupils = school.pupils();
        return pupils == null ? 0 : pupils;
    }
}
