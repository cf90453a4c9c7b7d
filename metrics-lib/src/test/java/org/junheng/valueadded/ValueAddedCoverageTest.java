package org.junheng.valueadded;

import static org.junheng.valueadded.SampleCohorts.PRIOR;
import static org.junheng.valueadded.SampleCohorts.cohort;
import static org.junheng.valueadded.SampleCohorts.simulated;
import static org.junheng.valueadded.SampleCohorts.truth;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junheng.metric.Value;
import org.junheng.stats.CounterRandom;
import org.junheng.valueadded.CohortFit.SchoolEffect;
import org.junit.jupiter.api.Test;

class ValueAddedCoverageTest {
    /**
     * 60 provinces of 60 schools of 15 to 80 pupils with known effects: 95 % intervals cover the truth in 95 +- 1 % (two Monte Carlo standard
     * errors added), and the correlation of value and truth is the root of the mean reliability.
     */
    @Test
    void intervalsCoverTheTruthAndValuesCorrelateWithItAsReliabilitySays() {
        long covered = 0;
        long schools = 0;
        double product = 0;
        double squaresOfTruth = 0;
        double squaresOfValue = 0;
        double reliability = 0;
        for (int province = 0; province < 60; province++) {
            CounterRandom random = CounterRandom.of(province, "coverage");
            CohortFit fit = new SchoolValueAdded().fit(cohort(simulated(random, 60, 0, 2.5), List.of(PRIOR)));
            for (SchoolEffect effect : fit.effects()) {
                int s = Integer.parseInt(effect.school().substring(1));
                Value value = (Value) effect.outcome();
                double truth = truth(random, s, 2.5);
                covered += value.interval().low() <= truth
                                && truth <= value.interval().high()
                        ? 1
                        : 0;
                schools++;
                product += truth * value.value();
                squaresOfTruth += truth * truth;
                squaresOfValue += value.value() * value.value();
                reliability += effect.reliability();
            }
        }
        double coverage = covered / (double) schools;
        assertEquals(0.95, coverage, 0.01 + 2 * Math.sqrt(0.95 * 0.05 / schools));
        double correlation = product / Math.sqrt(squaresOfTruth * squaresOfValue);
        assertEquals(Math.sqrt(reliability / schools), correlation, 0.015);
    }
}
