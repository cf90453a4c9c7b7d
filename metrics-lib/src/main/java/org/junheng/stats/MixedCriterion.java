package org.junheng.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * -2 log-likelihood of a mixed model, the fixed effects and the unit variance profiled out, and its gradient in closed form: with v and C the
 * prediction of a level and its variance in units of the unit variance, the derivative by the factor L is
 * {@code 2 L'^-1 sum(I - C - v v' / sigma2)}.
 */
final class MixedCriterion {
    private final PenalisedSystem system;
    private final RelativeFactors relative;
    private final Estimator estimator;
    private final long degrees;

    /** The criterion at one point. */
    static final class Point {
        private final double[] at;
        private final double criterion;
        private final double[] gradient;

        Point(double[] at, double criterion, double[] gradient) {
            this.at = at;
            this.criterion = criterion;
            this.gradient = gradient;
        }

        double[] at() {
            return at;
        }

        double criterion() {
            return criterion;
        }

        double[] gradient() {
            return gradient;
        }
    }

    MixedCriterion(CrossedSums data, List<RandomFactor> factors, Estimator estimator) {
        this.system = new PenalisedSystem(data, factors);
        this.relative = new RelativeFactors(factors);
        this.estimator = estimator;
        this.degrees = data.units() - (estimator == Estimator.REML ? system.terms() : 0);
    }

    PenalisedSystem system() {
        return system;
    }

    /** Units, less the terms for REML: the denominator of the unit variance. */
    long degrees() {
        return degrees;
    }

    Point at(double[] list) {
        List<double[][]> triangles = relative.triangles(list);
        SparseCholesky root = system.solve(triangles);
        return new Point(list, criterion(root), gradient(root, triangles));
    }

    double sigma2(SparseCholesky root) {
        double last = root.diagonal(system.response());
        return last * last / degrees;
    }

    double criterion(SparseCholesky root) {
        double logs = 0;
        int last = estimator == Estimator.REML ? system.response() : system.firstTerm();
        for (int i = 0; i < last; i++) {
            logs += Math.log(root.diagonal(i));
        }
        return 2 * logs + degrees * (1 + Math.log(2 * Math.PI * sigma2(root)));
    }

    private double[] gradient(SparseCholesky root, List<double[][]> triangles) {
        double[] solution = root.solution(system.response(), system.response());
        SparseCholesky.Inverse inverse =
                root.inverse(estimator == Estimator.REML ? system.response() : system.firstTerm());
        double sigma2 = sigma2(root);
        List<double[][]> gradients = new ArrayList<>();
        for (int f = 0; f < triangles.size(); f++) {
            int size = triangles.get(f).length;
            double[][] sum = new double[size][size];
            for (int level = 0; level < system.levels(f).size(); level++) {
                int first = system.column(f, level);
                for (int i = 0; i < size; i++) {
                    for (int j = 0; j < size; j++) {
                        sum[i][j] += 2
                                * ((i == j ? 1 : 0)
                                        - inverse.at(first + i, first + j)
                                        - solution[first + i] * solution[first + j] / sigma2);
                    }
                }
            }
            gradients.add(Matrices.solvedTransposed(triangles.get(f), sum));
        }
        return relative.list(gradients);
    }
}
