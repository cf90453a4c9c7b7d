package org.junheng.stats;

/**
 * The weighted coefficient of variation of units that occur some number of times: {@code sqrt(sum(k w (x - m)^2) / sum(k w)) / m}. Doubles in a fixed order,
 * two multiplications and additions per unit and sum: made to be asked thousands of times.
 */
public final class ResampledCv {
    private final double centre;
    private final double[] first;
    private final double[] second;
    private final double[] weights;

    /** @param weights at least one above 0; a unit of weight 0 takes no part */
    public ResampledCv(double[] figures, double[] weights) {
        double sum = 0;
        double all = 0;
        for (int i = 0; i < figures.length; i++) {
            sum += weights[i] * figures[i];
            all += weights[i];
        }
        this.centre = sum / all;
        this.weights = weights.clone();
        this.first = new double[figures.length];
        this.second = new double[figures.length];
        for (int i = 0; i < figures.length; i++) {
            double d = figures[i] - centre;
            first[i] = weights[i] * d;
            second[i] = first[i] * d;
        }
    }

    /** @return not a number when no unit occurs */
    public double of(int[] counts) {
        double all = 0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < counts.length; i++) {
            double k = counts[i];
            all += k * weights[i];
            sum += k * first[i];
            squares += k * second[i];
        }
        double d = sum / all;
        return Math.sqrt(Math.max(0, squares / all - d * d)) / (centre + d);
    }
}
