package org.junheng.valueadded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junheng.metric.Counts;
import org.junheng.metric.Interval;
import org.junheng.metric.Value;
import org.junheng.stats.CounterRandom;
import org.junheng.stats.Estimator;
import org.junheng.subject.Role;
import org.junheng.valueadded.CohortFit.FittedTerm;
import org.junheng.valueadded.CohortFit.SchoolEffect;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Provinces of 60 schools with known truth: how often the published 95 % intervals hold it, how long their standard errors are for the errors made,
 * whether REML variances have a bias, and whether schools with a good expected rank are as good as it says. Everything is printed with its Monte
 * Carlo standard error, of which two widen each bound.
 */
class IntervalSimulationTest {
    private static final int SCHOOLS = 60;
    private static final double SCHOOL = 3;
    private static final double YEAR = 2;
    private static final double PUPIL = 6;

    @ParameterizedTest
    @ValueSource(ints = 200)
    void adjustedPooledClusterAndGrowth(int provinces) {
        all(provinces);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(ints = 2000)
    void adjustedPooledClusterAndGrowthAtLength(int provinces) {
        all(provinces);
    }

    private static void all(int provinces) {
        adjusted(provinces);
        pooled(provinces);
        growth(provinces);
    }

    private static String code(int school) {
        return "S" + (100 + school);
    }

    /** 8 to 40 pupils a school; the prior score differs between schools. */
    private static SortedMap<String, SchoolSums> pupils(CounterRandom random, int cohort, double[] effects) {
        SortedMap<String, SchoolSums> schools = new TreeMap<>();
        for (int s = 0; s < effects.length; s++) {
            SchoolSums sums = new SchoolSums();
            int size = 8 + random.below(33, s, 500 + cohort);
            double intake = 4 * random.normal(s, 1000 + cohort);
            for (int i = 0; i < size; i++) {
                long unit = 10_000L * (cohort + 1) + 100L * s + i;
                double prior = 50 + intake + 9 * random.normal(unit, 1);
                double outcome = 10 + 0.8 * prior + effects[s] + PUPIL * random.normal(unit, 2);
                sums.addOutcome().addComplete(List.of(), outcome, prior);
            }
            schools.put(code(s), sums);
        }
        return schools;
    }

    private static Cohort cohort(SortedMap<String, SchoolSums> schools) {
        return new Cohort(
                Estimator.REML,
                List.of(new Term.PupilNumber("prior", 1)),
                Collections.nCopies(2, Cohort.Scale.NONE),
                schools,
                0);
    }

    private static double term(CohortFit fit, String name) {
        return fit.terms().stream()
                .filter(term -> term.term().equals(name))
                .mapToDouble(FittedTerm::estimate)
                .findFirst()
                .orElseThrow();
    }

    /** Value-added of schools, of ten clusters of a lead and five members, ranks. */
    private static void adjusted(int provinces) {
        Tally schools = new Tally("adjusted", Tally::half);
        Tally clusters = new Tally("clusters", Tally::half);
        Tally ranks = new Tally("expected ranks", Interval::se);
        SummaryStatistics school = new SummaryStatistics();
        SummaryStatistics pupil = new SummaryStatistics();
        SummaryStatistics[] off =
                Stream.generate(SummaryStatistics::new).limit(5).toArray(SummaryStatistics[]::new);
        for (int province = 0; province < provinces; province++) {
            CounterRandom random = CounterRandom.of(province, "adjusted");
            double[] truth = new double[SCHOOLS];
            Arrays.setAll(truth, s -> SCHOOL * random.normal(s, 0));
            CohortFit fit = new SchoolValueAdded().fit(cohort(pupils(random, 0, truth)));
            school.addValue(term(fit, "sigma2_school"));
            pupil.addValue(term(fit, "sigma2_pupil"));
            List<double[]> fifths = new ArrayList<>();
            for (int s = 0; s < SCHOOLS; s++) {
                SchoolEffect effect = fit.effects().get(s);
                double own = truth[s];
                schools.see(effect.outcome(), own);
                long rank = 1 + Arrays.stream(truth).filter(t -> t > own).count();
                Value expected = (Value) new ExpectedRank().of(new ExpectedRank.InModel(effect, SCHOOLS));
                ranks.see(expected, rank);
                fifths.add(new double[] {expected.value(), rank});
            }
            see(fifths, off);
            for (int c = 0; c < SCHOOLS; c += 6) {
                cluster(clusters, fit, truth, c);
            }
            schools.endOfProvince();
            clusters.endOfProvince();
            ranks.endOfProvince();
        }
        schools.require(0.01);
        schools.requireRatio();
        clusters.require(0.01);
        clusters.requireRatio();
        ranks.require(0.01);
        ranks.requireRatio();
        Tally.requireHonest(off);
        Tally.requireUnbiased("sigma2_school", school, SCHOOL * SCHOOL);
        Tally.requireUnbiased("sigma2_pupil", pupil, PUPIL * PUPIL);
    }

    /** How far the true ranks of each fifth of the schools, by their expected rank, lie from these. */
    private static void see(List<double[]> expectedAndTrue, SummaryStatistics... off) {
        expectedAndTrue.sort(Comparator.comparingDouble(ranks -> ranks[0]));
        int size = SCHOOLS / off.length;
        for (int f = 0; f < off.length; f++) {
            off[f].addValue(expectedAndTrue.subList(f * size, (f + 1) * size).stream()
                    .mapToDouble(ranks -> ranks[1] - ranks[0])
                    .average()
                    .orElseThrow());
        }
    }

    private static void cluster(Tally clusters, CohortFit fit, double[] truth, int first) {
        SortedMap<String, Role> roles = new TreeMap<>();
        double sum = 0;
        double pupils = 0;
        for (int s = first; s < first + 6; s++) {
            roles.put(code(s), s == first ? Role.LEAD : Role.MEMBER);
            if (s > first) {
                double n = fit.model().effects().get(s).n();
                sum += n * truth[s];
                pupils += n;
            }
        }
        clusters.see(new ClusterValueAdded().of(new ClusterValueAdded.Schools(roles, fit)), sum / pupils);
    }

    /** What lasts over three cohorts. */
    private static void pooled(int provinces) {
        Tally schools = new Tally("pooled", Tally::half);
        SummaryStatistics school = new SummaryStatistics();
        SummaryStatistics year = new SummaryStatistics();
        SummaryStatistics pupil = new SummaryStatistics();
        for (int province = 0; province < provinces; province++) {
            CounterRandom random = CounterRandom.of(province, "pooled");
            double[] truth = new double[SCHOOLS];
            Arrays.setAll(truth, s -> SCHOOL * random.normal(s, 0));
            SortedMap<Integer, Cohort> cohorts = new TreeMap<>();
            for (int c = 0; c < 3; c++) {
                int at = c;
                double[] effects = new double[SCHOOLS];
                Arrays.setAll(effects, s -> truth[s] + YEAR * random.normal(s, 10 + at));
                cohorts.put(2022 + c, cohort(pupils(random, c, effects)));
            }
            CohortFit fit = new PooledValueAdded().fit(new PooledCohorts(cohorts));
            school.addValue(term(fit, "pooled_sigma2_school"));
            year.addValue(term(fit, "pooled_sigma2_school_year"));
            pupil.addValue(term(fit, "pooled_sigma2_pupil"));
            for (int s = 0; s < SCHOOLS; s++) {
                schools.see(fit.effects().get(s).outcome(), truth[s]);
            }
            schools.endOfProvince();
        }
        schools.require(0.01);
        schools.requireRatio();
        Tally.requireUnbiased("pooled sigma2_school", school, SCHOOL * SCHOOL);
        Tally.requireUnbiased("pooled sigma2_school_year", year, YEAR * YEAR);
        Tally.requireUnbiased("pooled sigma2_pupil", pupil, PUPIL * PUPIL);
    }

    /** Percentiles of 30 to 100 pupils around a median that is 30 to 70, drawn as {@code 100 U^k}. */
    private static void growth(int provinces) {
        Tally medians = new Tally("growth medians", Interval::se);
        Tally intervals = new Tally("intervals of growth medians", Tally::half);
        for (int province = 0; province < provinces; province++) {
            CounterRandom random = CounterRandom.of(province, "growth");
            for (int s = 0; s < SCHOOLS; s++) {
                double median = 30 + 40 * random.uniform(s, 0);
                double power = Math.log(median / 100) / Math.log(0.5);
                long[] counts = new long[GrowthCurves.QUANTILES];
                int pupils = 30 + random.below(71, s, 1);
                for (int i = 0; i < pupils; i++) {
                    double percentile = 100 * Math.pow(random.uniform(1000L + 200L * s + i, 2), power);
                    counts[(int) Math.max(1, Math.min(99, Math.round(percentile)))]++;
                }
                PercentileCounts seen =
                        new PercentileCounts(Arrays.stream(counts).boxed().toList());
                Value found = Value.of(seen.median(), Counts.NONE).within(seen.interval(0.95));
                medians.see(found, median);
                intervals.see(found, median);
            }
            medians.endOfProvince();
            intervals.endOfProvince();
        }
        medians.require(0.01);
        medians.requireRatio();
        intervals.require(0.01);
        intervals.requireRatio();
    }
}
