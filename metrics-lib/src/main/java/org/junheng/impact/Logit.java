package org.junheng.impact;

import java.util.Optional;
import org.junheng.metric.Words;
import org.junheng.stats.PositiveDefinite;

/**
 * The propensity to join: a logit fitted by maximum likelihood (iteratively reweighted least squares, McCullagh and Nelder 1989).
 *
 * <p>No fit when the covariates are collinear, when the likelihood has no maximum, or when somebody's propensity is {@value #CERTAIN} or more:
 * then there is nobody to compare with.
 */
final class Logit {
    static final double CERTAIN = 0.999;

    private static final int STEPS = 60;
    private static final double CONVERGED = 1e-12;

    private final Cell cell;
    private final double[] propensities;
    private final PositiveDefinite information;

    private Logit(Cell cell, double[] propensities, PositiveDefinite information) {
        this.cell = cell;
        this.propensities = propensities;
        this.information = information;
    }

    double propensity(int i) {
        return propensities[i];
    }

    /** {@code I^-1 v}, with the information of all schools together. */
    double[] overInformation(double[] v) {
        return information.solve(v);
    }

    /** What stands against a fit; {@link Words#NONE} for one that holds. */
    static Words obstacle(Optional<Logit> fit) {
        if (fit.isEmpty()) {
            return new Words(
                    "加入概率无法估计(协变量共线,或能把两组学校完全分开)",
                    "the propensity to join cannot be estimated"
                            + " (covariates are collinear or separate the two groups)");
        }
        for (double p : fit.get().propensities) {
            if (p >= CERTAIN) {
                return new Words(
                        "有学校的加入概率不低于" + CERTAIN + ",没有可比的学校",
                        "a school's propensity to join is " + CERTAIN + " or more: nobody to compare it with");
            }
        }
        return Words.NONE;
    }

    static Optional<Logit> fit(Cell cell) {
        double[] beta = new double[cell.terms()];
        double share = (double) cell.treated() / cell.size();
        beta[0] = Math.log(share / (1 - share));
        for (int step = 0; step < STEPS; step++) {
            double[] p = propensities(cell, beta);
            Optional<PositiveDefinite> information = information(cell, p);
            if (information.isEmpty()) {
                return Optional.empty();
            }
            double[] move = information.get().solve(score(cell, p));
            double largest = 0;
            for (int j = 0; j < beta.length; j++) {
                beta[j] += move[j];
                largest = Math.max(largest, Math.abs(move[j]) / (1 + Math.abs(beta[j])));
            }
            if (largest < CONVERGED) {
                double[] fitted = propensities(cell, beta);
                return information(cell, fitted).map(i -> new Logit(cell, fitted, i));
            }
        }
        return Optional.empty();
    }

    /** What a school adds to the score of a term. */
    double score(int term, int i) {
        return ((i < cell.treated() ? 1 : 0) - propensities[i]) * cell.x(term, i);
    }

    private static double[] propensities(Cell cell, double[] beta) {
        double[] p = new double[cell.size()];
        for (int i = 0; i < p.length; i++) {
            double eta = 0;
            for (int j = 0; j < beta.length; j++) {
                eta += beta[j] * cell.x(j, i);
            }
            p[i] = 1 / (1 + Math.exp(-eta));
        }
        return p;
    }

    private static double[] score(Cell cell, double[] p) {
        double[] score = new double[cell.terms()];
        for (int i = 0; i < p.length; i++) {
            for (int j = 0; j < score.length; j++) {
                score[j] += ((i < cell.treated() ? 1 : 0) - p[i]) * cell.x(j, i);
            }
        }
        return score;
    }

    private static Optional<PositiveDefinite> information(Cell cell, double[] p) {
        double[] weights = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            weights[i] = p[i] * (1 - p[i]);
        }
        return PositiveDefinite.of(Moments.products(cell, weights));
    }
}
