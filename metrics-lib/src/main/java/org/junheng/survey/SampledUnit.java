package org.junheng.survey;

import org.jspecify.annotations.Nullable;

/**
 * Where an element of a sample comes from.
 *
 * @param stratum the stratum; one name for all where there is none
 * @param cluster the unit that was drawn in the stratum; clusters of two strata are two
 * @param weight how many of the population it stands for
 * @param inPopulation units of its stratum in the population; null where no correction is made
 */
public record SampledUnit(
        String stratum,
        String cluster,
        double weight,
        @Nullable Double inPopulation) {
    public SampledUnit {
        if (!(weight >= 0 && Double.isFinite(weight))) {
            throw new IllegalArgumentException("a weight is not negative and finite, not " + weight);
        }
    }

    /** A school as a unit of a single stratum, drawn from many. */
    public static SampledUnit school(String code, double weight) {
        return new SampledUnit("", code, weight, null);
    }
}
