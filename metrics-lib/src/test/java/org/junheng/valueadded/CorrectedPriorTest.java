package org.junheng.valueadded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.metric.Absent;
import org.junheng.stats.CounterRandom;
import org.junheng.stats.Estimator;
import org.junheng.valueadded.CohortFit.FittedTerm;
import org.junit.jupiter.api.Test;

/** A prior score with error: 6,000 pupils whose true start counts 0.9, and is seen with a reliability of 100 / 125 = 0.8. */
class CorrectedPriorTest {
    private static Cohort cohort(Map<Integer, Double> reliabilities, List<Term> terms) {
        CounterRandom random = CounterRandom.of(4, "corrected");
        SortedMap<String, SchoolSums> schools = new TreeMap<>();
        for (int s = 0; s < 100; s++) {
            SchoolSums sums = new SchoolSums();
            for (int i = 0; i < 60; i++) {
                long unit = 1000L * s + i;
                double start = 50 + 10 * random.normal(unit, 0);
                double seen = start + 5 * random.normal(unit, 1);
                double outcome = 5 + 0.9 * start + 3 * random.normal(s, 2) + 6 * random.normal(unit, 3);
                sums.addOutcome().addComplete(List.of(), outcome, seen, 2);
            }
            schools.put("S" + s, sums);
        }
        Cohort.Scale none = Cohort.Scale.NONE;
        return new Cohort(Estimator.REML, terms, List.of(none, none, none), schools, 0, new TreeMap<>(reliabilities));
    }

    private static final Term PRIOR = new Term.PupilNumber("prior", 1);

    private static FittedTerm term(CohortFit fit, String name) {
        return fit.terms().stream()
                .filter(t -> t.term().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theCoefficientIsThatOfTheTrueStart() {
        CohortFit seen = new SchoolValueAdded().fit(cohort(Map.of(), List.of(PRIOR)));
        CohortFit corrected = new SchoolValueAdded().fit(cohort(Map.of(1, 0.8), List.of(PRIOR)));
        assertEquals(
                0.72, term(seen, "prior").estimate(), 3 * term(seen, "prior").se());
        assertEquals(
                0.9,
                term(corrected, "prior").estimate(),
                3 * term(corrected, "prior").se());
        assertEquals(0.8, term(corrected, "reliability_prior").estimate());
        assertTrue(seen.terms().stream().noneMatch(t -> t.term().startsWith("reliability")));
    }

    /** A constant beside it is left out first, and does not stand in the way. */
    @Test
    void aConstantIsLeftOutBeforeTheCorrection() {
        CohortFit fit =
                new SchoolValueAdded().fit(cohort(Map.of(1, 0.8), List.of(new Term.PupilNumber("constant", 2), PRIOR)));
        assertEquals(null, term(fit, "constant").estimate());
        assertEquals(0.9, term(fit, "prior").estimate(), 3 * term(fit, "prior").se());
    }

    @Test
    void aReliabilityThatErrorsAloneWouldExplainIsRefused() {
        CohortFit fit = new SchoolValueAdded().fit(cohort(Map.of(1, 0.001), List.of(PRIOR)));
        assertTrue(
                fit.refusal().en().startsWith("with the reliability that is given"),
                fit.refusal().en());
        assertInstanceOf(Absent.class, fit.effects().get(0).outcome());
    }
}
