package org.junheng.impact;

import java.util.List;

/**
 * The question what joining did to one outcome.
 *
 * @param years of the panel, ascending
 * @param traits covariates, taken in the last year before joining
 * @param timing which years are before joining
 * @param seed of everything that is drawn
 */
public record ImpactQuestion(
        List<Integer> years,
        List<JoiningSchool> schools,
        List<SchoolTrait> traits,
        ComparisonGroup comparison,
        EffectEstimator estimator,
        Pairing pairing,
        Timing timing,
        long seed) {
    public ImpactQuestion {
        years = List.copyOf(years);
        schools = List.copyOf(schools);
        traits = List.copyOf(traits);
        for (int i = 1; i < years.size(); i++) {
            if (years.get(i) <= years.get(i - 1)) {
                throw new IllegalArgumentException("years are not ascending: " + years);
            }
        }
    }

    /** The same question about these schools. */
    ImpactQuestion of(List<JoiningSchool> others) {
        return new ImpactQuestion(years, others, traits, comparison, estimator, pairing, timing, seed);
    }

    /** Without anticipation, the years before compared from year to year. */
    public ImpactQuestion(
            List<Integer> years,
            List<JoiningSchool> schools,
            List<SchoolTrait> traits,
            ComparisonGroup comparison,
            EffectEstimator estimator,
            Pairing pairing,
            long seed) {
        this(years, schools, traits, comparison, estimator, pairing, Timing.PLAIN, seed);
    }
}
