package org.junheng.stats;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * A fitted linear regression, ordinary or weighted, by Householder's QR. Coefficients are refined with exact residuals, so that data that lie on the model
 * give it back.
 *
 * <p>{@code b = argmin sum(w (y - x'b)^2)}; {@code sigma^2 = rss / (n - p)}; all sums of squares weighted. With an intercept R2 and F are about the
 * weighted mean, without one about 0. Log-likelihood, AIC and BIC with all constants and p + 1 parameters, as R's {@code lm}.
 *
 * <p>Figures that divide by n - p are not finite for a saturated design.
 *
 * <p>Source: Golub and Van Loan, Matrix Computations; Cook and Weisberg 1982 (influence); Koenker 1981 (test of equal variances).
 */
public final class LeastSquares implements Regression {
    private static final int REFINEMENTS = 2;

    private final Design design;
    private final HouseholderQr qr;
    private final double[] coefficients;
    private final double[] residuals;
    private final double[][] basis;
    private final double[][] unscaled;
    private final double rss;

    LeastSquares(Design design, HouseholderQr qr) {
        this.design = design;
        this.qr = qr;
        this.basis = qr.basis();
        this.unscaled = unscaled(qr.inverseRoot());
        this.coefficients = new double[design.terms().size()];
        double[] left = residuals(design, coefficients);
        for (int pass = 0; pass <= REFINEMENTS; pass++) {
            double[] step = qr.solve(times(left, design));
            for (int j = 0; j < step.length; j++) {
                coefficients[j] += step[j];
            }
            left = residuals(design, coefficients);
        }
        this.residuals = left;
        CompensatedSum squares = new CompensatedSum();
        for (int i = 0; i < left.length; i++) {
            squares.add(design.weight(i) * left[i] * left[i]);
        }
        this.rss = squares.value();
    }

    public Design design() {
        return design;
    }

    public double coefficient(int term) {
        return coefficients[term];
    }

    public double residual(int unit) {
        return residuals[unit];
    }

    public double fitted(int unit) {
        return design.y(unit) - residuals[unit];
    }

    public int degrees() {
        return design.units() - coefficients.length;
    }

    /** Degrees of freedom of the F test: coefficients beside the intercept. */
    public int explaining() {
        return coefficients.length - (design.hasIntercept() ? 1 : 0);
    }

    /** The weighted sum of squared residuals. */
    public double residualSquares() {
        return rss;
    }

    public double residualDeviation() {
        return Math.sqrt(rss / degrees());
    }

    public double rSquared() {
        double explained = explainedSquares();
        return explained / (explained + rss);
    }

    public double adjustedRSquared() {
        int free = design.units() - (design.hasIntercept() ? 1 : 0);
        return 1 - (1 - rSquared()) * free / degrees();
    }

    public double f() {
        return explainedSquares() / explaining() / (rss / degrees());
    }

    /** The probability of an F at least as large when no term explains anything. */
    public double pValueOfF() {
        return TailProbability.ofF(f(), explaining(), degrees());
    }

    public double logLikelihood() {
        double n = design.units();
        double weights = 0;
        for (int i = 0; i < design.units(); i++) {
            weights += StrictMath.log(design.weight(i));
        }
        return (weights - n * (StrictMath.log(2 * Math.PI) + 1 - StrictMath.log(n) + StrictMath.log(rss))) / 2;
    }

    public double aic() {
        return -2 * logLikelihood() + 2 * (coefficients.length + 1);
    }

    public double bic() {
        return -2 * logLikelihood() + StrictMath.log(design.units()) * (coefficients.length + 1);
    }

    /** The standard error of a coefficient when the units have one variance (divided by their weight). */
    public double standardError(int term) {
        return residualDeviation() * Math.sqrt(unscaled[term][term]);
    }

    /** How much of a unit's fitted value is its own response: the diagonal of the hat matrix. */
    public double leverage(int unit) {
        double sum = 0;
        for (double q : basis[unit]) {
            sum += q * q;
        }
        return sum;
    }

    /** The residual over its standard deviation; not finite for a unit of leverage 1. */
    public double standardised(int unit) {
        return scaledResidual(unit) / (residualDeviation() * Math.sqrt(1 - leverage(unit)));
    }

    /** The residual over its standard deviation with sigma from the other units: t distributed with n - p - 1 degrees. */
    public double studentised(int unit) {
        double r = standardised(unit);
        return r * Math.sqrt((degrees() - 1) / (degrees() - r * r));
    }

    /** How far the fitted values would move without the unit, in units of p sigma^2 (Cook 1977). */
    public double cook(int unit) {
        double h = leverage(unit);
        double r = standardised(unit);
        return r * r * h / ((1 - h) * coefficients.length);
    }

    /**
     * Test of equal variances (Breusch and Pagan 1979, studentised by Koenker 1981): {@code n R2} of the squared residuals on the same terms, chi-squared
     * with {@link #explaining} degrees.
     */
    public double breuschPagan() {
        double[] squares = new double[residuals.length];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = residuals[i] * residuals[i];
        }
        return design.units() * new LeastSquares(design.explaining(squares), qr).rSquared();
    }

    /** Ratio of the largest to the smallest singular value of the (weighted) design. */
    public double conditionNumber() {
        return new SingularValueDecomposition(new Array2DRowRealMatrix(qr.root())).getConditionNumber();
    }

    /** {@code (X'WX)^-1}. */
    double unscaled(int i, int j) {
        return unscaled[i][j];
    }

    /** The residual times the root of the weight. */
    double scaledResidual(int unit) {
        return Math.sqrt(design.weight(unit)) * residuals[unit];
    }

    private double explainedSquares() {
        double centre = 0;
        if (design.hasIntercept()) {
            CompensatedSum sum = new CompensatedSum();
            CompensatedSum weights = new CompensatedSum();
            for (int i = 0; i < design.units(); i++) {
                sum.add(design.weight(i) * fitted(i));
                weights.add(design.weight(i));
            }
            centre = sum.value() / weights.value();
        }
        CompensatedSum squares = new CompensatedSum();
        for (int i = 0; i < design.units(); i++) {
            double d = fitted(i) - centre;
            squares.add(design.weight(i) * d * d);
        }
        return squares.value();
    }

    private static double[] residuals(Design design, double[] coefficients) {
        double[] residuals = new double[design.units()];
        for (int i = 0; i < residuals.length; i++) {
            ExactSum left = new ExactSum().add(design.y(i));
            for (int j = 0; j < coefficients.length; j++) {
                left.addProduct(-coefficients[j], design.x(i, j));
            }
            residuals[i] = left.doubleValue();
        }
        return residuals;
    }

    private static double[] times(double[] residuals, Design design) {
        double[] scaled = residuals.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= Math.sqrt(design.weight(i));
        }
        return scaled;
    }

    private static double[][] unscaled(double[][] inverse) {
        int p = inverse.length;
        double[][] product = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                for (int k = Math.max(i, j); k < p; k++) {
                    product[i][j] += inverse[i][k] * inverse[j][k];
                }
            }
        }
        return product;
    }
}
