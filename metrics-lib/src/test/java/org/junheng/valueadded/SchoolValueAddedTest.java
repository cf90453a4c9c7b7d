package org.junheng.valueadded;

import static org.junheng.valueadded.SampleCohorts.PRIOR;
import static org.junheng.valueadded.SampleCohorts.balanced;
import static org.junheng.valueadded.SampleCohorts.balancedSchools;
import static org.junheng.valueadded.SampleCohorts.cohort;
import static org.junheng.valueadded.SampleCohorts.outcomes;
import static org.junheng.valueadded.SampleCohorts.simulated;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junheng.metric.Absent;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.CounterRandom;
import org.junheng.stats.Estimator;
import org.junheng.valueadded.Cohort.Scale;
import org.junheng.valueadded.CohortFit.FittedTerm;
import org.junheng.valueadded.CohortFit.SchoolEffect;
import org.junit.jupiter.api.Test;

class SchoolValueAddedTest {
    private static final double NORMAL = 1.959963984540054;

    /** Balanced layout with means 3, 6, 9 and MSB = 27, MSW = 1 (see RandomInterceptTest): the shrunken means are -3, 0, 3 times 26/27. */
    @Test
    void valueIsTheShrunkenMeanAndTheIntervalTheWiderOne() {
        CohortFit fit = new SchoolValueAdded().fit(balanced());
        Value first = value(fit, "A");
        double reliability = 26 / 27.0;
        assertEquals(-3 * reliability, first.value(), 1e-12);
        assertEquals(Math.sqrt(reliability / 3), first.interval().se(), 1e-12);
        double shrinkage = (2 / 6.0 + 2 / 2.0) / 27 / 3;
        double half = NORMAL * Math.sqrt(reliability / 3 + reliability * reliability * 3 + 2 * shrinkage);
        assertEquals(first.value() - half, first.interval().low(), 1e-6);
        assertEquals(first.value() + half, first.interval().high(), 1e-6);
        assertEquals(0.95, first.interval().level());
        assertEquals(3, first.counts().pupils());
        assertEquals(reliability, ((Value) reliability(fit, "A")).value(), 1e-12);
    }

    @Test
    void fitHoldsTheTermsOfTheContract() {
        Map<String, FittedTerm> terms = terms(new SchoolValueAdded().fit(balanced()));
        assertEquals(6, terms.get("intercept").estimate(), 1e-13);
        assertEquals(26 / 3.0, terms.get("sigma2_school").estimate(), 1e-12);
        assertEquals(1, terms.get("sigma2_pupil").estimate(), 1e-12);
        assertEquals(26 / 29.0, terms.get("icc").estimate(), 1e-12);
        assertEquals(
                -2 * terms.get("log_likelihood").estimate(),
                terms.get("reml_criterion").estimate(),
                1e-12);
        assertEquals(1.0, terms.get("match_rate").estimate());
        assertEquals(9, terms.get("icc").pupils());
        assertEquals(3, terms.get("icc").schools());
        assertNull(terms.get("icc").se());
    }

    @Test
    void maximumLikelihoodHasNoRestrictedCriterion() {
        Cohort cohort = balanced();
        Cohort ml = new Cohort(Estimator.ML, cohort.terms(), cohort.scales(), cohort.schools(), 0);
        assertTrue(!terms(new SchoolValueAdded().fit(ml)).containsKey("reml_criterion"));
    }

    @Test
    void fewerThanThirtyPupilsAreLittleEvidence() {
        assertTrue(value(new SchoolValueAdded().fit(balanced()), "A")
                .caution()
                .en()
                .contains("only 3 pupils"));
        SortedMap<String, SchoolSums> schools = simulated(CounterRandom.of(1, "size"), 20, 30, 1);
        CohortFit fit = new SchoolValueAdded().fit(cohort(schools, List.of(PRIOR)));
        assertEquals(Words.NONE, value(fit, "S10").caution());
    }

    @Test
    void schoolsThatDoNotDifferHaveZeroAndSaySo() {
        SortedMap<String, SchoolSums> schools = new TreeMap<>();
        schools.put("A", outcomes(1, 5, 9));
        schools.put("B", outcomes(2, 5, 8));
        schools.put("C", outcomes(3, 5, 7.5));
        CohortFit fit = new SchoolValueAdded().fit(cohort(schools, List.of()));
        for (String school : schools.keySet()) {
            Value value = value(fit, school);
            assertEquals(0.0, value.value());
            assertEquals(0.0, value.interval().se());
            assertTrue(value.interval().low() < 0 && value.interval().high() > 0);
            assertEquals("schools do not differ measurably", value.caution().en());
            assertEquals(0.0, ((Value) new ValueAddedBand().of(effect(fit, school))).value());
        }
    }

    @Test
    void isRefusedBelowAMatchRateOfSeventyPercentAndNotAtIt() {
        SortedMap<String, SchoolSums> schools = balancedSchools();
        for (int i = 0; i < 3; i++) {
            schools.get("A").addOutcome();
        }
        Cohort nineOfTwelve = new Cohort(Estimator.REML, List.of(), List.of(Scale.NONE), schools, 0);
        assertEquals(Words.NONE, new SchoolValueAdded().fit(nineOfTwelve).refusal());
        Cohort nineOfThirteen = new Cohort(Estimator.REML, List.of(), List.of(Scale.NONE), schools, 1);
        CohortFit refused = new SchoolValueAdded().fit(nineOfThirteen);
        assertTrue(refused.refusal().en().contains("69.2 %"), refused.refusal().en());
        assertEquals(9 / 13.0, terms(refused).get("match_rate").estimate(), 1e-15);
        assertTrue(assertInstanceOf(Absent.class, effect(refused, "A").outcome())
                .reason()
                .zh()
                .contains("69.2%"));
    }

    @Test
    void aSchoolWithoutCompletePupilsOrWithoutItsCovariateIsNotAssessed() {
        SortedMap<String, SchoolSums> schools = simulated(CounterRandom.of(5, "gaps"), 12, 20, 1);
        schools.put("Z", new SchoolSums().addOutcome());
        TreeMap<String, Double> size = new TreeMap<>();
        for (String school : schools.keySet()) {
            size.put(school, (double) school.hashCode() % 7);
        }
        size.remove("S11");
        CohortFit fit =
                new SchoolValueAdded().fit(cohort(schools, List.of(PRIOR, new Term.SchoolNumber("size", size))));
        assertInstanceOf(Absent.class, effect(fit, "Z").outcome());
        assertInstanceOf(Absent.class, effect(fit, "S11").outcome());
        assertEquals(11, terms(fit).get("size").schools());
        assertEquals(220, terms(fit).get("size").pupils());
    }

    @Test
    void aConstantIsLeftOutAndNamed() {
        SortedMap<String, SchoolSums> schools = simulated(CounterRandom.of(2, "alias"), 12, 20, 1);
        TreeMap<String, Double> constant = new TreeMap<>();
        schools.keySet().forEach(school -> constant.put(school, 4.0));
        CohortFit fit =
                new SchoolValueAdded().fit(cohort(schools, List.of(PRIOR, new Term.SchoolNumber("area", constant))));
        CohortFit without = new SchoolValueAdded().fit(cohort(schools, List.of(PRIOR)));
        assertNull(terms(fit).get("area").estimate());
        assertEquals(effect(without, "S10").outcome(), effect(fit, "S10").outcome());
    }

    @Test
    void isAbsentWithoutAnyOutcome() {
        CohortFit fit = new SchoolValueAdded().fit(cohort(new TreeMap<>(), List.of()));
        assertEquals("no pupil has an outcome score", fit.refusal().en());
        assertTrue(fit.effects().isEmpty());
    }

    /** Standardising is linear: every coefficient and effect is that of the scores, divided by the deviation of the outcome. */
    @Test
    void standardisedScoresGiveStandardisedEffects() {
        SortedMap<String, SchoolSums> schools = simulated(CounterRandom.of(3, "scale"), 15, 25, 1);
        List<Term> terms = List.of(PRIOR, new Term.MeanOfNumber("school_mean_prior", 1));
        Cohort raw = new Cohort(Estimator.REML, terms, List.of(Scale.NONE, Scale.NONE), schools, 0);
        Cohort scaled = new Cohort(Estimator.REML, terms, List.of(new Scale(7, 4), new Scale(-2, 3)), schools, 0);
        CohortFit one = new SchoolValueAdded().fit(raw);
        CohortFit other = new SchoolValueAdded().fit(scaled);
        assertEquals(value(one, "S3").value() / 4, value(other, "S3").value(), 1e-12);
        assertEquals(
                terms(one).get("prior").estimate() * 3 / 4,
                terms(other).get("prior").estimate(),
                1e-12);
        double intercept = (terms(one).get("intercept").estimate()
                        - 2 * terms(one).get("prior").estimate()
                        - 2 * terms(one).get("school_mean_prior").estimate()
                        - 7)
                / 4;
        assertEquals(intercept, terms(other).get("intercept").estimate(), 1e-12);
    }

    /** A text of two values and the same as 0/1 numbers are one model, for pupils, for schools and for means of schools. */
    @Test
    void textsEnterAsContrastsAgainstTheFirstValueInCodePointOrder() {
        CounterRandom random = CounterRandom.of(4, "text");
        TreeMap<String, SchoolSums> texts = new TreeMap<>();
        TreeMap<String, SchoolSums> numbers = new TreeMap<>();
        Map<String, String> kind = new TreeMap<>();
        Map<String, Double> kindNumber = new TreeMap<>();
        for (int s = 0; s < 12; s++) {
            String school = "S" + s;
            kind.put(school, s % 3 == 0 ? "\uFF21" : "\uD83D\uDE00");
            kindNumber.put(school, s % 3 == 0 ? 0.0 : 1.0);
            texts.put(school, new SchoolSums());
            numbers.put(school, new SchoolSums());
            for (int i = 0; i < 20; i++) {
                int unit = 100 * s + i;
                boolean second = random.uniform(unit, 0) < 0.3;
                double y = random.normal(unit, 1) + random.normal(s, 9) + (second ? 1 : 0);
                texts.get(school).addOutcome().addComplete(List.of(second ? "b" : "B"), y);
                numbers.get(school).addOutcome().addComplete(List.of(), y, second ? 1 : 0);
            }
        }
        Map<String, FittedTerm> fromTexts = terms(new SchoolValueAdded()
                .fit(cohort(
                        texts,
                        List.of(
                                new Term.PupilText("sex", 0),
                                new Term.SchoolText("kind", kind),
                                new Term.MeanOfText("school_mean_sex", 0)))));
        Map<String, FittedTerm> fromNumbers = terms(new SchoolValueAdded()
                .fit(cohort(
                        numbers,
                        List.of(
                                new Term.PupilNumber("sex", 1),
                                new Term.SchoolNumber("kind", kindNumber),
                                new Term.MeanOfNumber("school_mean_sex", 1)))));
        Map<String, String> same = Map.of(
                "sex=b", "sex", "kind=\uD83D\uDE00", "kind", "school_mean_sex=b", "school_mean_sex", "icc", "icc");
        same.forEach((text, number) -> assertEquals(
                fromNumbers.get(number).estimate(), fromTexts.get(text).estimate(), 1e-12, text));
    }

    @Test
    void bandLeavesZeroOnlyWhenTheIntervalDoes() {
        CohortFit fit =
                new SchoolValueAdded().fit(cohort(simulated(CounterRandom.of(6, "band"), 60, 40, 1), List.of(PRIOR)));
        int above = 0;
        int below = 0;
        for (SchoolEffect effect : fit.effects()) {
            Value value = (Value) effect.outcome();
            double band = ((Value) new ValueAddedBand().of(effect)).value();
            assertEquals(value.interval().low() > 0, band == 1);
            assertEquals(value.interval().high() < 0, band == -1);
            above += band == 1 ? 1 : 0;
            below += band == -1 ? 1 : 0;
        }
        assertTrue(above > 5 && below > 5 && above + below < 60);
    }

    private static SchoolEffect effect(CohortFit fit, String school) {
        return fit.effects().stream()
                .filter(effect -> effect.school().equals(school))
                .findFirst()
                .orElseThrow();
    }

    private static Value value(CohortFit fit, String school) {
        return assertInstanceOf(Value.class, effect(fit, school).outcome());
    }

    private static Outcome reliability(CohortFit fit, String school) {
        return new ValueAddedReliability().of(effect(fit, school));
    }

    private static Map<String, FittedTerm> terms(CohortFit fit) {
        return fit.terms().stream().collect(Collectors.toMap(FittedTerm::term, Function.identity()));
    }
}
