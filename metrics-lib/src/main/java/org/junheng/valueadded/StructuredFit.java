package org.junheng.valueadded;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Words;
import org.junheng.stats.BetweenWithin;
import org.junheng.stats.Estimator;
import org.junheng.stats.LikelihoodRatio;
import org.junheng.stats.MixedEffects;
import org.junheng.stats.MixedModel;
import org.junheng.stats.RandomIntercept;
import org.junheng.valueadded.CohortFit.FittedTerm;

/**
 * A value-added model with a {@link Structure}, or why there is none: the terms and pupils of {@link SchoolValueAdded}, other random effects.
 *
 * @param schools with an outcome, whether they have an effect or not
 * @param terms of the fit, its likelihood-ratio test against one variance for the schools among them
 * @param refusal {@link Words#NONE} when the model was fitted
 */
public record StructuredFit(
        Structure structure,
        SortedSet<String> schools,
        List<FittedTerm> terms,
        Words refusal,
        @Nullable MixedEffects model) {
    private static final Words NO_SLOPE = new Words(
            "先前成绩没有差异,或由其他项完全决定,没有斜率可言", "the prior score does not vary, or others determine it: there is no slope");

    public StructuredFit {
        terms = List.copyOf(terms);
    }

    public static StructuredFit of(Cohort cohort, Structure structure) {
        SortedMap<String, SchoolSums> complete = CohortDesign.complete(cohort);
        MatchRate match = MatchRate.of(cohort, complete);
        Words refusal = match.refusal();
        if (!refusal.equals(Words.NONE)) {
            return refused(cohort, structure, refusal);
        }
        if (structure instanceof Structure.RandomSlope slope
                && CohortDesign.of(cohort, complete).dropped().contains(slope.term())) {
            return refused(cohort, structure, NO_SLOPE);
        }
        MixedModel model = fit(cohort, complete, structure, cohort.estimator());
        return model instanceof MixedEffects fitted
                ? new StructuredFit(
                        structure,
                        schools(cohort),
                        terms(structure, match, fitted, test(cohort, complete, structure)),
                        Words.NONE,
                        fitted)
                : refused(cohort, structure, ((MixedModel.NotFitted) model).reason());
    }

    /** No model, and why: every school with an outcome has that reason. */
    public static StructuredFit refused(Cohort cohort, Structure structure, Words reason) {
        return new StructuredFit(structure, schools(cohort), List.of(), reason, null);
    }

    private static SortedSet<String> schools(Cohort cohort) {
        return new TreeSet<>(cohort.schools().keySet());
    }

    private static MixedModel fit(
            Cohort cohort, SortedMap<String, SchoolSums> complete, Structure structure, Estimator estimator) {
        List<String> names =
                structure.factors().stream().map(factor -> factor.name()).toList();
        return MixedEffects.fit(
                CohortDesign.crossed(cohort, complete, names, structure), structure.factors(), estimator);
    }

    /** Against the same model with one variance for the schools alone, both by maximum likelihood; null where it is not contained. */
    private static @Nullable LikelihoodRatio test(
            Cohort cohort, SortedMap<String, SchoolSums> complete, Structure structure) {
        BetweenWithin design = CohortDesign.of(cohort, complete).data();
        if (structure.further() > 0
                && design != null
                && RandomIntercept.fit(design, Estimator.ML) instanceof RandomIntercept small
                && fit(cohort, complete, structure, Estimator.ML) instanceof MixedEffects large) {
            return structure.further() == 1
                    ? LikelihoodRatio.ofVariance(small.criterion(), large.criterion())
                    : LikelihoodRatio.of(small.criterion(), small.parameters(), large.criterion(), large.parameters());
        }
        return null;
    }

    private static List<FittedTerm> terms(
            Structure structure, MatchRate match, MixedEffects fit, @Nullable LikelihoodRatio test) {
        String prefix = structure.prefix();
        List<FittedTerm> terms = new ArrayList<>();
        fit.coefficients().forEach(c -> terms.add(match.term(prefix + c.term(), c.estimate(), c.se())));
        for (MixedEffects.Factor factor : fit.factors()) {
            terms.add(match.term(prefix + "sigma2_" + factor.factor().name(), factor.variance(0), null));
        }
        MixedEffects.Factor first = fit.factors().get(0);
        if (first.covariance().size() > 1) {
            terms.add(match.term(prefix + "sigma2_slope", first.variance(1), null));
            terms.add(match.term(
                    prefix + "covariance_school_slope",
                    first.covariance().get(0).get(1),
                    null));
        }
        terms.add(match.term(prefix + "sigma2_pupil", fit.sigma2Units(), null));
        terms.add(match.term(prefix + "log_likelihood", fit.logLikelihood(), null));
        if (fit.estimator() == Estimator.REML) {
            terms.add(match.term(prefix + "reml_criterion", fit.criterion(), null));
        }
        terms.add(match.term(prefix + "aic", fit.aic(), null));
        terms.add(match.term(prefix + "bic", fit.bic(), null));
        if (test != null) {
            terms.add(match.tested(prefix + "lr_school_only", test));
        }
        return terms;
    }
}
