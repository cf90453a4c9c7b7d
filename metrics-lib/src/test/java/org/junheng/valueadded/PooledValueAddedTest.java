package org.junheng.valueadded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.metric.Absent;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.BetweenWithin;
import org.junheng.stats.CounterRandom;
import org.junheng.stats.Estimator;
import org.junit.jupiter.api.Test;

/**
 * Balanced cohorts of three years, where REML is the hierarchical analysis of variance within years (Searle, Casella and McCulloch 1992,
 * chapter 4), and known truth.
 */
class PooledValueAddedTest {
    private static final CounterRandom RANDOM = CounterRandom.of(21, "pooled value added");

    /** School-year deviations add to 0 over schools in every year and over years in every school, so years and schools are clear of them. */
    private static final double[][] DEVIATIONS = {{1, -2, 1}, {-3, 1, 2}, {0, 2, -2}, {2, -1, -1}};

    private static final double[] SCHOOLS = {-6, 1, 0, 5};
    private static final double[] YEARS = {0, 7, 20};

    @Test
    void isTheAnalysisOfVarianceOfSchoolsAndYears() {
        CohortFit fit = new PooledValueAdded().fit(pooled(3));
        double msPupils = 2 * 0.25 * 12 / 24.0; // -0.5, 0, 0.5 in each of 12 school-years, 24 degrees of freedom
        double msSchoolYears = 3 * (6 + 14 + 8 + 6) / 6.0; // (4 - 1) (3 - 1) degrees of freedom
        double msSchools = 9 * (36 + 1 + 0 + 25) / 3.0;
        assertEquals(msPupils, term(fit, "pooled_sigma2_pupil"), 1e-9);
        assertEquals((msSchoolYears - msPupils) / 3, term(fit, "pooled_sigma2_school_year"), 1e-8);
        assertEquals((msSchools - msSchoolYears) / 9, term(fit, "pooled_sigma2_school"), 1e-7);
        assertEquals(50, term(fit, "pooled_intercept"), 1e-9);
        assertEquals(7, term(fit, "pooled_year=2023"), 1e-9);
        assertEquals(20, term(fit, "pooled_year=2024"), 1e-9);
        Value first = assertInstanceOf(Value.class, fit.effects().get(0).outcome());
        double shrunk = 1 - msSchoolYears / msSchools;
        assertEquals(-6 * shrunk, first.value(), 1e-7);
        assertEquals(shrunk, fit.effects().get(0).reliability(), 1e-8);
        assertEquals(9L, first.counts().pupils());
        double variance = (msSchools - msSchoolYears) / 9;
        assertNotNull(first.interval());
        assertEquals(Math.sqrt(variance * (1 - shrunk)), first.interval().se(), 1e-7);
        assertTrue(first.interval().high() - first.value()
                > 1.96 * first.interval().se());
        assertEquals(Words.NONE, fit.refusal());
    }

    /** What happens in one year only is not taken for what lasts: the error of the pooled value is below that of one cohort. */
    @Test
    void findsWhatLastsBetterThanOneCohort() {
        double[] truth = new double[60];
        SortedMap<Integer, Cohort> cohorts = new TreeMap<>();
        for (int year = 2021; year <= 2024; year++) {
            SortedMap<String, SchoolSums> schools = new TreeMap<>();
            for (int s = 0; s < truth.length; s++) {
                truth[s] = 2 * RANDOM.normal(s, 0);
                double thisYear = truth[s] + 2 * RANDOM.normal(s, year);
                SchoolSums sums = new SchoolSums();
                for (int i = 0; i < 40; i++) {
                    long pupil = 100_000L * year + 100L * s + i;
                    double prior = 10 * RANDOM.normal(pupil, 1);
                    sums.addOutcome()
                            .addComplete(List.of(), 0.5 * prior + thisYear + 5 * RANDOM.normal(pupil, 2), prior);
                }
                schools.put("s" + (100 + s), sums);
            }
            cohorts.put(
                    year,
                    new Cohort(
                            Estimator.REML,
                            List.of(new Term.PupilNumber("prior", 1)),
                            List.of(Cohort.Scale.NONE, Cohort.Scale.NONE),
                            schools,
                            0));
        }
        CohortFit pooled = new PooledValueAdded().fit(new PooledCohorts(cohorts));
        CohortFit one = new SchoolValueAdded().fit(cohorts.get(2024));
        assertTrue(error(pooled, truth) < 0.7 * error(one, truth));
        assertEquals(0.5, term(pooled, "pooled_prior"), 0.02);
        assertEquals(4, term(pooled, "pooled_sigma2_school"), 2);
        assertEquals(4, term(pooled, "pooled_sigma2_school_year"), 1.2);
        long inside = 0;
        for (int s = 0; s < truth.length; s++) {
            var interval = ((Value) pooled.effects().get(s).outcome()).interval();
            inside += interval != null && interval.low() <= truth[s] && truth[s] <= interval.high() ? 1 : 0;
        }
        assertTrue(inside >= 52, inside + " of 60 inside");
    }

    @Test
    void covariatesOfSchoolsAreThoseOfTheirYear() {
        SortedMap<Integer, Cohort> cohorts = new TreeMap<>(pooled(3).byYear());
        cohorts.replaceAll((year, cohort) -> new Cohort(
                cohort.estimator(),
                List.of(
                        new Term.SchoolNumber("size", Map.of("a", 1.0 * (year % 7), "b", 2.0, "c", 5.0)),
                        new Term.SchoolText(
                                "place", Map.of("a", "town", "b", "town", "c", year > 2022 ? "city" : "town"))),
                cohort.scales(),
                cohort.schools(),
                0));
        Cohort merged = new PooledCohorts(cohorts).merged();
        BetweenWithin design = Objects.requireNonNull(
                CohortDesign.of(merged, CohortDesign.complete(merged)).data());
        assertEquals(List.of("outcome", "size", "place=town", "year=2023", "year=2024"), design.variables());
        assertEquals(9, design.groups().size()); // d has no size
        assertEquals(2023 % 7, mean(design, "a\u00002023", 1), 1e-12);
        assertEquals(1, mean(design, "c\u00002022", 2), 1e-12);
        assertEquals(0, mean(design, "c\u00002024", 2), 1e-12);
        assertEquals(1, mean(design, "c\u00002024", 4), 1e-12);
    }

    private static double mean(BetweenWithin design, String group, int variable) {
        return design.mean(design.groups().indexOf(group), variable) + design.centre(variable);
    }

    @Test
    void whereNothingLastsThereIsZeroWithoutAnInterval() {
        SortedMap<Integer, Cohort> cohorts = new TreeMap<>();
        for (int y = 0; y < 3; y++) {
            cohorts.put(2022 + y, cohort(new double[] {0, 0, 0, 0}, y, 0));
        }
        CohortFit fit = new PooledValueAdded().fit(new PooledCohorts(cohorts));
        Value value = assertInstanceOf(Value.class, fit.effects().get(0).outcome());
        assertEquals(0.0, value.value());
        assertNull(value.interval());
        assertTrue(value.caution().en().contains("do not differ"));
    }

    @Test
    void refusesWhatCannotBeTold() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new PooledCohorts(new TreeMap<>(Map.of(2024, cohort(SCHOOLS, 0, 0)))));
        SortedMap<Integer, Cohort> unmatched = new TreeMap<>();
        unmatched.put(2023, cohort(SCHOOLS, 0, 6));
        unmatched.put(2024, cohort(SCHOOLS, 1, 6));
        CohortFit fit = new PooledValueAdded().fit(new PooledCohorts(unmatched));
        assertTrue(
                fit.refusal().en().startsWith("match rate 66.7 %"),
                fit.refusal().en());
        assertEquals(4, fit.effects().size());
        assertInstanceOf(Absent.class, fit.effects().get(0).outcome());
        SortedMap<Integer, Cohort> empty = new TreeMap<>();
        for (int year : new int[] {2023, 2024}) {
            empty.put(year, new Cohort(Estimator.REML, List.of(), List.of(Cohort.Scale.NONE), new TreeMap<>(), 0));
        }
        assertTrue(new PooledValueAdded()
                .fit(new PooledCohorts(empty))
                .refusal()
                .en()
                .startsWith("no pupil"));
    }

    private static double error(CohortFit fit, double[] truth) {
        double squares = 0;
        for (int s = 0; s < truth.length; s++) {
            double miss = ((Value) fit.effects().get(s).outcome()).value() - truth[s];
            squares += miss * miss;
        }
        return squares;
    }

    private static double term(CohortFit fit, String name) {
        return fit.terms().stream()
                .filter(term -> term.term().equals(name))
                .findFirst()
                .orElseThrow()
                .estimate();
    }

    private static PooledCohorts pooled(int years) {
        SortedMap<Integer, Cohort> cohorts = new TreeMap<>();
        for (int y = 0; y < years; y++) {
            cohorts.put(2022 + y, cohort(SCHOOLS, y, 0));
        }
        return new PooledCohorts(cohorts);
    }

    private static Cohort cohort(double[] schoolEffects, int y, long withoutSchool) {
        SortedMap<String, SchoolSums> schools = new TreeMap<>();
        for (int s = 0; s < schoolEffects.length; s++) {
            SchoolSums sums = new SchoolSums();
            for (int i = -1; i <= 1; i++) {
                sums.addOutcome().addComplete(List.of(), 50 + schoolEffects[s] + YEARS[y] + DEVIATIONS[s][y] + 0.5 * i);
            }
            schools.put(String.valueOf((char) ('a' + s)), sums);
        }
        return new Cohort(Estimator.REML, List.of(), List.of(Cohort.Scale.NONE), schools, withoutSchool);
    }
}
