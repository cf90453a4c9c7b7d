package org.junheng.stats;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The minimum of a criterion by Newton's method with the exact gradient, the second derivatives from its differences, damped as long as a step
 * does not go down (Levenberg 1944; Marquardt 1963). Diagonals of covariance factors enter by their squares only: they are kept away from 0,
 * where the gradient is not defined, by a distance that cannot be measured.
 */
final class NewtonSearch {
    private static final int STEPS = 200;
    private static final double DIFFERENCE = 1e-5;
    private static final double CONVERGED = 1e-9;
    private static final double ROUNDING = 1e-13;
    private static final double NEAREST = 1e-7;

    private static final double START = 0.5;
    private static final double LEAST_DAMPING = 1e-6;

    /** A diagonal below this share of a usual one is tried at 0. */
    private static final double SMALL = 1e-2;

    private final MixedCriterion criterion;
    private final double[] scale;
    private final List<Integer> diagonals;
    private final boolean[] atZero;

    /** @param scale of each number: what is large for it */
    NewtonSearch(MixedCriterion criterion, double[] scale, List<Integer> diagonals) {
        this.criterion = criterion;
        this.scale = scale;
        this.diagonals = diagonals;
        this.atZero = new boolean[scale.length];
    }

    /** The numbers at the minimum, a diagonal exactly 0 where the criterion is lowest there; null when no minimum is found. */
    double @Nullable [] minimum() {
        double[] at = new double[scale.length];
        for (int diagonal : diagonals) {
            at[diagonal] = START;
        }
        MixedCriterion.Point here = point(at);
        double[][] hessian = hessian(here);
        double damping = LEAST_DAMPING;
        for (int step = 0; step < STEPS; step++) {
            double[] move = Matrices.solved(damped(hessian, damping), negative(here.gradient()));
            if (move == null) {
                damping = Math.max(10 * damping, LEAST_DAMPING);
                continue;
            }
            MixedCriterion.Point there = point(moved(here.at(), move));
            boolean down = there.criterion() <= here.criterion() + ROUNDING * Math.abs(here.criterion());
            if (largest(move) < CONVERGED) {
                return numbers(down ? there : here);
            }
            if (down) {
                boolean quick = largest(there.gradient()) < largest(here.gradient()) / 2;
                MixedCriterion.Point settled = settled(there);
                hessian = quick && settled == there ? hessian : hessian(settled);
                here = settled;
                damping = damping < LEAST_DAMPING ? 0 : damping / 10;
            } else {
                hessian = hessian(here);
                damping = Math.max(10 * damping, LEAST_DAMPING);
            }
        }
        return null;
    }

    /** Puts diagonals that cannot be told from 0 on 0, where they stay. */
    private MixedCriterion.Point settled(MixedCriterion.Point here) {
        MixedCriterion.Point settled = here;
        for (int diagonal : diagonals) {
            if (!atZero[diagonal] && Math.abs(settled.at()[diagonal]) < SMALL) {
                double[] without = settled.at().clone();
                without[diagonal] = 0;
                MixedCriterion.Point zero = point(without);
                if (zero.criterion() <= settled.criterion() + ROUNDING * Math.abs(settled.criterion())) {
                    atZero[diagonal] = true;
                    settled = point(without);
                }
            }
        }
        return settled;
    }

    private double[] numbers(MixedCriterion.Point here) {
        double[] at = here.at().clone();
        for (int i = 0; i < at.length; i++) {
            at[i] *= atZero[i] ? 0 : scale[i];
        }
        return at;
    }

    private MixedCriterion.Point point(double[] at) {
        double[] list = at.clone();
        for (int diagonal : diagonals) {
            list[diagonal] = Math.copySign(Math.max(Math.abs(list[diagonal]), NEAREST), list[diagonal]);
        }
        for (int i = 0; i < list.length; i++) {
            list[i] *= scale[i];
        }
        MixedCriterion.Point point = criterion.at(list);
        double[] gradient = point.gradient().clone();
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= atZero[i] ? 0 : scale[i];
        }
        return new MixedCriterion.Point(at, point.criterion(), gradient);
    }

    private double[][] hessian(MixedCriterion.Point here) {
        int n = scale.length;
        double[][] hessian = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] up = here.at().clone();
            double[] down = here.at().clone();
            up[i] += DIFFERENCE;
            down[i] -= DIFFERENCE;
            double[] above = point(up).gradient();
            double[] below = point(down).gradient();
            for (int j = 0; j < n; j++) {
                double second = (above[j] - below[j]) / (2 * DIFFERENCE);
                hessian[i][j] += second / 2;
                hessian[j][i] += second / 2;
            }
        }
        for (int i = 0; i < n; i++) {
            hessian[i][i] += atZero[i] ? 1 : 0;
        }
        return hessian;
    }

    private static double[][] damped(double[][] hessian, double damping) {
        double largest = 0;
        double[][] damped = new double[hessian.length][];
        for (int i = 0; i < hessian.length; i++) {
            largest = Math.max(largest, Math.abs(hessian[i][i]));
        }
        for (int i = 0; i < hessian.length; i++) {
            damped[i] = hessian[i].clone();
            damped[i][i] += damping * largest;
        }
        return damped;
    }

    private static double[] moved(double[] at, double[] move) {
        double[] moved = at.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += move[i];
        }
        return moved;
    }

    private static double[] negative(double[] gradient) {
        double[] negative = new double[gradient.length];
        for (int i = 0; i < negative.length; i++) {
            negative[i] = -gradient[i];
        }
        return negative;
    }

    private static double largest(double[] move) {
        double largest = 0;
        for (double part : move) {
            largest = Math.max(largest, Math.abs(part));
        }
        return largest;
    }
}
