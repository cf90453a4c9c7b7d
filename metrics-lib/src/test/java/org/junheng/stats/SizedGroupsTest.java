package org.junheng.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 400 groups of 3 to 9 units, so that sizes are few: the sign must be that of the sum over groups, on both sides of the maximum and at it. */
class SizedGroupsTest {

    private static BetweenWithin drawn() {
        CounterRandom random = CounterRandom.of(5, "sized");
        SortedMap<String, CrossSums> groups = new TreeMap<>();
        for (int g = 0; g < 400; g++) {
            CrossSums sums = new CrossSums(3);
            for (int i = 0; i < 3 + g % 7; i++) {
                double x = random.normal(g, 10L * i);
                double z = x + 0.01 * random.normal(g, 10L * i + 1); // nearly the same
                sums.add(2 * x + 0.5 * random.normal(g, 999) + random.normal(g, 10L * i + 2), x, z);
            }
            groups.put(String.format(Locale.ROOT, "%03d", g), sums);
        }
        return BetweenWithin.of(List.of("y", "x", "z"), groups);
    }

    @ParameterizedTest
    @EnumSource(Estimator.class)
    void tellTheSignOfTheSlope(Estimator estimator) {
        ProfiledCriterion criterion = new ProfiledCriterion(drawn(), estimator);
        int falling = 0;
        for (double ratio = 1e-4; ratio < 1e4; ratio *= 1.05) {
            assertEquals(criterion.slope(ratio) < 0, criterion.falls(ratio), "at " + ratio);
            falling += criterion.falls(ratio) ? 1 : 0;
        }
        assertTrue(falling > 50 && falling < 300, falling + " of 378 fall");
        double best = VarianceRatio.best(criterion, 6).orElseThrow();
        for (double near : new double[] {best, Math.nextUp(best), Math.nextDown(best)}) {
            assertEquals(criterion.slope(near) < 0, criterion.falls(near));
        }
    }
}
