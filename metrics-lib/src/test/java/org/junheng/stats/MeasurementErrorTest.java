package org.junheng.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Terms with measurement error: the arithmetic of one term, and known truth. */
class MeasurementErrorTest {
    private static final CounterRandom RANDOM = CounterRandom.of(9, "measurement error");

    /**
     * Two groups of 4 with x = -3, -1, 1, 3 around 10 and 20: 20 within each, variance within 40 / 6, over all (40 + 8 * 25) / 8 = 30. With
     * reliability 0.9 the error variance is 3 and x keeps the share 1 - 3 * 6 / 40 = 0.55 of its differences within groups.
     */
    @Test
    void differencesWithinGroupsKeepTheShareThatIsTrue() {
        BetweenWithin data = twoGroups();
        BetweenWithin corrected = MeasurementError.corrected(data, new double[] {1, 0.9});
        assertNotNull(corrected);
        assertEquals(0.55 * 0.55 * 40, corrected.within(1, 1), 1e-12);
        assertEquals(0.55 * data.within(0, 1), corrected.within(0, 1), 1e-12);
        assertEquals(data.within(0, 0), corrected.within(0, 0));
        assertEquals(data.mean(0, 1), corrected.mean(0, 1));
        assertEquals(data.centre(1), corrected.centre(1));
    }

    @Test
    void errorsThatExplainEverythingHaveNoAnswer() {
        assertNull(MeasurementError.corrected(twoGroups(), new double[] {1, 1 - 40 / 6.0 / 30}));
        assertNotNull(MeasurementError.corrected(twoGroups(), new double[] {1, 1 - 39 / 6.0 / 30}));
    }

    @Test
    void termsThatDetermineEachOtherAreLeftToTheModel() {
        TreeMap<String, CrossSums> groups = new TreeMap<>();
        for (int g = 0; g < 3; g++) {
            CrossSums sums = new CrossSums(3);
            for (int i = 0; i < 4; i++) {
                sums.add(i * g, i, 2 * i);
            }
            groups.put("g" + g, sums);
        }
        BetweenWithin data = BetweenWithin.of(List.of("y", "x", "twice"), groups);
        assertSame(data, MeasurementError.corrected(data, new double[] {1, 0.8, 1}));
    }

    /** y = 0.8 x + 0.5 z + u + e; x is seen with error, correlated with z, and its mean differs between schools. */
    @Test
    void slopesAndSchoolsComeNearTheirTruth() {
        TreeMap<String, CrossSums> groups = new TreeMap<>();
        int schools = 80;
        for (int g = 0; g < schools; g++) {
            CrossSums sums = new CrossSums(3);
            for (int i = 0; i < 60; i++) {
                long unit = 1000L * g + i;
                double z = RANDOM.normal(unit, 0);
                double x = 0.7 * RANDOM.normal(g, 9) + 0.5 * z + RANDOM.normal(unit, 1);
                double y = 0.8 * x + 0.5 * z + 0.3 * RANDOM.normal(g, 8) + RANDOM.normal(unit, 2);
                sums.add(y, x + 0.7 * RANDOM.normal(unit, 3), z);
            }
            groups.put(String.valueOf(1000 + g), sums);
        }
        BetweenWithin data = BetweenWithin.of(List.of("y", "x", "z"), groups);
        double total = 0.49 + 0.25 + 1 + 0.49;
        RandomIntercept plain = fitted(data);
        RandomIntercept corrected = fitted(MeasurementError.corrected(data, new double[] {1, 1 - 0.49 / total, 1}));
        assertTrue(plain.coefficients().get(1).estimate() < 0.6);
        assertEquals(
                0.8,
                corrected.coefficients().get(1).estimate(),
                3 * corrected.coefficients().get(1).se());
        assertEquals(
                0.5,
                corrected.coefficients().get(2).estimate(),
                3 * corrected.coefficients().get(2).se());
        assertTrue(error(corrected) < error(plain), error(corrected) + " against " + error(plain));
    }

    private static double error(RandomIntercept fit) {
        double squares = 0;
        for (int g = 0; g < fit.effects().size(); g++) {
            double miss = fit.effects().get(g).value() - 0.3 * RANDOM.normal(g, 8);
            squares += miss * miss;
        }
        return squares;
    }

    private static RandomIntercept fitted(BetweenWithin data) {
        assertNotNull(data);
        return assertInstanceOf(RandomIntercept.class, RandomIntercept.fit(data, Estimator.REML));
    }

    private static BetweenWithin twoGroups() {
        TreeMap<String, CrossSums> groups = new TreeMap<>();
        for (int g = 1; g <= 2; g++) {
            CrossSums sums = new CrossSums(2);
            for (int x : new int[] {-3, -1, 1, 3}) {
                sums.add(2 * x + x * x * g, 10 * g + x);
            }
            groups.put("g" + g, sums);
        }
        return BetweenWithin.of(List.of("y", "x"), groups);
    }
}
