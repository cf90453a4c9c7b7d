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
import org.junheng.subject.SurveyView;
import org.junheng.survey.Estimate;

/**
 * Mean satisfaction on 0 to 100 (满意度均分): very satisfied 100, satisfied 75, neutral 50, dissatisfied 25, very dissatisfied 0.
 *
 * <p>{@code 25 sum(points) / answers}. In an area the schools are the sample (linearised over schools); in a school or cluster the answers of its
 * schools, {@code se^2 = sum (n_s/n)^2 s_s^2/n_s}. The interval is that of Student, cut at 0 and 100.
 *
 * <p>Schools that do not report all five counts are left out. Without interval for one answer, or one school of an area.
 *
 * <p>Source: Yunnan guideline 2024, dimension 5 (proposal: the text gives no formula).
 *
 * <p>Clause: YN-D5.
 */
public record MeanScore() implements Metric<SurveyView> {
    private static final double POINT = 25;
    private static final double TOP = 100;

    @Override
    public Definition definition() {
        return Surveys.define(
                "satisfaction.mean_score",
                new Words("满意度均分", "mean satisfaction"),
                "25 * sum(points) / answers, 4 points for very satisfied to 0 for very dissatisfied; interval of Student",
                "points of 100",
                List.of("survey_counts.satisfied|survey_responses.answer"),
                new Words("五档计数不全的学校剔除", "schools without all five counts are left out"),
                "hand example; R survey 4.1.1 (standard errors)");
    }

    @Override
    public Class<SurveyView> view() {
        return SurveyView.class;
    }

    @Override
    public boolean appliesTo(SurveyView view) {
        return Surveys.isWorthTelling(view);
    }

    @Override
    public @Nullable String sharesCellsOf() {
        return Surveys.RATE;
    }

    @Override
    public Map<String, BigDecimal> terms(SurveyView view) {
        List<SurveyView.Tally> schools = counted(view);
        return of(view) instanceof Value
                ? Map.of(
                        "sum(points)",
                        Decimals.of(schools.stream()
                                .mapToDouble(s -> number(s.points()))
                                .sum()),
                        "answers",
                        Decimals.of(
                                schools.stream().mapToDouble(Surveys::answered).sum()))
                : Map.of();
    }

    private static List<SurveyView.Tally> counted(SurveyView view) {
        return Answered.of(view).schools().stream()
                .filter(s -> s.points() != null && s.squares() != null)
                .toList();
    }

    @Override
    public Outcome of(SurveyView view) {
        Optional<Absent> absent = Answered.of(view).absent();
        if (absent.isPresent()) {
            return absent.get();
        }
        List<SurveyView.Tally> schools = counted(view);
        double answers = schools.stream().mapToDouble(Surveys::answered).sum();
        Counts counts = new Counts((long) schools.size(), null, (long) answers);
        if (schools.isEmpty()) {
            return new Absent(Surveys.NOTHING, counts);
        }
        boolean ofArea = view.subjectType().isArea();
        Estimate mean = ofArea ? ofSuchSchools(schools) : ofTheseSchools(schools, answers);
        Value score = Value.of(mean.value(), counts);
        return mean.hasError()
                ? score.within(Surveys.cut(mean.student(Surveys.LEVEL), 0, TOP))
                        .withCaution(ofArea ? Surveys.caution(mean.df()) : Words.NONE)
                : score.withCaution(new Words("答卷太少,不给出区间", "no interval: too few answers or schools"));
    }

    private static Estimate ofSuchSchools(List<SurveyView.Tally> schools) {
        return Surveys.ofSchools(schools)
                .ratio(
                        Surveys.numbers(schools, s -> POINT * number(s.points())),
                        Surveys.numbers(schools, Surveys::answered));
    }

    private static Estimate ofTheseSchools(List<SurveyView.Tally> schools, double answers) {
        double points = 0;
        double variance = 0;
        for (SurveyView.Tally school : schools) {
            double n = Surveys.answered(school);
            double sum = number(school.points());
            double spread = Math.max(0, n * number(school.squares()) - sum * sum) / (n * (n - 1));
            points += sum;
            variance += n / answers / answers * spread;
        }
        return new Estimate(POINT * points / answers, POINT * Math.sqrt(variance), answers - schools.size());
    }

    private static double number(@Nullable Long count) {
        return count == null ? Double.NaN : count;
    }
}
