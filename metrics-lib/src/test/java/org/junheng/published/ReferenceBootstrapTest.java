package org.junheng.published;

import static org.junheng.published.PublishedRows.number;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.commons.csv.CSVRecord;
import org.junheng.Given;
import org.junheng.metric.Interval;
import org.junheng.stats.Bootstrap;
import org.junheng.stats.CounterRandom;
import org.junheng.stats.Influence;
import org.junheng.stats.Jackknife;
import org.junheng.stats.Quantiles;
import org.junheng.stats.ResampledCv;
import org.junit.jupiter.api.Test;

/** 97 schools in two years (aggregated from the GPL data set SGPdata), 999 given resamples, in R 4.2.2 with boot; kept beside the project. */
class ReferenceBootstrapTest {
    private static final String CASE = "reference/cases/d1_cv_bootstrap_sgpdata";
    private static final double RELATIVE = 1e-12;
    private static final List<String> STATISTICS = List.of("cvw1", "cvw2", "cvw_change", "cv1", "cv2", "cv_change");

    private double[][] x;
    private double[][] p;

    @Test
    void equalsEveryReplicateAndEveryInterval() throws IOException {
        read();
        Map<String, String> expected = FlatJson.of(Given.shared(CASE + "/expected.json"));
        Tally tally = new Tally("d1");
        List<CSVRecord> replicates = PublishedRows.of(Given.shared(CASE + "/math_boot_reps.csv"));
        List<int[]> resamples = resamples();
        for (String name : STATISTICS) {
            ToDoubleFunction<int[]> statistic = statistic(name);
            double[] values = resamples.stream().mapToDouble(statistic).toArray();
            for (int r = 0; r < values.length; r++) {
                tally.holds(name + " " + r, replicates.get(r).get(name), values[r], RELATIVE, 1e-15);
            }
            intervals(tally, expected, "math.stats." + name + ".", statistic, values);
        }
        tally.allHold(6 * 999 + 6 * 21);
    }

    @Test
    void equalsTheDeltaMethod() throws IOException {
        read();
        Map<String, String> expected = FlatJson.of(Given.shared(CASE + "/expected.json"));
        double[] first = Influence.ofCoefficientOfVariation(x[0], p[0]);
        double[] second = Influence.ofCoefficientOfVariation(x[1], p[1]);
        double[] change = new double[first.length];
        Arrays.setAll(change, i -> second[i] - first[i]);
        Tally tally = new Tally("d1 delta");
        String at = "math.delta_se.";
        tally.holds("first", expected.get(at + "cvw1"), Influence.standardError(first), RELATIVE, 0);
        tally.holds("second", expected.get(at + "cvw2"), Influence.standardError(second), RELATIVE, 0);
        tally.holds("change", expected.get(at + "cvw_change"), Influence.standardError(change), RELATIVE, 0);
        tally.allHold(3);
    }

    /** Our own random numbers instead of R's: standard errors within 3 %, quantiles within 0.05 of one, as the case says. */
    @Test
    void ownResamplesAgreeWithFortyThousandOfR() throws IOException {
        read();
        Map<String, String> expected = FlatJson.of(Given.shared(CASE + "/expected.json"));
        int n = x[0].length;
        CounterRandom random = CounterRandom.of(20261125, "case d1");
        double[][] values = new double[STATISTICS.size()][40_000];
        List<ToDoubleFunction<int[]>> statistics =
                STATISTICS.stream().map(this::statistic).toList();
        for (int r = 0; r < values[0].length; r++) {
            int[] counts = new int[n];
            for (int school = 0; school < n; school++) {
                counts[random.below(n, school, r)]++;
            }
            for (int s = 0; s < values.length; s++) {
                values[s][r] = statistics.get(s).applyAsDouble(counts);
            }
        }
        Tally tally = new Tally("d1 Monte Carlo");
        for (int s = 0; s < values.length; s++) {
            String name = STATISTICS.get(s);
            Bootstrap own = new Bootstrap(0, values[s]);
            double se = own.standardError();
            String at = "math.monte_carlo_R40000.";
            tally.holds(name + " se", expected.get(at + "se." + name), se, 0.03, 0);
            tally.holds(name + " low", expected.get(at + "q025." + name), own.quantile(0.025), 0, 0.05 * se);
            tally.holds(name + " high", expected.get(at + "q975." + name), own.quantile(0.975), 0, 0.05 * se);
        }
        tally.allHold(18);
    }

    private void intervals(
            Tally tally, Map<String, String> expected, String at, ToDoubleFunction<int[]> statistic, double[] values) {
        int n = x[0].length;
        int[] all = new int[n];
        Arrays.fill(all, 1);
        double[] left = new double[n];
        for (int i = 0; i < n; i++) {
            int[] without = all.clone();
            without[i] = 0;
            left[i] = statistic.applyAsDouble(without);
        }
        double estimate = statistic.applyAsDouble(all);
        Bootstrap bootstrap = new Bootstrap(estimate, values);
        Jackknife jackknife = new Jackknife(estimate, left);
        tally.holds(at + "t0", expected.get(at + "t0"), estimate, RELATIVE, 1e-15);
        tally.holds(at + "boot_mean", expected.get(at + "boot_mean"), bootstrap.mean(), RELATIVE, 1e-15);
        tally.holds(at + "boot_bias", expected.get(at + "boot_bias"), bootstrap.bias(), RELATIVE, 1e-15);
        tally.holds(at + "boot_se", expected.get(at + "boot_se"), bootstrap.standardError(), RELATIVE, 0);
        interval(tally, expected, at + "normal95", bootstrap.normal(0.95));
        interval(tally, expected, at + "basic95", bootstrap.basic(0.95));
        interval(tally, expected, at + "percentile95", bootstrap.percentile(0.95));
        interval(tally, expected, at + "bca95_jackknife", bootstrap.bca(jackknife, 0.95));
        double[] type7 = {Quantiles.interpolated(values, 0.025), Quantiles.interpolated(values, 0.975)};
        tally.holds(at + "type7", expected.get(at + "percentile95_type7.0"), type7[0], RELATIVE, 1e-15);
        tally.holds(at + "type7", expected.get(at + "percentile95_type7.1"), type7[1], RELATIVE, 1e-15);
        tally.holds(at + "z0", expected.get(at + "bca_z0"), bootstrap.medianBias(), RELATIVE, 1e-14);
        tally.holds(at + "a", expected.get(at + "bca_a"), jackknife.acceleration(), 1e-10, 0);
        double a = jackknife.acceleration();
        tally.holds(at + "low", expected.get(at + "bca_alpha.0"), bootstrap.corrected(0.025, a), RELATIVE, 0);
        tally.holds(at + "high", expected.get(at + "bca_alpha.1"), bootstrap.corrected(0.975, a), RELATIVE, 0);
        tally.holds(at + "jack_se", expected.get(at + "jack_se"), jackknife.standardError(), RELATIVE, 0);
        tally.holds(at + "jack_bias", expected.get(at + "jack_bias"), jackknife.bias(), 1e-10, 1e-14);
        tally.holds(at + "pseudo", expected.get(at + "jack_pseudo_mean"), jackknife.pseudoMean(), 1e-11, 1e-14);
    }

    private static void interval(Tally tally, Map<String, String> expected, String at, Interval interval) {
        tally.holds(at + " low", expected.get(at + ".0"), interval.low(), RELATIVE, 1e-15);
        tally.holds(at + " high", expected.get(at + ".1"), interval.high(), RELATIVE, 1e-15);
    }

    /** {@code cvw} is weighted by pupils, with n in the denominator; {@code cv} counts schools alike, with n - 1. */
    private ToDoubleFunction<int[]> statistic(String name) {
        ToDoubleFunction<int[]> first = name.startsWith("cvw") ? new ResampledCv(x[0], p[0])::of : sample(x[0]);
        ToDoubleFunction<int[]> second = name.startsWith("cvw") ? new ResampledCv(x[1], p[1])::of : sample(x[1]);
        return switch (name.charAt(name.length() - 1)) {
            case '1' -> first;
            case '2' -> second;
            default -> counts -> second.applyAsDouble(counts) - first.applyAsDouble(counts);
        };
    }

    private static ToDoubleFunction<int[]> sample(double[] figures) {
        double[] alike = new double[figures.length];
        Arrays.fill(alike, 1);
        ResampledCv cv = new ResampledCv(figures, alike);
        return counts -> {
            double n = Arrays.stream(counts).sum();
            return cv.of(counts) * Math.sqrt(n / (n - 1));
        };
    }

    private static List<int[]> resamples() throws IOException {
        Path index = Given.shared(CASE + "/math_boot_index.csv");
        return Files.readAllLines(index).stream()
                .map(line -> {
                    String[] cells = line.split(",", -1);
                    int[] counts = new int[cells.length];
                    for (String cell : cells) {
                        counts[Integer.parseInt(cell) - 1]++;
                    }
                    return counts;
                })
                .toList();
    }

    private void read() throws IOException {
        List<CSVRecord> rows = PublishedRows.of(Given.shared(CASE + "/math_pairs.csv"));
        x = new double[2][rows.size()];
        p = new double[2][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int year = 0; year < 2; year++) {
                x[year][i] = number(rows.get(i), "x" + (year + 1));
                p[year][i] = number(rows.get(i), "p" + (year + 1));
            }
        }
    }
}
