package org.junheng.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.metric.Words;
import org.junit.jupiter.api.Test;

/**
 * Balanced layouts, where REML is the analysis of variance (Searle, Casella and McCulloch 1992, chapters 3 and 4), the model of one factor that
 * is fitted in another way, and what the data cannot tell.
 */
class MixedEffectsTest {
    private static final CounterRandom RANDOM = CounterRandom.of(3, "mixed effects");

    /** Rows a, columns b, one unit in each cell: sigma2 of rows = (MSA - MSE) / columns, of columns = (MSB - MSE) / rows. */
    @Test
    void twoCrossedFactorsAreTheTwoWayAnalysisOfVariance() {
        double[] row = {-5, 0, 2, 3};
        double[] column = {-2, 2, 0};
        double[][] noise = {{1, -1, 0}, {-1, 1, 0}, {0.5, 0, -0.5}, {-0.5, 0, 0.5}}; // every row and column adds to 0
        Layout layout = new Layout("row", "column");
        double mse = 0;
        for (int a = 0; a < 4; a++) {
            for (int b = 0; b < 3; b++) {
                layout.add(List.of("r" + a, "c" + b), 60 + row[a] + column[b] + noise[a][b]);
                mse += noise[a][b] * noise[a][b] / 6;
            }
        }
        double msa = 3 * (25 + 0 + 4 + 9) / 3.0;
        double msb = 4 * (4 + 4 + 0) / 2.0;
        MixedEffects fit = fitted(layout, Estimator.REML, "row", "column");
        assertEquals(mse, fit.sigma2Units(), 1e-9);
        assertEquals((msa - mse) / 3, fit.factors().get(0).variance(0), 1e-8);
        assertEquals((msb - mse) / 4, fit.factors().get(1).variance(0), 1e-8);
        assertEquals(60, fit.coefficients().get(0).estimate(), 1e-10);
        assertEquals(
                Math.sqrt((msa + msb - mse) / 12), fit.coefficients().get(0).se(), 1e-8);
        MixedEffects.Level first = fit.factors().get(0).levels().get(0);
        assertEquals("r0", first.level());
        assertEquals(3, first.n());
        assertEquals(-5 * (1 - mse / msa), first.effects().get(0), 1e-8);
        assertTrue(first.predictionSe(0) > first.conditionalSe(0));
        assertEquals(4, fit.parameters());
        double all = fit.sigma2Units()
                + fit.factors().get(0).variance(0)
                + fit.factors().get(1).variance(0);
        assertEquals(fit.factors().get(1).variance(0) / all, fit.share(1), 1e-14);
    }

    /** Two classes in each of four schools, three pupils in each class. */
    @Test
    void nestedFactorsAreTheHierarchicalAnalysisOfVariance() {
        double[] school = {-4, 1, 0, 3};
        double[] within = {2, 1, 0.5, 1.5};
        Layout layout = new Layout("school", "class");
        for (int s = 0; s < 4; s++) {
            for (int c = 0; c < 2; c++) {
                for (int p = -1; p <= 1; p++) {
                    layout.add(
                            List.of("s" + s, "s" + s + "c" + c),
                            school[s] + (c == 0 ? within[s] : -within[s]) + 0.7 * p);
                }
            }
        }
        double mse = 8 * 2 * 0.49 / 16;
        double msc = 3 * 2 * (4 + 1 + 0.25 + 2.25) / 4;
        double mss = 6 * (16 + 1 + 0 + 9) / 3.0;
        MixedEffects fit = fitted(layout, Estimator.REML, "school", "class");
        assertEquals(mse, fit.sigma2Units(), 1e-9);
        assertEquals((msc - mse) / 3, fit.factors().get(1).variance(0), 1e-8);
        assertEquals((mss - msc) / 6, fit.factors().get(0).variance(0), 1e-8);
    }

    /** The same data through the closed form of one factor. */
    @Test
    void oneFactorEqualsTheRandomInterceptModel() {
        TreeMap<String, CrossSums> groups = new TreeMap<>();
        Layout layout = new Layout("school");
        for (int g = 0; g < 12; g++) {
            for (int i = 0; i < 3 + g; i++) {
                double x = 1000 + RANDOM.normal(g, 2L * i);
                double y = 3 * x + 2 * RANDOM.normal(100, g) + RANDOM.normal(g, 2L * i + 1);
                groups.computeIfAbsent("g" + g, k -> new CrossSums(2)).add(y, x);
                layout.add(List.of("g" + g), y, x);
            }
        }
        for (Estimator estimator : Estimator.values()) {
            RandomIntercept one = assertInstanceOf(
                    RandomIntercept.class,
                    RandomIntercept.fit(BetweenWithin.of(List.of("outcome", "x1"), groups), estimator));
            MixedEffects fit = fitted(layout, estimator, "school");
            assertEquals(one.criterion(), fit.criterion(), 1e-9);
            assertEquals(one.sigma2Groups(), fit.factors().get(0).variance(0), 1e-8 * one.sigma2Groups());
            for (int i = 0; i < 2; i++) {
                assertEquals(
                        one.coefficients().get(i).estimate(),
                        fit.coefficients().get(i).estimate(),
                        1e-7);
                assertEquals(
                        one.coefficients().get(i).se(),
                        fit.coefficients().get(i).se(),
                        1e-8 * one.coefficients().get(i).se());
            }
            for (int g = 0; g < 12; g++) {
                MixedEffects.Level level = fit.factors().get(0).levels().get(g);
                assertEquals(one.effects().get(g).group(), level.level());
                assertEquals(one.effects().get(g).value(), level.effects().get(0), 1e-8);
                assertEquals(one.effects().get(g).predictionSe(), level.predictionSe(0), 1e-8);
            }
        }
    }

    /** Moving a term moves its zero: slopes keep their variance, intercepts become those at the new zero. */
    @Test
    void slopesDoNotDependOnTheZeroOfTheirTerm() {
        MixedEffects near = slopes(0);
        MixedEffects far = slopes(700);
        assertEquals(near.criterion(), far.criterion(), 1e-7);
        assertEquals(near.factors().get(0).variance(1), far.factors().get(0).variance(1), 1e-6);
        double moved = near.factors().get(0).variance(0)
                - 2 * 700 * near.factors().get(0).covariance().get(0).get(1)
                + 700.0 * 700 * near.factors().get(0).variance(1);
        assertEquals(moved, far.factors().get(0).variance(0), 1e-6 * moved);
        double effect = near.factors().get(0).levels().get(3).effects().get(0)
                - 700 * near.factors().get(0).levels().get(3).effects().get(1);
        assertEquals(effect, far.factors().get(0).levels().get(3).effects().get(0), 1e-5);
    }

    private static MixedEffects slopes(double zero) {
        Layout layout = new Layout("school");
        for (int g = 0; g < 20; g++) {
            for (int i = 0; i < 10; i++) {
                double x = i - 4.5;
                double y = 2 * RANDOM.normal(200, g) + (1 + RANDOM.normal(201, g)) * x + RANDOM.normal(g, 500 + i);
                layout.add(List.of("g" + (10 + g)), y, x + zero);
            }
        }
        return assertInstanceOf(
                MixedEffects.class,
                MixedEffects.fit(layout.sums(), List.of(new RandomFactor("school", List.of("x1"))), Estimator.REML));
    }

    @Test
    void saysInWordsWhatLiesOnTheBoundary() {
        Layout alike = new Layout("school");
        Layout correlated = new Layout("school");
        for (int g = 0; g < 8; g++) {
            double u = RANDOM.normal(300, g);
            for (int i = 0; i < 6; i++) {
                alike.add(List.of("g" + g), i % 2 == 0 ? 5 + g / 100.0 : 9 - g / 100.0);
                double x = i - 2.5;
                correlated.add(List.of("g" + g), u + u * x + 0.3 * (i % 2 == 0 ? 1 : -1), x);
            }
        }
        MixedEffects none = fitted(alike, Estimator.REML, "school");
        assertEquals(0.0, none.factors().get(0).variance(0));
        assertTrue(none.factors().get(0).boundary().en().contains("variance estimated as 0"));
        assertEquals(0.0, none.factors().get(0).levels().get(0).conditionalSe(0));
        MixedEffects one = assertInstanceOf(
                MixedEffects.class,
                MixedEffects.fit(
                        correlated.sums(), List.of(new RandomFactor("school", List.of("x1"))), Estimator.REML));
        assertTrue(one.factors().get(0).boundary().en().contains("wholly correlated"));
        assertEquals(1, one.factors().get(0).correlation(0, 1), 1e-9);
        assertEquals(Words.NONE, slopes(0).factors().get(0).boundary());
    }

    @Test
    void refusesWhatTheDataCannotTell() {
        Layout single = new Layout("school");
        Layout flat = new Layout("school");
        Layout aliased = new Layout("school");
        for (int i = 0; i < 8; i++) {
            single.add(List.of("g" + i), i * i);
            flat.add(List.of("g" + i / 2), 7);
            aliased.add(List.of("g" + i / 2), i * i, i, 2.0 * i);
        }
        assertReason("8 levels for 8 units", single);
        assertReason("no variation", flat);
        assertReason("others: x2", aliased);
        assertThrows(
                IllegalArgumentException.class,
                () -> MixedEffects.fit(flat.sums(), List.of(RandomFactor.intercept("town")), Estimator.ML));
        assertThrows(
                IllegalArgumentException.class,
                () -> MixedEffects.fit(
                        aliased.sums(), List.of(new RandomFactor("school", List.of("z"))), Estimator.ML));
    }

    private static void assertReason(String words, Layout layout) {
        MixedModel.NotFitted not = assertInstanceOf(
                MixedModel.NotFitted.class,
                MixedEffects.fit(layout.sums(), List.of(RandomFactor.intercept("school")), Estimator.REML));
        assertTrue(not.reason().en().contains(words), not.reason().en());
    }

    private static MixedEffects fitted(Layout layout, Estimator estimator, String... factors) {
        List<RandomFactor> random = new ArrayList<>();
        for (String factor : factors) {
            random.add(RandomFactor.intercept(factor));
        }
        return assertInstanceOf(MixedEffects.class, MixedEffects.fit(layout.sums(), random, estimator));
    }

    /** Units by the levels of their factors; the terms are called x1, x2, ... */
    private static final class Layout {
        private final List<String> factors;
        private final SortedMap<List<String>, CrossSums> cells =
                new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));

        Layout(String... factors) {
            this.factors = List.of(factors);
        }

        void add(List<String> levels, double... values) {
            cells.computeIfAbsent(levels, l -> new CrossSums(values.length)).add(values);
        }

        CrossedSums sums() {
            List<String> variables = new ArrayList<>(List.of("y"));
            int terms = cells.get(cells.firstKey()).variables() - 1;
            for (int i = 1; i <= terms; i++) {
                variables.add("x" + i);
            }
            return new CrossedSums(factors, variables, cells);
        }
    }
}
