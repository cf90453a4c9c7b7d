package org.junheng.impact;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junheng.impact.ImpactEstimate.Span;
import org.junheng.metric.Value;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Known truth: bias of the overall effect, coverage of its published interval, rejections of the placebo in the year before joining and of the
 * test of the years before, with their Monte Carlo errors. Bounds are the targets plus two Monte Carlo standard errors.
 */
class ImpactSimulationTest {
    private static final double GROWTH = 0.5;

    /** What was counted over the provinces. */
    private record Tally(int draws, double bias, double biasError, double coverage, double placebo, double pretrend) {
        double error(double share) {
            return Math.sqrt(share * (1 - share) / draws);
        }
    }

    @ParameterizedTest
    @CsvSource({"60, 60, 1, 200", "12, 30, 3, 200"})
    void aShortSample(int joined, int others, int schools, int draws) {
        require(joined, others, schools, draws);
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({
        "60, 60, 1, 2000",
        "100, 200, 2, 2000",
        "60, 90, 3, 2000",
        "10, 10, 3, 2000",
        "10, 40, 3, 2000",
        "12, 30, 3, 2000",
        "20, 29, 3, 2000",
        "25, 100, 4, 2000",
        "49, 49, 2, 2000"
    })
    void theWholeSimulation(int joined, int others, int schools, int draws) {
        require(joined, others, schools, draws);
    }

    private static void require(int joined, int others, int schools, int draws) {
        Tally tally = tally(new SimulatedJoining(joined, others, schools, GROWTH, schools > 1 ? 0.7 : 0), draws);
        boolean many = Math.min(joined, others) >= FewClusters.MANY;
        double slack = many ? 0.01 : 0.02;
        System.out.printf(
                Locale.ROOT,
                "%d + %d clusters of %d, %d draws: bias %.2f %% (%.2f), coverage %.2f %% (%.2f), placebo %.2f %% (%.2f), years before"
                        + " %.2f %%%n",
                joined,
                others,
                schools,
                draws,
                100 * tally.bias(),
                100 * tally.biasError(),
                100 * tally.coverage(),
                100 * tally.error(tally.coverage()),
                100 * tally.placebo(),
                100 * tally.error(tally.placebo()),
                100 * tally.pretrend());
        assertTrue(Math.abs(tally.bias()) <= 0.02 + 2 * tally.biasError(), () -> "bias " + tally);
        assertTrue(Math.abs(tally.coverage() - 0.95) <= slack + 2 * tally.error(0.95), () -> "coverage " + tally);
        assertTrue(Math.abs(tally.placebo() - 0.05) <= slack + 2 * tally.error(0.05), () -> "placebo " + tally);
        assertTrue(tally.pretrend() <= 0.05 + slack + 2 * tally.error(0.05), () -> "years before " + tally);
    }

    private static Tally tally(SimulatedJoining simulated, int draws) {
        double sum = 0;
        double squares = 0;
        int covered = 0;
        int tested = 0;
        int placebo = 0;
        int pretrend = 0;
        for (int d = 0; d < draws; d++) {
            ImpactFit fit = new JoiningEffect().fit(simulated.draw(d));
            double off = fit.overall().estimate() - simulated.truth();
            sum += off;
            squares += off * off;
            Span span = fit.overall().interval();
            covered += span.low() <= simulated.truth() && simulated.truth() <= span.high() ? 1 : 0;
            Double p = fit.yearBefore().orElseThrow().pValue();
            tested += p != null ? 1 : 0;
            placebo += p != null && p <= 0.05 ? 1 : 0;
            pretrend += new PretrendTest().of(fit) instanceof Value v && v.value() < 0.05 ? 1 : 0;
        }
        double bias = sum / draws / simulated.truth();
        double error = Math.sqrt((squares / draws - sum / draws * sum / draws) / draws) / simulated.truth();
        return new Tally(
                draws, bias, error, covered / (double) draws, placebo / (double) tested, pretrend / (double) draws);
    }
}
