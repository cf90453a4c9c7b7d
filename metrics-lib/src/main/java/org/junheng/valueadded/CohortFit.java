package org.junheng.valueadded;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Outcome;
import org.junheng.metric.Words;
import org.junheng.stats.EffectRanks;
import org.junheng.stats.RandomIntercept;

/**
 * A fitted value-added model, or why there is none.
 *
 * @param terms the fit; what little is known (the match rate) when it was refused
 * @param effects one per school with an outcome, in the order of their codes
 * @param refusal why no school has a value; {@link Words#NONE} when the model was fitted
 * @param model of the pupils; null where there is none
 */
public record CohortFit(
        List<FittedTerm> terms,
        List<SchoolEffect> effects,
        Words refusal,
        @Nullable RandomIntercept model) {
    public CohortFit {
        terms = List.copyOf(terms);
        effects = List.copyOf(effects);
    }

    public CohortFit(List<FittedTerm> terms, List<SchoolEffect> effects, Words refusal) {
        this(terms, effects, refusal, null);
    }

    /**
     * One number of the fit.
     *
     * @param estimate null for a term that the others determine
     * @param df degrees of freedom of a test, p its tail probability
     */
    public record FittedTerm(
            String term,
            @Nullable Double estimate,
            @Nullable Double se,
            @Nullable Double df,
            @Nullable Double p,
            long pupils,
            long schools) {
        public FittedTerm(String term, double estimate, @Nullable Double se, long pupils, long schools) {
            this(term, estimate, se, null, null, pupils, schools);
        }
    }

    /**
     * The value-added of one school.
     *
     * @param reliability share of the variance of its mean that is the school's own; null without pupils' data
     * @param unadjusted the same from the model without any term; null where the model has none, or none was fitted
     * @param rank among all schools of the model; null without pupils' data
     */
    public record SchoolEffect(
            String school,
            Outcome outcome,
            @Nullable Double reliability,
            @Nullable Outcome unadjusted,
            EffectRanks.@Nullable Rank rank) {
        public SchoolEffect(String school, Outcome outcome, @Nullable Double reliability) {
            this(school, outcome, reliability, null, null);
        }

        /** The same effect of a school that has another code. */
        public SchoolEffect under(String code) {
            return new SchoolEffect(code, outcome, reliability, unadjusted, rank);
        }
    }
}
