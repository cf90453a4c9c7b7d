package org.junheng.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Balanced one-way layouts, where REML and ML have closed forms (Searle, Casella and McCulloch 1992, chapter 3): with MSB and MSW of the
 * analysis of variance and n units in each of k groups, REML gives {@code sigma2_e = MSW}, {@code sigma2_u = (MSB - MSW) / n}, ML
 * {@code sigma2_u = ((1 - 1/k) MSB - MSW) / n}.
 */
class RandomInterceptTest {
    /** Means 3, 6, 9 (SSB = 3 * 18 = 54, MSB = 27), within each group -1, 0, 1 (SSW = 6, MSW = 1). */
    private static final double[][] BALANCED = {{2, 3, 4}, {5, 6, 7}, {8, 9, 10}};

    @Test
    void equalsTheAnalysisOfVarianceOnABalancedLayout() {
        RandomIntercept fit = fitted(Estimator.REML, BALANCED);
        double sigma2 = (27 - 1) / 3.0;
        assertEquals(1, fit.sigma2Units(), 1e-13);
        assertEquals(sigma2, fit.sigma2Groups(), 1e-12);
        assertEquals(sigma2 / (sigma2 + 1), fit.icc(), 1e-13);
        assertEquals(6, fit.coefficients().get(0).estimate(), 1e-14);
        assertEquals(Math.sqrt(27 / 9.0), fit.coefficients().get(0).se(), 1e-13);
        assertEquals(27 / 9.0, fit.covariances().get(0).get(0), 1e-13);
    }

    @Test
    void equalsTheClosedFormOfMaximumLikelihood() {
        RandomIntercept fit = fitted(Estimator.ML, BALANCED);
        assertEquals(1, fit.sigma2Units(), 1e-13);
        assertEquals((2 / 3.0 * 27 - 1) / 3, fit.sigma2Groups(), 1e-12);
    }

    /** The eigenvalues of V are MSW = 1 (6 times) and MSB = 27 (ML: 18; 3 times); REML loses one and adds log(X'X / MSB). */
    @Test
    void likelihoodHoldsAllConstants() {
        double twoPi = Math.log(2 * Math.PI);
        double ml = 9 * twoPi + 3 * Math.log(18) + 54 / 18.0 + 6;
        double reml = 8 * twoPi + 3 * Math.log(27) + Math.log(9 / 27.0) + 54 / 27.0 + 6;
        assertEquals(ml, fitted(Estimator.ML, BALANCED).criterion(), 1e-12);
        assertEquals(reml, fitted(Estimator.REML, BALANCED).criterion(), 1e-12);
        assertEquals(-reml / 2, fitted(Estimator.REML, BALANCED).logLikelihood(), 1e-12);
    }

    @Test
    void effectsAreShrunkenMeansWithBothStandardErrors() {
        double shrunk = 26 / 27.0;
        RandomIntercept.Effect first =
                fitted(Estimator.REML, BALANCED).effects().get(0);
        assertEquals("g0", first.group());
        assertEquals(3, first.n());
        assertEquals(shrunk, first.reliability(), 1e-13);
        assertEquals(-3 * shrunk, first.value(), 1e-12);
        assertEquals(Math.sqrt(shrunk / 3), first.conditionalSe(), 1e-13);
        assertEquals(Math.sqrt(shrunk / 3 + shrunk * shrunk * 3), first.predictionSe(), 1e-12);
    }

    /**
     * On a balanced layout {@code 1 - reliability = MSW / MSB}, whose logarithm has the variance {@code v = 2 / df_w + 2 / df_b}; so
     * {@code g3 = (MSW/MSB)^2 v * MSB / n}.
     */
    @Test
    void intervalAddsTheUncertaintyOfTheShrinkage() {
        RandomIntercept.Effect first =
                fitted(Estimator.REML, BALANCED).effects().get(0);
        double g3 = (2 / 6.0 + 2 / 2.0) / (27 * 27) * 27 / 3;
        double added = first.intervalSe() * first.intervalSe() - first.predictionSe() * first.predictionSe();
        assertEquals(2 * g3, added, 1e-7);
    }

    @Test
    void varianceIsExactlyZeroWhenMeansDifferLessThanChance() {
        double[][] alike = {{1, 5, 9}, {2, 5, 8}, {3, 5, 7.5}};
        RandomIntercept fit = fitted(Estimator.REML, alike);
        assertEquals(0.0, fit.sigma2Groups());
        assertTrue(fit.sigma2GroupsHigh() > 0);
        fit.effects().forEach(e -> {
            assertEquals(0.0, e.value());
            assertEquals(0.0, e.conditionalSe());
        });
    }

    /** The upper end solves the likelihood-ratio equation; on a balanced layout the REML criterion is known in closed form. */
    @Test
    void upperEndOfTheVarianceIsWhereTheLikelihoodRatioReachesThePointOfChiSquared() {
        RandomIntercept fit = fitted(Estimator.REML, BALANCED);
        double ratio = fit.sigma2GroupsHigh() / fit.sigma2Units();
        double residual = 6 + 54 / (1 + 3 * ratio);
        double criterion = 8 * (Math.log(2 * Math.PI) + Math.log(residual / 8) + 1)
                + 3 * Math.log1p(3 * ratio)
                + Math.log(9 / (1 + 3 * ratio));
        assertEquals(fit.criterion() + 3.841458820694124, criterion, 1e-10);
    }

    /** One regressor with all its variation within balanced groups: the slope is that of the analysis of covariance. */
    @Test
    void slopeWithinBalancedGroupsIsThatOfLeastSquares() {
        TreeMap<String, CrossSums> groups = new TreeMap<>();
        double[][] x = {{-1, 0, 1}, {1, -1, 0}, {0, 1, -1}};
        double[][] noise = {{0.1, -0.2, 0.1}, {0.3, 0.1, -0.4}, {-0.1, 0, 0.1}};
        double xy = 0;
        for (int g = 0; g < 3; g++) {
            CrossSums sums = new CrossSums(2);
            for (int i = 0; i < 3; i++) {
                sums.add(5 * g + 2 * x[g][i] + noise[g][i], x[g][i]);
                xy += x[g][i] * noise[g][i];
            }
            groups.put("g" + g, sums);
        }
        BetweenWithin data = BetweenWithin.of(List.of("y", "x"), groups);
        RandomIntercept fit = assertInstanceOf(RandomIntercept.class, RandomIntercept.fit(data, Estimator.REML));
        assertEquals("intercept", fit.coefficients().get(0).term());
        assertEquals("x", fit.coefficients().get(1).term());
        assertEquals(2 + xy / 6, fit.coefficients().get(1).estimate(), 1e-13);
        assertEquals(Math.sqrt(fit.sigma2Units() / 6), fit.coefficients().get(1).se(), 1e-13);
    }

    /** The criterion alone is that of the fit to the last bit; by ML it is lower than without groups, and every other ratio is worse. */
    @ParameterizedTest
    @EnumSource(Estimator.class)
    void criterionIsFoundWithoutTheRestOfTheFit(Estimator estimator) {
        BetweenWithin data = layout(new double[][] {{2, 3, 4}, {5, 6, 7.5}, {8, 9, 10}});
        RandomIntercept fit = assertInstanceOf(RandomIntercept.class, RandomIntercept.fit(data, estimator));
        double lowest = RandomIntercept.lowestCriterion(data, estimator).orElseThrow();
        assertEquals(fit.criterion(), lowest);
        assertEquals(fit.parameters(), RandomIntercept.parameters(data));
        assertTrue(lowest < RandomIntercept.criterionWithoutGroups(data, estimator));
        ProfiledCriterion profiled = new ProfiledCriterion(data, estimator);
        double ratio = fit.sigma2Groups() / fit.sigma2Units();
        assertEquals(0, profiled.slope(ratio), 1e-10);
        double step = 1e-5;
        assertEquals(
                (profiled.at(2 * ratio + step).criterion()
                                - profiled.at(2 * ratio - step).criterion())
                        / (2 * step),
                profiled.slope(2 * ratio),
                1e-8);
        for (double times : new double[] {0.5, 0.99, 1.01, 2}) {
            assertTrue(profiled.at(times * ratio).criterion() > lowest);
        }
    }

    @Test
    void offsetOfAMillionCostsNoDigits() {
        double[][] moved = {{1000002, 1000003, 1000004}, {1000005, 1000006, 1000007}, {1000008, 1000009, 1000010}};
        RandomIntercept fit = fitted(Estimator.REML, moved);
        assertEquals(26 / 3.0, fit.sigma2Groups(), 1e-12);
        assertEquals(1000006, fit.coefficients().get(0).estimate(), 1e-9);
    }

    @Test
    void namesTheTermsThatOthersDetermine() {
        TreeMap<String, CrossSums> groups = new TreeMap<>();
        for (int g = 0; g < 4; g++) {
            CrossSums sums = new CrossSums(4);
            for (int i = 0; i < 4; i++) {
                double x = 0.1 * i + g * g;
                sums.add(x + i % 2, x, 0.3 * x + 0.7, 4);
            }
            groups.put("g" + g, sums);
        }
        BetweenWithin data = BetweenWithin.of(List.of("y", "x", "twice", "constant"), groups);
        MixedModel.NotFitted not =
                assertInstanceOf(MixedModel.NotFitted.class, RandomIntercept.fit(data, Estimator.REML));
        assertTrue(not.reason().en().endsWith("twice, constant"), not.reason().en());
        assertTrue(not.reason().zh().contains("twice, constant"));
    }

    @Test
    void refusesWhatTheDataCannotTellApart() {
        assertReason("leave no variation", new double[][] {{5, 5}, {5, 5}, {5, 5}});
        assertReason("no variation within schools", new double[][] {{5, 5}, {6, 6}, {7, 7}});
        assertReason("too few schools (1)", new double[][] {{5, 6, 7}});
        assertReason("too few pupils per school", new double[][] {{5}, {6}, {8}});
    }

    private static void assertReason(String words, double[][] values) {
        for (Estimator estimator : Estimator.values()) {
            MixedModel.NotFitted not =
                    assertInstanceOf(MixedModel.NotFitted.class, RandomIntercept.fit(layout(values), estimator));
            assertTrue(not.reason().en().contains(words), not.reason().en());
            assertTrue(
                    RandomIntercept.lowestCriterion(layout(values), estimator).isEmpty());
        }
    }

    private static RandomIntercept fitted(Estimator estimator, double[][] values) {
        return assertInstanceOf(RandomIntercept.class, RandomIntercept.fit(layout(values), estimator));
    }

    private static BetweenWithin layout(double[][] values) {
        TreeMap<String, CrossSums> groups = new TreeMap<>();
        for (int g = 0; g < values.length; g++) {
            CrossSums sums = new CrossSums(1);
            for (double value : values[g]) {
                sums.add(value);
            }
            groups.put("g" + g, sums);
        }
        return BetweenWithin.of(List.of("y"), groups);
    }
}
