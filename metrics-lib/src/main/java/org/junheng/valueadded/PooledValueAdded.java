package org.junheng.valueadded;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Interval;
import org.junheng.metric.Model;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.Estimator;
import org.junheng.stats.MixedEffects;
import org.junheng.stats.MixedModel;
import org.junheng.stats.RandomFactor;
import org.junheng.valueadded.CohortFit.FittedTerm;
import org.junheng.valueadded.CohortFit.SchoolEffect;

/**
 * Value-added of a school over several cohorts (多届合并的学校增值): what of its value-added lasts from cohort to cohort.
 *
 * <p>{@code y = X b + year + u_school + v_school,year + e}; the value is the prediction of {@code u_school}, {@code se} its conditional standard
 * error, the interval the value +- 1.96 times its prediction-error standard error (fixed effects estimated, variances taken as known).
 *
 * <p>Complete cases only. Absent below a match rate of 70 % over all cohorts, and when the data do not determine the model. Where no variance of
 * the schools lasts, every school has 0 without an interval and a caution. Fewer than 30 pupils are little evidence.
 *
 * <p>Source: Raudenbush and Willms 1995; Leckie 2018 on school and school-by-cohort effects.
 *
 * <p>Clause: YN-D4.
 */
public record PooledValueAdded() implements Model<PooledCohorts, CohortFit> {
    static final String SCHOOL = "school";
    static final String SCHOOL_YEAR = "school_year";
    private static final String PREFIX = "pooled_";

    @Override
    public Definition definition() {
        return new Definition(
                "valueadded.pooled",
                new Words("多届合并的学校增值", "value-added of a school over several cohorts"),
                "y = X b + year + u_school + v_school,year + e, REML or ML; value = empirical-Bayes u_school; se = its conditional standard"
                        + " error; ci = value +- 1.96 x prediction-error standard error (variances taken as known)",
                "1",
                "score",
                Better.HIGHER,
                List.of("YN-D4"),
                List.of("pupil_scores.score", "pupil_scores.school_code"),
                new Words(
                        "只用数据完整的学生;匹配率低于70%或模型无法估计时不评价;没有持续的校间差异时无区间",
                        "complete cases only; not assessed below a match rate of 70 % or when the data do not determine the model; no"
                                + " interval where no difference between schools lasts"),
                "egsingle (7,230 occasions, 60 schools): nested effects of lme4 1.1.31");
    }

    @Override
    public CohortFit fit(PooledCohorts cohorts) {
        Cohort merged = cohorts.merged();
        SortedMap<String, SchoolSums> complete = CohortDesign.complete(merged);
        MatchRate match = MatchRate.of(merged, complete);
        Words refusal = match.refusal();
        if (!refusal.equals(Words.NONE)) {
            return refused(cohorts, refusal);
        }
        MixedModel model = MixedEffects.fit(
                CohortDesign.crossed(merged, complete, List.of(SCHOOL, SCHOOL_YEAR), PooledCohorts::levels),
                List.of(RandomFactor.intercept(SCHOOL), RandomFactor.intercept(SCHOOL_YEAR)),
                merged.estimator());
        return model instanceof MixedEffects fitted
                ? new CohortFit(terms(match, fitted), effects(cohorts, fitted), Words.NONE)
                : refused(cohorts, ((MixedModel.NotFitted) model).reason());
    }

    private static CohortFit refused(PooledCohorts cohorts, Words reason) {
        return new CohortFit(List.of(), List.copyOf(absent(cohorts, reason).values()), reason);
    }

    /** Every school with an outcome in any cohort, without a value. */
    private static SortedMap<String, SchoolEffect> absent(PooledCohorts cohorts, Words reason) {
        SortedMap<String, SchoolEffect> absent = new TreeMap<>();
        cohorts.byYear().values().forEach(cohort -> cohort.schools()
                .keySet()
                .forEach(
                        school -> absent.put(school, new SchoolEffect(school, new Absent(reason, Counts.NONE), null))));
        return absent;
    }

    private static List<SchoolEffect> effects(PooledCohorts cohorts, MixedEffects fit) {
        SortedMap<String, SchoolEffect> effects =
                absent(cohorts, new Words("没有数据完整的学生", "no pupil has everything the model needs"));
        double variance = fit.factors().get(0).variance(0);
        for (MixedEffects.Level level : fit.factors().get(0).levels()) {
            Value value = Value.of(level.effects().get(0), Counts.ofPupils(level.n()))
                    .withCaution(SchoolValueAdded.caution(variance == 0, level.n()));
            double known = level.conditional().get(0).get(0);
            effects.put(
                    level.level(),
                    variance == 0
                            ? new SchoolEffect(level.level(), value, 0.0)
                            : new SchoolEffect(level.level(), value.within(interval(level)), 1 - known / variance));
        }
        return List.copyOf(effects.values());
    }

    private static Interval interval(MixedEffects.Level level) {
        double value = level.effects().get(0);
        double half = SchoolValueAdded.NORMAL * level.predictionSe(0);
        return new Interval(level.conditionalSe(0), value - half, value + half, SchoolValueAdded.LEVEL);
    }

    private static List<FittedTerm> terms(MatchRate match, MixedEffects fit) {
        List<FittedTerm> terms = new ArrayList<>();
        fit.coefficients().forEach(c -> terms.add(match.term(PREFIX + c.term(), c.estimate(), c.se())));
        terms.add(match.term(PREFIX + "sigma2_school", fit.factors().get(0).variance(0), null));
        terms.add(match.term(PREFIX + "sigma2_school_year", fit.factors().get(1).variance(0), null));
        terms.add(match.term(PREFIX + "sigma2_pupil", fit.sigma2Units(), null));
        terms.add(match.term(PREFIX + "log_likelihood", fit.logLikelihood(), null));
        if (fit.estimator() == Estimator.REML) {
            terms.add(match.term(PREFIX + "reml_criterion", fit.criterion(), null));
        }
        terms.add(match.term(PREFIX + "aic", fit.aic(), null));
        terms.add(match.term(PREFIX + "bic", fit.bic(), null));
        return terms;
    }
}
