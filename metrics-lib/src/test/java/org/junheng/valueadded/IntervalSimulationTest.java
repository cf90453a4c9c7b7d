package org.junheng.valueadded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junheng.metric.Counts;
import org.junheng.metric.Interval;
import org.junheng.metric.Outcome;
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
    private static final double Z = 1.959963984540054;

    /** What was found of one kind of interval; schools of one province are one draw. */
    private static final class Tally {
        private final String name;
        private final ToDoubleFunction<Interval> seOf;
        private final SummaryStatistics inside = new SummaryStatistics();
        private final SummaryStatistics squaredSe = new SummaryStatistics();
        private final SummaryStatistics squaredError = new SummaryStatistics();
        private int held;
        private int seen;
        private double errors;
        private double ses;

        /** @param seOf what is taken for the standard error: the published one, or what half the interval makes of it */
        Tally(String name, ToDoubleFunction<Interval> seOf) {
            this.name = name;
            this.seOf = seOf;
        }

        void see(Outcome outcome, double truth) {
            Value value = (Value) outcome;
            Interval interval = value.interval();
            if (interval != null) {
                seen++;
                held += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
                double se = seOf.applyAsDouble(interval);
                ses += se * se;
                errors += (value.value() - truth) * (value.value() - truth);
            }
        }

        void endOfProvince() {
            if (seen > 0) {
                inside.addValue(held / (double) seen);
                squaredSe.addValue(ses / seen);
                squaredError.addValue(errors / seen);
            }
            held = 0;
            seen = 0;
            ses = 0;
            errors = 0;
        }

        double ratio() {
            return Math.sqrt(squaredSe.getMean() / squaredError.getMean());
        }

        /** Of the ratio, by the error of the mean squared error. */
        double ratioError() {
            return ratio() / 2 * error(squaredError) / squaredError.getMean();
        }

        void require(double slack) {
            System.out.printf(
                    Locale.ROOT,
                    "%s, %d provinces: inside %.2f %% (se %.2f), SE ratio %.3f (se %.3f)%n",
                    name,
                    inside.getN(),
                    100 * inside.getMean(),
                    100 * error(inside),
                    ratio(),
                    ratioError());
            assertEquals(0.95, inside.getMean(), slack + 2 * error(inside), name);
        }

        void requireRatio() {
            assertEquals(1, ratio(), 0.05 + 2 * ratioError(), name + " SE ratio");
        }
    }

    private static double half(Interval interval) {
        return (interval.high() - interval.low()) / (2 * Z);
    }

    private static double error(SummaryStatistics of) {
        return of.getStandardDeviation() / Math.sqrt(of.getN());
    }

    private static void requireUnbiased(String name, SummaryStatistics found, double truth) {
        System.out.printf(
                Locale.ROOT,
                "%s: mean %.4f, true %.4f, bias %.2f %% (se %.2f)%n",
                name,
                found.getMean(),
                truth,
                100 * (found.getMean() / truth - 1),
                100 * error(found) / truth);
        assertEquals(truth, found.getMean(), 0.02 * truth + 2 * error(found), name);
    }

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
        Tally schools = new Tally("adjusted", IntervalSimulationTest::half);
        Tally clusters = new Tally("clusters", IntervalSimulationTest::half);
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
        requireHonest(off);
        requireUnbiased("sigma2_school", school, SCHOOL * SCHOOL);
        requireUnbiased("sigma2_pupil", pupil, PUPIL * PUPIL);
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

    /** Half a rank is what the estimated variances may cost. */
    private static void requireHonest(SummaryStatistics... off) {
        for (int f = 0; f < off.length; f++) {
            System.out.printf(
                    Locale.ROOT,
                    "true less expected rank, fifth %d of the expected ranks: %.3f (se %.3f)%n",
                    f + 1,
                    off[f].getMean(),
                    error(off[f]));
            assertEquals(0, off[f].getMean(), 0.5 + 2 * error(off[f]), "fifth " + (f + 1));
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
        Tally schools = new Tally("pooled", IntervalSimulationTest::half);
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
        requireUnbiased("pooled sigma2_school", school, SCHOOL * SCHOOL);
        requireUnbiased("pooled sigma2_school_year", year, YEAR * YEAR);
        requireUnbiased("pooled sigma2_pupil", pupil, PUPIL * PUPIL);
    }

    /** Percentiles of 30 to 100 pupils around a median that is 30 to 70, drawn as {@code 100 U^k}. */
    private static void growth(int provinces) {
        Tally medians = new Tally("growth medians", Interval::se);
        Tally intervals = new Tally("intervals of growth medians", IntervalSimulationTest::half);
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
