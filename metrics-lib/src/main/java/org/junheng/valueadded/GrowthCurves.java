package org.junheng.valueadded;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.junheng.stats.CubicSplines;

/**
 * The hundred curves of one order, from which a pupil's growth percentile is read: quantile {@code q} is {@code (q + 0.5) / 100}.
 *
 * @param knots of each prior, newest first: the lower boundary, the knots, the upper boundary
 * @param coefficients by quantile: the intercept, then the columns of each prior
 */
public record GrowthCurves(List<List<Double>> knots, List<List<Double>> coefficients) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** How many curves there are. */
    public static final int QUANTILES = 100;

    private static final double ROUNDED = 1e5;

    public GrowthCurves {
        knots = knots.stream().map(List::copyOf).toList();
        coefficients = coefficients.stream().map(List::copyOf).toList();
        if (coefficients.size() != QUANTILES) {
            throw new IllegalArgumentException(coefficients.size() + " curves");
        }
    }

    public int order() {
        return knots.size();
    }

    /** The share of pupils that curve q leaves below it. */
    public static double share(int q) {
        return (q + 0.5) / QUANTILES;
    }

    /** Reads percentiles with room of its own: one for each thread. */
    public Reader reader() {
        return new Reader(this);
    }

    /** Reads percentiles. */
    public static final class Reader {
        private final List<CubicSplines> splines;
        private final double[][] coefficients;
        private final double[] row;
        private final double[] predicted = new double[QUANTILES];

        private Reader(GrowthCurves curves) {
            this.splines = curves.knots.stream().map(GrowthDesign::splines).toList();
            this.coefficients = curves.coefficients.stream()
                    .map(c -> c.stream().mapToDouble(Double::doubleValue).toArray())
                    .toArray(double[][]::new);
            this.row = new double[GrowthDesign.columns(splines)];
        }

        /** Whether a pupil has the outcome and all priors of the order. */
        public boolean isFor(double[] scores) {
            return scores.length > splines.size() && GrowthCohort.isComplete(scores, splines.size());
        }

        /**
         * The growth percentile of a pupil, 1 to 99: the predictions of all curves sorted and rounded to five digits, counted where they are
         * strictly below the score; 0 counts as 1, 100 as 99.
         *
         * @param scores the outcome, then the priors, newest first; as many as the order has and perhaps more
         */
        public int percentile(double... scores) {
            GrowthDesign.write(splines, scores, row);
            for (int q = 0; q < QUANTILES; q++) {
                double sum = 0;
                for (int j = 0; j < row.length; j++) {
                    sum += coefficients[q][j] * row[j];
                }
                predicted[q] = Math.rint(sum * ROUNDED) / ROUNDED;
            }
            int below =
                    (int) Arrays.stream(predicted).filter(p -> p < scores[0]).count();
            return Math.max(1, Math.min(QUANTILES - 1, below));
        }
    }
}
