package org.junheng.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junheng.metric.Words;

/** Everything that follows from the variance ratio: coefficients, their covariances, the effects of the groups. */
final class RandomInterceptSolution {
    private final BetweenWithin data;
    private final Estimator estimator;
    private final ProfiledCriterion criterion;
    private final int terms;

    RandomInterceptSolution(BetweenWithin data, Estimator estimator, ProfiledCriterion criterion) {
        this.data = data;
        this.estimator = estimator;
        this.criterion = criterion;
        this.terms = data.variables().size();
    }

    MixedModel fitted() {
        double meanSize = data.meanSize();
        OptionalDouble best = VarianceRatio.best(criterion, meanSize);
        if (best.isEmpty()) {
            return new MixedModel.NotFitted(new Words("校内成绩没有可供解释的差异", "the scores leave no variation within schools"));
        }
        ProfiledCriterion.Point at = criterion.at(best.getAsDouble());
        double sigma2 = at.residualSquares() / criterion.degrees();
        double[][] toOrigin = toOrigin(inverse(at.root()));
        return new RandomIntercept(
                estimator,
                coefficients(at, toOrigin, sigma2),
                covariances(toOrigin, sigma2),
                at.ratio() * sigma2,
                VarianceRatio.high(criterion, at.ratio(), meanSize) * sigma2,
                sigma2,
                -at.criterion() / 2,
                data.units(),
                effects(at, sigma2));
    }

    private List<RandomIntercept.Effect> effects(ProfiledCriterion.Point at, double sigma2) {
        List<RandomIntercept.Effect> effects = new ArrayList<>();
        double scale = Math.sqrt(at.residualSquares());
        double varianceOfRatio = VarianceRatio.variance(criterion, at.ratio());
        for (int g = 0; g < data.groups().size(); g++) {
            double[] z = criterion.solved(at, g);
            double reliability = at.ratio() * criterion.weight(g, at.ratio());
            double conditional = sigma2 * reliability / data.size(g);
            double prediction = conditional + reliability * reliability * sigma2 * ProfiledCriterion.squares(z);
            double unshrunk = 1 - reliability;
            double shrinkage = sigma2 * varianceOfRatio * data.size(g) * unshrunk * unshrunk * unshrunk;
            effects.add(new RandomIntercept.Effect(
                    data.groups().get(g),
                    data.size(g),
                    reliability * z[terms] * scale + 0.0, // no negative zero
                    Math.sqrt(conditional),
                    Math.sqrt(prediction),
                    Math.sqrt(prediction + 2 * shrinkage),
                    reliability,
                    shared(z, reliability * Math.sqrt(sigma2))));
        }
        return effects;
    }

    private List<Double> shared(double[] z, double scale) {
        List<Double> shared = new ArrayList<>();
        for (int i = 0; i < terms; i++) {
            shared.add(scale * z[i]);
        }
        return shared;
    }

    private List<RandomIntercept.Coefficient> coefficients(
            ProfiledCriterion.Point at, double[][] toOrigin, double sigma2) {
        List<RandomIntercept.Coefficient> coefficients = new ArrayList<>();
        double[] response = at.root()[terms];
        for (int i = 0; i < terms; i++) {
            double estimate = i == 0 ? data.centre(0) : 0;
            for (int k = 0; k < terms; k++) {
                estimate += toOrigin[k][i] * response[k];
            }
            double se = Math.sqrt(sigma2 * product(toOrigin, i, i));
            coefficients.add(new RandomIntercept.Coefficient(
                    i == 0 ? "intercept" : data.variables().get(i), estimate, se));
        }
        return coefficients;
    }

    private List<List<Double>> covariances(double[][] toOrigin, double sigma2) {
        List<List<Double>> covariances = new ArrayList<>();
        for (int i = 0; i < terms; i++) {
            List<Double> row = new ArrayList<>();
            for (int j = 0; j < terms; j++) {
                row.add(sigma2 * product(toOrigin, i, j));
            }
            covariances.add(row);
        }
        return covariances;
    }

    /** The inverse root with its first column moved from the centre of the terms to their zero, where the intercept stands. */
    private double[][] toOrigin(double[][] inverse) {
        for (double[] row : inverse) {
            for (int i = 1; i < terms; i++) {
                row[0] -= row[i] * data.centre(i);
            }
        }
        return inverse;
    }

    private double product(double[][] root, int i, int j) {
        double product = 0;
        for (int k = 0; k < terms; k++) {
            product += root[k][i] * root[k][j];
        }
        return product;
    }

    /** The inverse of the terms' part of a lower triangle. */
    private double[][] inverse(double[][] root) {
        double[][] inverse = new double[terms][terms];
        for (int j = 0; j < terms; j++) {
            inverse[j][j] = 1 / root[j][j];
            for (int i = j + 1; i < terms; i++) {
                double rest = 0;
                for (int k = j; k < i; k++) {
                    rest -= root[i][k] * inverse[k][j];
                }
                inverse[i][j] = rest / root[i][i];
            }
        }
        return inverse;
    }
}
