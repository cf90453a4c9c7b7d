package org.junheng.valueadded;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junheng.stats.CubicSplines;

/**
 * The scores of all pupils in an exam and in the exams before it, newest first. The order in which pupils are added does not matter: every
 * reader sees them sorted by their scores.
 */
public final class GrowthCohort {
    private static final double[] KNOTS = {0.2, 0.4, 0.6, 0.8};
    private static final double WIDENED = 0.1;
    private static final int DIGITS = 3;

    private final int priors;
    private final List<double[]> pupils = new ArrayList<>();

    public GrowthCohort(int priors) {
        this.priors = priors;
    }

    /** Adds a pupil: the outcome, then the prior scores, newest first; a missing score is NaN. */
    public GrowthCohort add(double... scores) {
        if (scores.length != priors + 1) {
            throw new IllegalArgumentException(scores.length + " scores for " + priors + " priors and an outcome");
        }
        pupils.add(scores);
        return this;
    }

    /** The scores of the pupils who have the outcome and the newest {@code order} priors, in rising order. */
    List<double[]> complete(int order) {
        return pupils.stream()
                .filter(scores -> isComplete(scores, order))
                .map(scores -> Arrays.copyOf(scores, order + 1))
                .sorted(Arrays::compare)
                .toList();
    }

    static boolean isComplete(double[] scores, int order) {
        for (int i = 0; i <= order; i++) {
            if (Double.isNaN(scores[i])) {
                return false;
            }
        }
        return true;
    }

    /**
     * The curve of a prior, 1 being the newest: knots at the 20, 40, 60 and 80 % points (type 7) of all its scores, boundaries 10 % of the
     * range outside them, all rounded to three digits. Its scores must not all be equal.
     */
    CubicSplines splines(int prior) {
        double[] scores = scores(prior);
        List<Double> knots = new ArrayList<>();
        for (double share : KNOTS) {
            knots.add(rounded(quantile(scores, share)));
        }
        double low = scores[0];
        double high = scores[scores.length - 1];
        double beyond = WIDENED * (high - low);
        return new CubicSplines(knots, rounded(low - beyond), rounded(high + beyond));
    }

    /** Whether the scores of a prior leave room for a curve after rounding. */
    boolean varies(int prior) {
        double[] scores = scores(prior);
        return scores.length > 0 && rounded(scores[0]) < rounded(scores[scores.length - 1]);
    }

    private double[] scores(int prior) {
        return pupils.stream()
                .mapToDouble(scores -> scores[prior])
                .filter(score -> !Double.isNaN(score))
                .sorted()
                .toArray();
    }

    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        double rest = at - below;
        return rest == 0 ? sorted[below] : sorted[below] + rest * (sorted[below + 1] - sorted[below]);
    }

    private static double rounded(double x) {
        return BigDecimal.valueOf(x).setScale(DIGITS, RoundingMode.HALF_EVEN).doubleValue();
    }
}
