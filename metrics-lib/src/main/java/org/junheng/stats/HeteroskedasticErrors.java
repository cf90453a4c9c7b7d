package org.junheng.stats;

/**
 * Standard errors of coefficients when units differ in variance: {@code (X'X)^-1 X' diag(f e^2) X (X'X)^-1}, rows and residuals times the roots of their
 * weights.
 *
 * <p>{@code f}: HC0 1; HC1 n/(n-p); HC2 1/(1-h); HC3 1/(1-h)^2; HC4 (1-h)^-min(4, n h / p), h the leverage. Not finite where a unit has leverage 1
 * (HC2 to HC4).
 *
 * <p>Source: White 1980; MacKinnon and White 1985; Cribari-Neto 2004.
 */
public enum HeteroskedasticErrors {
    HC0 {
        @Override
        double factor(double h, int n, int p) {
            return 1;
        }
    },
    HC1 {
        @Override
        double factor(double h, int n, int p) {
            return n / (double) (n - p);
        }
    },
    HC2 {
        @Override
        double factor(double h, int n, int p) {
            return 1 / (1 - h);
        }
    },
    HC3 {
        @Override
        double factor(double h, int n, int p) {
            return 1 / ((1 - h) * (1 - h));
        }
    },
    HC4 {
        @Override
        double factor(double h, int n, int p) {
            return StrictMath.pow(1 - h, -Math.min(4, n * h / p));
        }
    };

    abstract double factor(double h, int n, int p);

    /** The standard error of every coefficient, in the order of the terms. */
    public double[] of(LeastSquares fit) {
        Design design = fit.design();
        int p = design.terms().size();
        double[] variances = new double[p];
        for (int i = 0; i < design.units(); i++) {
            double e = fit.scaledResidual(i);
            double squared = e * e * factor(fit.leverage(i), design.units(), p) * design.weight(i);
            for (int j = 0; j < p; j++) {
                double reach = reach(fit, i, j);
                variances[j] += squared * reach * reach;
            }
        }
        for (int j = 0; j < p; j++) {
            variances[j] = Math.sqrt(variances[j]);
        }
        return variances;
    }

    /** What the unit's response adds to the coefficient, before its weight. */
    private static double reach(LeastSquares fit, int unit, int term) {
        double sum = 0;
        for (int k = 0; k < fit.design().terms().size(); k++) {
            sum += fit.unscaled(term, k) * fit.design().x(unit, k);
        }
        return sum;
    }
}
