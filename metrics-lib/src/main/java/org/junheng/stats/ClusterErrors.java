package org.junheng.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Standard errors of coefficients when units of one cluster depend on each other: {@code M sum_g(X_g' W_g A_g e_g e_g' A_g' W_g X_g) M},
 * {@code M = (X'WX)^-1}.
 *
 * <p>CR0: {@code A = I}. CR1: times {@code G/(G-1)}. CR1S: times {@code G/(G-1) (N-1)/(N-p)}. CR2 (Bell and McCaffrey 2002): {@code A = C^-1/2},
 * {@code C} the covariance of the cluster's residuals when all units are independent with one variance, whatever their weights (the default of
 * clubSandwich for a linear model); directions in which the cluster alone determines a coefficient count nothing. CR3:
 * {@code A = (I - X_g M X_g' W)^-1}, which is leaving out one cluster at a time.
 *
 * <p>CR3 is not a number where a cluster alone determines a coefficient; CR1, CR1S are not finite for one cluster.
 *
 * <p>Source: Bell and McCaffrey 2002; Pustejovsky and Tipton 2018; R clubSandwich.
 */
public final class ClusterErrors {
    private static final double NOTHING = 1e-12;

    /** How the residuals of a cluster are corrected. */
    public enum Kind {
        CR0,
        CR1,
        CR1S,
        CR2,
        CR3
    }

    private final LeastSquares fit;
    private final int terms;
    private final List<List<Integer>> clusters;
    private final RealMatrix bread;
    private final RealMatrix twice;

    private ClusterErrors(LeastSquares fit, List<List<Integer>> clusters) {
        this.fit = fit;
        this.terms = fit.design().terms().size();
        this.clusters = clusters;
        this.bread = new Array2DRowRealMatrix(terms, terms);
        for (int i = 0; i < terms; i++) {
            for (int j = 0; j < terms; j++) {
                bread.setEntry(i, j, fit.unscaled(i, j));
            }
        }
        this.twice = bread.multiply(squaredWeights(fit)).multiply(bread);
    }

    /** @param cluster the cluster of every unit */
    public static ClusterErrors of(LeastSquares fit, List<String> cluster) {
        if (cluster.size() != fit.design().units()) {
            throw new IllegalArgumentException(
                    cluster.size() + " clusters for " + fit.design().units() + " units");
        }
        SortedMap<String, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < cluster.size(); i++) {
            members.computeIfAbsent(cluster.get(i), c -> new ArrayList<>()).add(i);
        }
        return new ClusterErrors(fit, List.copyOf(members.values()));
    }

    public int clusters() {
        return clusters.size();
    }

    /** The standard error of every coefficient, in the order of the terms. */
    public double[] of(Kind kind) {
        RealMatrix meat = new Array2DRowRealMatrix(terms, terms);
        for (List<Integer> cluster : clusters) {
            double[] score = reach(cluster, kind).preMultiply(residuals(cluster));
            for (int i = 0; i < terms; i++) {
                for (int j = 0; j < terms; j++) {
                    meat.addToEntry(i, j, score[i] * score[j]);
                }
            }
        }
        double[] errors = new double[terms];
        for (int j = 0; j < terms; j++) {
            errors[j] = Math.sqrt(factor(kind) * meat.getEntry(j, j));
        }
        return errors;
    }

    /**
     * Degrees of freedom of a t test with the CR2 error, when all units are independent with one variance: {@code (sum p_gg)^2 / sum(p_gh^2)} over pairs of
     * clusters, {@code p_gh} the covariance of what two clusters add (Satterthwaite 1946; Bell and McCaffrey 2002).
     */
    public double degrees(int term) {
        int n = clusters.size();
        double[][] plain = new double[n][];
        double[][] weighted = new double[n][];
        double[] own = new double[n];
        for (int g = 0; g < n; g++) {
            double[] s = reach(clusters.get(g), Kind.CR2).getColumn(term);
            plain[g] = x(clusters.get(g)).preMultiply(s);
            weighted[g] = weighted(clusters.get(g)).preMultiply(s);
            own[g] = product(s, s);
        }
        double trace = 0;
        double squares = 0;
        for (int g = 0; g < n; g++) {
            double[] turned = bread.operate(plain[g]);
            double[] back = bread.operate(weighted[g]);
            double[] both = twice.operate(plain[g]);
            for (int h = 0; h < n; h++) {
                double p = (g == h ? own[g] : 0)
                        - product(turned, weighted[h])
                        - product(back, plain[h])
                        + product(both, plain[h]);
                trace += g == h ? p : 0;
                squares += p * p;
            }
        }
        return trace * trace / squares;
    }

    private double factor(Kind kind) {
        double g = clusters.size();
        double n = fit.design().units();
        return switch (kind) {
            case CR0, CR2, CR3 -> 1;
            case CR1 -> g / (g - 1);
            case CR1S -> g / (g - 1) * (n - 1) / (n - terms);
        };
    }

    /** {@code A' W X M}: what each residual of the cluster adds to each coefficient. */
    private RealMatrix reach(List<Integer> cluster, Kind kind) {
        RealMatrix x = x(cluster);
        RealMatrix weighted = weighted(cluster);
        RealMatrix plain = weighted.multiply(bread);
        return switch (kind) {
            case CR0, CR1, CR1S -> plain;
            case CR2 -> balanced(x, plain).multiply(plain);
            case CR3 -> leftOut(x, weighted).transpose().multiply(plain);
        };
    }

    private RealMatrix balanced(RealMatrix x, RealMatrix plain) {
        RealMatrix hat = x.multiply(plain.transpose());
        RealMatrix covariance = MatrixUtils.createRealIdentityMatrix(x.getRowDimension())
                .subtract(hat)
                .subtract(hat.transpose())
                .add(x.multiply(twice).multiply(x.transpose()));
        return InverseRoot.of(covariance, NOTHING);
    }

    private RealMatrix leftOut(RealMatrix x, RealMatrix weighted) {
        RealMatrix own = MatrixUtils.createRealIdentityMatrix(x.getRowDimension())
                .subtract(x.multiply(bread).multiply(weighted.transpose()));
        LUDecomposition lu = new LUDecomposition(own);
        return lu.getSolver().isNonSingular() ? lu.getSolver().getInverse() : own.scalarMultiply(Double.NaN);
    }

    private RealMatrix x(List<Integer> cluster) {
        RealMatrix x = new Array2DRowRealMatrix(cluster.size(), terms);
        for (int i = 0; i < cluster.size(); i++) {
            for (int j = 0; j < terms; j++) {
                x.setEntry(i, j, fit.design().x(cluster.get(i), j));
            }
        }
        return x;
    }

    private RealMatrix weighted(List<Integer> cluster) {
        RealMatrix weighted = x(cluster);
        for (int i = 0; i < cluster.size(); i++) {
            for (int j = 0; j < terms; j++) {
                weighted.multiplyEntry(i, j, fit.design().weight(cluster.get(i)));
            }
        }
        return weighted;
    }

    /** {@code X' W^2 X}. */
    private static RealMatrix squaredWeights(LeastSquares fit) {
        Design design = fit.design();
        int terms = design.terms().size();
        RealMatrix sum = new Array2DRowRealMatrix(terms, terms);
        for (int unit = 0; unit < design.units(); unit++) {
            double weight = design.weight(unit) * design.weight(unit);
            for (int i = 0; i < terms; i++) {
                for (int j = 0; j < terms; j++) {
                    sum.addToEntry(i, j, weight * design.x(unit, i) * design.x(unit, j));
                }
            }
        }
        return sum;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private double[] residuals(List<Integer> cluster) {
        return cluster.stream().mapToDouble(fit::residual).toArray();
    }
}
