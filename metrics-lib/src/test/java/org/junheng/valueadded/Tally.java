package org.junheng.valueadded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junheng.metric.Interval;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;

/** What was found of one kind of interval; schools of one province are one draw. */
final class Tally {
    private static final double Z = 1.959963984540054;

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

    static double half(Interval interval) {
        return (interval.high() - interval.low()) / (2 * Z);
    }

    private static double error(SummaryStatistics of) {
        return of.getStandardDeviation() / Math.sqrt(of.getN());
    }

    static void requireUnbiased(String name, SummaryStatistics found, double truth) {
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

    /** A fifth of a rank is what the estimated variances may cost. */
    static void requireHonest(SummaryStatistics... off) {
        for (int f = 0; f < off.length; f++) {
            System.out.printf(
                    Locale.ROOT,
                    "true less expected rank, fifth %d of the expected ranks: %.3f (se %.3f)%n",
                    f + 1,
                    off[f].getMean(),
                    error(off[f]));
            assertEquals(0, off[f].getMean(), 0.2 + 2 * error(off[f]), "fifth " + (f + 1));
        }
    }
}
