package org.junheng.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.jspecify.annotations.Nullable;

/**
 * A sample that was drawn in strata and, within a stratum, in clusters at one stage: totals, ratios and means by linearisation.
 *
 * <p>A total is {@code sum w y}. Its variance is {@code sum_h (1 - f_h) n_h/(n_h - 1) sum_j (z_hj - mean_h z)^2}, where {@code z_hj} is the sum of
 * {@code w y} in cluster j of stratum h, {@code n_h} the clusters drawn and {@code f_h} their share of the population's (0 where it is not given).
 * A ratio {@code R = sum w y / sum w x} has the variance of the total of {@code (y - R x)/sum w x}. Of a calibrated sample, y is replaced by its
 * residual in the regression on the calibration variables with the weights before calibration.
 *
 * <p>A stratum with one cluster has no variance, and then neither has the sample, unless it holds all clusters of its population.
 *
 * <p>Source: Särndal, Swensson and Wretman 1992, sections 4.2, 5.5, 6.6; the same numbers as R's survey 4.1.1.
 */
public final class SurveyDesign {
    private final double[] weights;
    private final int[] clusterOf;
    private final int[] stratumOf;
    private final double[] drawn;
    private final double[] fraction;
    private final @Nullable Calibrated calibrated;

    /** The variables to whose totals the weights were fitted, and the weights before. */
    private static final class Calibrated {
        private final double[][] variables;
        private final double[] before;
        private final DecompositionSolver regression;

        Calibrated(double[][] variables, double[] before) {
            this.variables = variables;
            this.before = before;
            double[][] scaled = new double[before.length][];
            for (int i = 0; i < before.length; i++) {
                double root = Math.sqrt(before[i]);
                scaled[i] = Arrays.stream(variables[i]).map(x -> x * root).toArray();
            }
            this.regression = new SingularValueDecomposition(new Array2DRowRealMatrix(scaled, false)).getSolver();
        }

        double[] residuals(double[] u) {
            double[] scaled = new double[u.length];
            for (int i = 0; i < u.length; i++) {
                scaled[i] = u[i] * Math.sqrt(before[i]);
            }
            double[] slopes =
                    regression.solve(new ArrayRealVector(scaled, false)).toArray();
            double[] left = u.clone();
            for (int i = 0; i < left.length; i++) {
                for (int k = 0; k < slopes.length; k++) {
                    left[i] -= variables[i][k] * slopes[k];
                }
            }
            return left;
        }
    }

    private SurveyDesign(
            double[] weights,
            int[] clusterOf,
            int[] stratumOf,
            double[] drawn,
            double[] fraction,
            @Nullable Calibrated calibrated) {
        this.weights = weights;
        this.clusterOf = clusterOf;
        this.stratumOf = stratumOf;
        this.drawn = drawn;
        this.fraction = fraction;
        this.calibrated = calibrated;
    }

    public static SurveyDesign of(List<SampledUnit> units) {
        Map<String, Integer> strata = new TreeMap<>();
        Map<List<String>, Integer> clusters = new java.util.HashMap<>();
        int[] clusterOf = new int[units.size()];
        List<Integer> stratumOf = new ArrayList<>();
        double[] population = new double[units.size()];
        double[] drawn = new double[units.size()];
        for (int i = 0; i < clusterOf.length; i++) {
            SampledUnit unit = units.get(i);
            int stratum = strata.computeIfAbsent(unit.stratum(), s -> strata.size());
            Integer cluster = clusters.get(List.of(unit.stratum(), unit.cluster()));
            if (cluster == null) {
                cluster = clusters.size();
                clusters.put(List.of(unit.stratum(), unit.cluster()), cluster);
                stratumOf.add(stratum);
                drawn[stratum]++;
            }
            clusterOf[i] = cluster;
            population[stratum] = unit.inPopulation() == null ? 0 : unit.inPopulation();
        }
        double[] fraction = new double[strata.size()];
        for (int h = 0; h < fraction.length; h++) {
            fraction[h] = population[h] == 0 ? 0 : drawn[h] / population[h];
        }
        return new SurveyDesign(
                units.stream().mapToDouble(SampledUnit::weight).toArray(),
                clusterOf,
                stratumOf.stream().mapToInt(Integer::intValue).toArray(),
                Arrays.copyOf(drawn, fraction.length),
                fraction,
                null);
    }

    /** The same sample with weights fitted to known totals of these variables, one row per element; linear combinations among them do no harm. */
    public SurveyDesign calibrated(double[] fitted, double[][] variables) {
        return new SurveyDesign(
                fitted.clone(), clusterOf, stratumOf, drawn, fraction, new Calibrated(variables, weights));
    }

    /** The sample with other weights, as the replicates of a jackknife have them. */
    SurveyDesign weighted(double[] other) {
        return new SurveyDesign(other, clusterOf, stratumOf, drawn, fraction, calibrated);
    }

    public double[] weights() {
        return weights.clone();
    }

    /** Clusters less strata. */
    public double degreesOfFreedom() {
        return stratumOf.length - (double) drawn.length;
    }

    public Estimate total(double[] y) {
        return estimate(sum(y), y);
    }

    /** {@code sum w y / sum w x}; with indicators in both the mean of a domain. */
    public Estimate ratio(double[] y, double[] x) {
        double below = sum(x);
        double ratio = sum(y) / below;
        double[] u = new double[y.length];
        for (int i = 0; i < u.length; i++) {
            u[i] = (y[i] - ratio * x[i]) / below;
        }
        return estimate(ratio, u);
    }

    public Estimate mean(double[] y) {
        return ratio(y, ones(y.length));
    }

    /** The variance of y in the population, {@code n/(n - 1)} times the mean of squared deviations. */
    public Estimate variance(double[] y) {
        double mean = mean(y).value();
        double n = Arrays.stream(weights).filter(w -> w != 0).count();
        return mean(
                Arrays.stream(y).map(v -> (v - mean) * (v - mean) * n / (n - 1)).toArray());
    }

    /** How many times the variance of a mean is that of a simple random sample of as many elements, drawn without replacement. */
    public double designEffect(double[] y) {
        double n = Arrays.stream(weights).filter(w -> w != 0).count();
        double population = sum(ones(y.length));
        double simple = variance(y).value() * (population - n) / (population * n);
        double se = mean(y).se();
        return se * se / simple;
    }

    /** A value and what each element adds to it when it is written as a total of {@code w u}. */
    public Estimate estimate(double value, double[] u) {
        return new Estimate(
                value,
                Math.sqrt(varianceOfTotal(calibrated == null ? u : calibrated.residuals(u))),
                degreesOfFreedom());
    }

    private double varianceOfTotal(double[] u) {
        double[] totals = new double[stratumOf.length];
        for (int i = 0; i < u.length; i++) {
            totals[clusterOf[i]] += weights[i] * u[i];
        }
        double[] means = new double[drawn.length];
        for (int j = 0; j < totals.length; j++) {
            means[stratumOf[j]] += totals[j] / drawn[stratumOf[j]];
        }
        double variance = 0;
        for (int j = 0; j < totals.length; j++) {
            int h = stratumOf[j];
            double deviation = totals[j] - means[h];
            variance += fraction[h] == 1 ? 0 : (1 - fraction[h]) * drawn[h] / (drawn[h] - 1) * deviation * deviation;
        }
        return variance;
    }

    int clusters() {
        return stratumOf.length;
    }

    /** The weights without one cluster, the others of its stratum raised in its place. */
    double[] without(int cluster) {
        int h = stratumOf[cluster];
        double[] replicate = weights.clone();
        for (int i = 0; i < replicate.length; i++) {
            if (clusterOf[i] == cluster) {
                replicate[i] = 0;
            } else if (stratumOf[clusterOf[i]] == h) {
                replicate[i] *= drawn[h] / (drawn[h] - 1);
            }
        }
        return replicate;
    }

    /** What the squared deviation of the replicate without this cluster counts. */
    double scale(int cluster) {
        int h = stratumOf[cluster];
        return (1 - fraction[h]) * (drawn[h] - 1) / drawn[h];
    }

    private double sum(double[] y) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += weights[i] * y[i];
        }
        return sum;
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
