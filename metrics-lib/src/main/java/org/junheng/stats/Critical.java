package org.junheng.stats;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.commons.math3.distribution.AbstractRealDistribution;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/** Critical values of the usual distributions, to the last digits: a root search leaves an error of 1e-9, which a few steps of Newton take away. */
public final class Critical {
    private static final double SEARCHED = 1e-12;
    private static final int STEPS = 4;

    private static final AtomicReferenceArray<@Nullable Known> STUDENT = new AtomicReferenceArray<>(1 << 12);

    private Critical() {}

    /** A quantile of Student's t that was asked for lately: the same few degrees of freedom are, again and again. */
    private record Known(double df, double p, double quantile) {}

    /** Of the standard normal. */
    public static double normal(double p) {
        return new NormalDistribution(null, 0, 1).inverseCumulativeProbability(p);
    }

    /** Of Student's t. */
    public static double student(double df, double p) {
        if (Double.isInfinite(df)) {
            return normal(p);
        }
        long bits = 31 * Double.doubleToLongBits(df) + Double.doubleToLongBits(p);
        int at = (int) ((bits ^ (bits >>> 17) ^ (bits >>> 40)) & (STUDENT.length() - 1));
        Known known = STUDENT.get(at);
        if (known == null || known.df() != df || known.p() != p) {
            known = new Known(df, p, polished(new TDistribution(null, df, SEARCHED), p));
            STUDENT.set(at, known);
        }
        return known.quantile();
    }

    /** Of the beta distribution; a shape of 0 puts everything at the end that it belongs to. */
    public static double beta(double a, double b, double p) {
        if (a == 0 || b == 0) {
            return a == 0 ? 0 : 1;
        }
        double x = polished(new BetaDistribution(null, a, b, SEARCHED), p);
        return Math.min(1, Math.max(0, x));
    }

    /** Of Fisher's F. */
    public static double fisher(double df1, double df2, double p) {
        return polished(new FDistribution(null, df1, df2, SEARCHED), p);
    }

    private static double polished(AbstractRealDistribution distribution, double p) {
        double x = distribution.inverseCumulativeProbability(p);
        double lowest = distribution.getSupportLowerBound();
        double highest = distribution.getSupportUpperBound();
        for (int i = 0; i < STEPS && x > lowest && x < highest; i++) {
            double step = (distribution.cumulativeProbability(x) - p) / distribution.density(x);
            if (!Double.isFinite(step) || Math.abs(step) > Math.abs(x) / 2) {
                break;
            }
            x -= step;
        }
        return x;
    }
}
