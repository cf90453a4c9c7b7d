package org.junheng.stats;

import org.apache.commons.math3.special.Gamma;

/**
 * Test of a model against a larger one that contains it: twice the gain in log-likelihood against chi-squared with as many degrees of freedom as
 * there are more parameters. Both are fitted by maximum likelihood. Where the smaller model puts a variance at 0, p is too large by up to a factor
 * of 2 (Self and Liang 1987): the test errs on the side of the smaller model.
 */
public record LikelihoodRatio(double chiSquared, int degrees, double p) {

    /** @param small, large -2 log-likelihoods by maximum likelihood */
    public static LikelihoodRatio of(double small, int parameters, double large, int moreParameters) {
        int degrees = moreParameters - parameters;
        if (degrees < 1) {
            throw new IllegalArgumentException(
                    "a model of " + moreParameters + " parameters is not larger than one of " + parameters);
        }
        double gain = Math.max(0, small - large);
        double p = Gamma.regularizedGammaQ(degrees / 2.0, gain / 2);
        return new LikelihoodRatio(gain, degrees, p);
    }
}
