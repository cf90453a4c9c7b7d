package org.junheng.stats;

import org.apache.commons.math3.special.Gamma;

/**
 * Test of a model against a larger one that contains it: twice the gain in log-likelihood against chi-squared with as many degrees of freedom as
 * there are more parameters. Both are fitted by maximum likelihood. Where the smaller model puts variances at 0 beside other parameters, p is too
 * large by up to a factor of 2 (Self and Liang 1987): the test errs on the side of the smaller model.
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
        return new LikelihoodRatio(gain, degrees, tail(gain, degrees));
    }

    /** Test of one variance against 0, its boundary: half of chi-squared with one degree of freedom, half at 0 (Self and Liang 1987). */
    public static LikelihoodRatio ofVariance(double without, double with) {
        double gain = Math.max(0, without - with);
        return new LikelihoodRatio(gain, 1, gain > 0 ? tail(gain, 1) / 2 : 1);
    }

    private static double tail(double gain, int degrees) {
        return Gamma.regularizedGammaQ(degrees / 2.0, gain / 2);
    }
}
