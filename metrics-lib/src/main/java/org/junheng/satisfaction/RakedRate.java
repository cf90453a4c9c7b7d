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
import org.junheng.stats.Decimals;
import org.junheng.stats.KornGraubard;
import org.junheng.survey.Estimate;
import org.junheng.survey.Raking;
import org.junheng.survey.SampledUnit;
import org.junheng.survey.SurveyDesign;

/**
 * Share of satisfied answers with the answers weighted to known margins of the population (按已知总体边际加权的满意率): raking, and post-stratification where
 * one margin is known.
 *
 * <p>{@code R = sum w_s y_s / sum w_s n_s}, y_s satisfied of the n_s answers of school s; the weights start at 1 for each answer and are scaled to
 * every margin in turn until the weighted answers stand in each category as the population does. Schools are the sampled units: the standard error is that
 * of the linearised ratio, each school's residual taken from the regression on the categories; interval of Korn and Graubard at 95 %, degrees of freedom
 * schools - 1. No correction for a finite number of schools is made.
 *
 * <p>Schools without a category in a margin are left out. Absent for fewer than two schools, when nobody answered from a category of the population,
 * and when the margins contradict each other; of little evidence below nine schools.
 *
 * <p>Source: Deming and Stephan 1940; Deville and Särndal 1992; Korn and Graubard 1998.
 *
 * <p>Clause: YN-D5.
 */
public record RakedRate() implements Metric<MarginSurvey> {
    public static final String ID = "satisfaction.rate_raked";

    private static final Words CONTRADICT =
            new Words("已知边际相互矛盾,无法加权", "the known margins contradict each other: no weights hold");

    @Override
    public Definition definition() {
        return Surveys.define(
                ID,
                new Words("满意率(按已知总体边际加权)", "share of satisfied answers, weighted to known margins"),
                "sum(w * satisfied) / sum(w * answers), w raked to the margins of survey_weights; linearised se over schools; interval of Korn and Graubard",
                "ratio",
                List.of("survey_counts.satisfied|survey_responses.answer"),
                new Words(
                        "缺类别的学校剔除;少于两所学校、总体某类无人作答或边际矛盾时不计算",
                        "schools without a category are left out; absent for fewer than two schools, a category from which nobody answered, or margins that contradict"),
                "R survey 4.1.1, rake and svyratio (weights and standard errors of the library); hand example");
    }

    @Override
    public Class<MarginSurvey> view() {
        return MarginSurvey.class;
    }

    @Override
    public @Nullable String sharesCellsOf() {
        return Surveys.RATE;
    }

    @Override
    public Outcome of(MarginSurvey view) {
        List<MarginSurvey.School> schools = view.placed();
        double answers =
                schools.stream().mapToLong(MarginSurvey.School::answers).sum();
        Counts counts = new Counts((long) schools.size(), null, (long) answers);
        boolean isSound = schools.stream().allMatch(s -> s.satisfied() >= 0 && s.satisfied() <= s.answers());
        @Nullable String unanswered = view.unanswered(schools);
        if (schools.isEmpty() || !isSound) {
            return new Absent(schools.isEmpty() ? Surveys.NOTHING : Surveys.TOO_MANY, counts);
        } else if (schools.size() < 2) {
            return new Absent(Surveys.ONE_SCHOOL, counts);
        } else if (unanswered != null) {
            return new Absent("总体中有但无人作答的类别:" + unanswered, "nobody answered from " + unanswered, counts);
        }
        return raked(schools, view.scaled(answers))
                .map(raking -> value(schools, raking, counts))
                .orElseGet(() -> new Absent(CONTRADICT, counts));
    }

    @Override
    public Map<String, BigDecimal> terms(MarginSurvey view) {
        List<MarginSurvey.School> schools = view.placed();
        double answers =
                schools.stream().mapToLong(MarginSurvey.School::answers).sum();
        return of(view) instanceof Value
                ? raked(schools, view.scaled(answers))
                        .map(raking -> terms(schools, raking.weights()))
                        .orElse(Map.of())
                : Map.of();
    }

    /** @param weights of all answers of a school together */
    private static Map<String, BigDecimal> terms(List<MarginSurvey.School> schools, double[] weights) {
        double satisfied = 0;
        double all = 0;
        for (int i = 0; i < weights.length; i++) {
            satisfied +=
                    weights[i] * schools.get(i).satisfied() / schools.get(i).answers();
            all += weights[i];
        }
        return Map.of("sum(w * satisfied)", Decimals.of(satisfied), "sum(w * answers)", Decimals.of(all));
    }

    private static Optional<Raking> raked(List<MarginSurvey.School> schools, List<MarginSurvey.Known> margins) {
        double[] start =
                schools.stream().mapToDouble(MarginSurvey.School::answers).toArray();
        return Raking.of(
                start,
                margins.stream()
                        .map(m -> new Raking.Margin(
                                schools.stream()
                                        .map(s -> s.categories().getOrDefault(m.name(), ""))
                                        .toList(),
                                m.totals()))
                        .toList());
    }

    /** A school stands for its answers: its weight is that of all of them, its figure their rate. */
    private static Outcome value(List<MarginSurvey.School> schools, Raking raking, Counts counts) {
        SurveyDesign design = SurveyDesign.of(schools.stream()
                        .map(s -> SampledUnit.school(s.code(), s.answers()))
                        .toList())
                .calibrated(raking.weights(), raking.dummies());
        Estimate rate = design.mean(schools.stream()
                .mapToDouble(s -> (double) s.satisfied() / s.answers())
                .toArray());
        double value = Math.min(1, Math.max(0, rate.value()));
        double answers = counts.responses() == null ? 0 : counts.responses();
        return Value.of(value, counts)
                .within(KornGraubard.of(value, rate.se(), answers, rate.df(), Surveys.LEVEL))
                .withCaution(Surveys.caution(rate.df()));
    }

    /** How many equally weighted answers the weighted ones are worth (Kish 1965); not a number without weights. */
    public static double worth(MarginSurvey view) {
        List<MarginSurvey.School> schools = view.placed();
        double answers =
                schools.stream().mapToLong(MarginSurvey.School::answers).sum();
        return raked(schools, view.scaled(answers))
                .map(raking -> {
                    double sum = 0;
                    double squares = 0;
                    for (int i = 0; i < schools.size(); i++) {
                        double weight = raking.weights()[i];
                        sum += weight;
                        squares += weight * weight / schools.get(i).answers();
                    }
                    return sum * sum / squares;
                })
                .orElse(Double.NaN);
    }

    /** How the answers were weighted, in words. */
    public static Words method(MarginSurvey view) {
        long answers =
                view.placed().stream().mapToLong(MarginSurvey.School::answers).sum();
        long worth = Math.round(worth(view));
        return new Words(
                "加权方法:按 " + view.names() + " 的已知总体迭代加权;" + answers + " 份答卷相当于等权的 " + worth + " 份",
                "weighting: raked to the population by " + view.names() + "; " + answers + " answers are worth " + worth
                        + " of equal weight");
    }
}
