package org.junheng.stats;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/** Probabilities of the tails of t and F by the incomplete beta function: small ones keep their digits. */
public final class TailProbability {
    private TailProbability() {}

    /** {@code P(|T| >= |t|)}, also for degrees that are no whole number. */
    public static double ofT(double t, double degrees) {
        return Beta.regularizedBeta(degrees / (degrees + t * t), degrees / 2, 0.5);
    }

    /** Of a chi-squared beyond this value. */
    public static double ofChiSquared(double value, double degrees) {
        return Gamma.regularizedGammaQ(degrees / 2, value / 2);
    }

    /** {@code P(F >= f)}. */
    public static double ofF(double f, double above, double below) {
        return Beta.regularizedBeta(below / (below + above * f), below / 2, above / 2);
    }
}
