package org.junheng.impact;

import java.util.Optional;
import org.junheng.stats.PositiveDefinite;

/** The change that covariates predict, by least squares on the comparison schools of a cell; without covariates their mean change. */
final class OutcomeRegression {
    private final Cell cell;
    private final double[] predicted;
    private final PositiveDefinite products;

    private OutcomeRegression(Cell cell, double[] predicted, PositiveDefinite products) {
        this.cell = cell;
        this.predicted = predicted;
        this.products = products;
    }

    static Optional<OutcomeRegression> fit(Cell cell) {
        double[] weights = new double[cell.size()];
        double[] changes = new double[cell.size()];
        for (int i = cell.treated(); i < cell.size(); i++) {
            weights[i] = 1;
            changes[i] = cell.change(i);
        }
        return PositiveDefinite.of(Moments.products(cell, weights)).map(products -> {
            double[] beta = products.solve(Moments.sums(cell, changes));
            double[] predicted = new double[cell.size()];
            for (int i = 0; i < predicted.length; i++) {
                for (int j = 0; j < beta.length; j++) {
                    predicted[i] += beta[j] * cell.x(j, i);
                }
            }
            return new OutcomeRegression(cell, predicted, products);
        });
    }

    double residual(int i) {
        return cell.change(i) - predicted[i];
    }

    /** {@code (X'X)^-1 v} over the comparison schools. */
    double[] overProducts(double[] v) {
        return products.solve(v);
    }
}
