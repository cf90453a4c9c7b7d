package org.junheng.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Weights raked to known margins (Deming and Stephan 1940): every margin in turn, until all hold. One margin is post-stratification.
 */
public final class Raking {
    private static final int ROUNDS = 10_000;
    private static final double HELD = 1e-14;
    private static final double GIVEN_UP = 1e-9;

    private final double[] weights;
    private final double[][] dummies;

    private Raking(double[] weights, double[][] dummies) {
        this.weights = weights;
        this.dummies = dummies;
    }

    /** Fitted weights, one per element. */
    public double[] weights() {
        return weights.clone();
    }

    /** One column per category of a margin, for the standard error ({@link SurveyDesign#calibrated}). */
    public double[][] dummies() {
        return dummies.clone();
    }

    /**
     * One known margin.
     *
     * @param categories the category of each element
     * @param totals the known total of each category
     */
    public record Margin(List<String> categories, SortedMap<String, Double> totals) {
        public Margin {
            categories = List.copyOf(categories);
            totals = new TreeMap<>(totals);
        }
    }

    /** Empty where the margins cannot all hold: a category without elements, elements of no known category, or margins that contradict. */
    public static Optional<Raking> of(double[] weights, List<Margin> margins) {
        double[] fitted = weights.clone();
        double off = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS && off > HELD; round++) {
            double before = off;
            off = 0;
            for (Margin margin : margins) {
                off = Math.max(off, fit(fitted, margin));
            }
            if (off >= before && off < GIVEN_UP) {
                break; // as near as doubles come
            }
        }
        return off < GIVEN_UP ? Optional.of(new Raking(fitted, dummies(fitted.length, margins))) : Optional.empty();
    }

    /** Scales to one margin; how far it was from holding, as a share. */
    private static double fit(double[] weights, Margin margin) {
        Map<String, Double> sums = new LinkedHashMap<>();
        for (int i = 0; i < weights.length; i++) {
            sums.merge(margin.categories().get(i), weights[i], Double::sum);
        }
        double off = 0;
        for (Map.Entry<String, Double> total : margin.totals().entrySet()) {
            double sum = sums.getOrDefault(total.getKey(), 0.0);
            off = Math.max(off, total.getValue() == sum ? 0 : Math.abs(total.getValue() / sum - 1));
        }
        for (int i = 0; i < weights.length; i++) {
            String category = margin.categories().get(i);
            Double total = margin.totals().get(category);
            weights[i] *= total == null ? Double.NaN : total / sums.getOrDefault(category, Double.NaN);
        }
        return Arrays.stream(weights).anyMatch(Double::isNaN) ? Double.POSITIVE_INFINITY : off;
    }

    private static double[][] dummies(int n, List<Margin> margins) {
        double[][] dummies = new double[n][];
        for (int i = 0; i < n; i++) {
            List<Double> row = new ArrayList<>();
            for (Margin margin : margins) {
                for (String category : margin.totals().keySet()) {
                    row.add(category.equals(margin.categories().get(i)) ? 1.0 : 0.0);
                }
            }
            dummies[i] = row.stream().mapToDouble(Double::doubleValue).toArray();
        }
        return dummies;
    }

    /** Kish 1965: how many equally weighted elements these weights are worth, {@code (sum w)^2 / sum w^2}. */
    public static double effectiveSize(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        return sum * sum / Arrays.stream(weights).map(w -> w * w).sum();
    }
}
