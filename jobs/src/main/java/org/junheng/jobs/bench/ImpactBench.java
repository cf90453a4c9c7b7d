package org.junheng.jobs.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junheng.impact.ComparisonGroup;
import org.junheng.impact.EffectEstimator;
import org.junheng.impact.ImpactFit;
import org.junheng.impact.ImpactQuestion;
import org.junheng.impact.JoiningEffect;
import org.junheng.impact.JoiningSchool;
import org.junheng.impact.Pairing;
import org.junheng.stats.CounterRandom;

/**
 * Effects of joining for 200,000 schools over 10 years with 999 multiplier draws, against a bare loop that does nothing but the draws: the same
 * random bits, the same number of scores per school, added in the same order. The target is at most four times the loop.
 *
 * <p>{@code java -cp jobs/target/junheng-jobs-0.1.0.jar org.junheng.jobs.bench.ImpactBench [SCHOOLS YEARS]}.
 */
public final class ImpactBench {
    private static final int DRAWS = 999;

    private ImpactBench() {}

    public static void main(String... args) {
        int schools = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
        int years = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        ImpactQuestion question = question(schools, years);
        ImpactQuestion warmUp = question(2_000, years);
        int effects = new JoiningEffect().fit(warmUp).estimates().size();
        bare(2_000, effects);
        Clock start = Clock.now();
        ImpactFit fit = new JoiningEffect().fit(question);
        Clock model = Clock.now().since(start);
        start = Clock.now();
        double sum = bare(schools, effects);
        Clock loop = Clock.now().since(start);
        double units = (double) fit.estimates().size() * schools * DRAWS;
        System.out.printf(
                Locale.ROOT,
                "%,d schools x %d years, %d effects, %d draws%n",
                schools,
                years,
                fit.estimates().size(),
                DRAWS);
        String line = "%-9s %8.2f s  %6.3f ns per effect, school and draw, %6.3f of CPU (%s)%n";
        System.out.printf(
                Locale.ROOT,
                line,
                "program",
                model.wall(),
                model.wall() * 1e9 / units,
                model.cpu() * 1e9 / units,
                "overall effect "
                        + Math.round(1e4 * Objects.requireNonNull(fit.overall().estimate())) / 1e4);
        System.out.printf(
                Locale.ROOT,
                line,
                "bare loop",
                loop.wall(),
                loop.wall() * 1e9 / units,
                loop.cpu() * 1e9 / units,
                Math.round(sum));
        System.out.printf(
                Locale.ROOT,
                "ratio     %8.2f    by CPU %8.2f    (at most 4)%n",
                model.wall() / loop.wall(),
                model.cpu() / loop.cpu());
    }

    /** A tenth of the schools joins in each of the second to the sixth year, half of them never. */
    private static ImpactQuestion question(int schools, int years) {
        CounterRandom random = CounterRandom.of(1, "bench");
        List<Integer> all = new ArrayList<>();
        for (int year = 2000; year < 2000 + years; year++) {
            all.add(year);
        }
        List<JoiningSchool> joining = new ArrayList<>(schools);
        for (int i = 0; i < schools; i++) {
            Integer joined = i % 10 < 5 ? Integer.valueOf(2001 + i % 10) : null;
            List<Double> outcomes = new ArrayList<>(years);
            for (int year : all) {
                outcomes.add(random.uniform(i, year) + (joined != null && year >= joined ? 0.1 : 0));
            }
            String code = String.format(Locale.ROOT, "%06d", i);
            joining.add(new JoiningSchool(code, code, joined, outcomes));
        }
        return new ImpactQuestion(
                all, joining, List.of(), ComparisonGroup.NOT_YET_TREATED, EffectEstimator.REG, Pairing.BALANCED, 1);
    }

    /** Every score of every school under every draw's sign, and nothing else. */
    private static double bare(int schools, int effects) {
        CounterRandom random = CounterRandom.of(1, "impact signs");
        double[][] scores = new double[effects][schools];
        for (int k = 0; k < effects; k++) {
            for (int i = 0; i < schools; i++) {
                scores[k][i] = (i * 31L + k) % 1000 - 499.5;
            }
        }
        double[][] sums = new double[effects][DRAWS];
        double[] signs = new double[DRAWS];
        for (int i = 0; i < schools; i++) {
            for (int d = 0; d < DRAWS; d++) {
                long bits = random.bits(i, d / Long.SIZE) >>> (d % Long.SIZE);
                signs[d] = 1 - 2 * (bits & 1);
            }
            for (int k = 0; k < effects; k++) {
                double score = scores[k][i];
                for (int d = 0; d < DRAWS; d++) {
                    sums[k][d] += score * signs[d];
                }
            }
        }
        double sum = 0;
        for (double[] of : sums) {
            for (double s : of) {
                sum += Math.abs(s);
            }
        }
        return sum;
    }
}
