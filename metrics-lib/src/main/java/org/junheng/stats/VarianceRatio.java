package org.junheng.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * The ratio of the two variances at which the likelihood is highest: every root of the score equation on a logarithmic grid, and 0 when the
 * likelihood falls from there; of these the best.
 */
final class VarianceRatio {
    private static final int STEPS_PER_DECADE = 4;
    private static final int FIRST_DECADE = -5;
    private static final int LAST_DECADE = 10;
    private static final double RELATIVE = 1e-15;
    private static final double CURVATURE_STEP = 1e-4;
    private static final int EVALUATIONS = 500;

    /** The 95 % point of chi-squared with one degree of freedom. */
    private static final double DROP = 3.841458820694124;

    private VarianceRatio() {}

    /** Empty when the likelihood still rises at the largest ratio: units do not vary within groups. */
    static OptionalDouble best(ProfiledCriterion criterion, double meanSize) {
        List<ProfiledCriterion.Point> candidates = new ArrayList<>();
        double before = 0;
        boolean fell = criterion.falls(0);
        if (!fell) {
            candidates.add(criterion.at(0));
        }
        for (int k = FIRST_DECADE * STEPS_PER_DECADE; k <= LAST_DECADE * STEPS_PER_DECADE; k++) {
            double here = Math.pow(10, k / (double) STEPS_PER_DECADE) / meanSize;
            boolean falls = criterion.falls(here);
            if (fell && !falls) {
                candidates.add(criterion.at(root(criterion::slope, before, here)));
            }
            before = here;
            fell = falls;
        }
        return fell
                ? OptionalDouble.empty()
                : OptionalDouble.of(lowest(candidates).ratio());
    }

    /** The sampling variance of an estimate inside the range, from the curvature of the likelihood; 0 for the estimate 0. */
    static double variance(ProfiledCriterion criterion, double best) {
        double step = CURVATURE_STEP * best;
        double curvature = (criterion.slope(best + step) - criterion.slope(best - step)) / (2 * step);
        return curvature > 0 ? 2 / curvature : 0;
    }

    /** The largest ratio that a likelihood-ratio test at 5 % does not reject. */
    static double high(ProfiledCriterion criterion, double best, double meanSize) {
        double limit = criterion.at(best).criterion() + DROP;
        double low = best;
        double high = Math.max(2 * best, 1 / meanSize);
        while (criterion.at(high).criterion() < limit) {
            low = high;
            high *= 4;
        }
        return root(r -> criterion.at(r).criterion() - limit, low, high);
    }

    private static ProfiledCriterion.Point lowest(List<ProfiledCriterion.Point> candidates) {
        ProfiledCriterion.Point lowest = candidates.get(0);
        for (ProfiledCriterion.Point candidate : candidates) {
            lowest = candidate.criterion() < lowest.criterion() ? candidate : lowest;
        }
        return lowest;
    }

    private static double root(DoubleUnaryOperator function, double low, double high) {
        return new BrentSolver(RELATIVE, RELATIVE * high, 0).solve(EVALUATIONS, function::applyAsDouble, low, high);
    }
}
