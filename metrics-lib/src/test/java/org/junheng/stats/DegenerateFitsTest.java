package org.junheng.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Data at the edge of what a fit can be made of: said, never a wrong number. */
class DegenerateFitsTest {
    @Test
    void nothingHasNoTwoWayFit() {
        int[] none = {};
        assertTrue(TwoWayFixedEffects.fit(none, none, none, new double[0], new double[][] {{}})
                .isEmpty());
    }

    @Test
    void aDesignKnowsItsShape() {
        double[][] rows = {{1, 2}, {1, 3}};
        double[] response = {4, 5};
        assertThrows(IllegalArgumentException.class, () -> Design.of(List.of("a", "b"), rows, new double[] {4}));
        assertThrows(IllegalArgumentException.class, () -> Design.of(List.of("a"), rows, response));
        Design design = Design.of(List.of("a", "b"), rows, response);
        assertThrows(IllegalArgumentException.class, () -> design.weighted(new double[] {1}));
        assertThrows(IllegalArgumentException.class, () -> design.weighted(new double[] {1, 0}));
        assertTrue(design.hasIntercept());
        assertFalse(Design.of(List.of("a", "b"), new double[][] {{0, 2}, {0, 3}}, response)
                .hasIntercept());
    }

    @Test
    void fewerUnitsThanCoefficientsAreNotFitted() {
        assertInstanceOf(
                Regression.NotFitted.class,
                Regression.of(Design.of(List.of("a", "b"), new double[][] {{1, 2}}, new double[] {4})));
        assertInstanceOf(
                Regression.NotFitted.class, Regression.of(Design.of(List.of(), new double[][] {{}}, new double[] {4})));
    }

    private static BetweenWithin two(double[]... rows) {
        SortedMap<String, CrossSums> groups = new TreeMap<>();
        for (int i = 0; i < rows.length; i++) {
            groups.computeIfAbsent(i % 2 == 0 ? "a" : "b", g -> new CrossSums(rows[0].length))
                    .add(rows[i]);
        }
        List<String> names = List.of("y", "x", "z").subList(0, rows[0].length);
        return BetweenWithin.of(names, groups);
    }

    /** z is 2 x + 1: it is x's, and x stays; a constant is nobody's. */
    @Test
    void aTermThatOthersDetermineIsFound() {
        BetweenWithin data =
                two(new double[] {1, 1, 3}, new double[] {2, 5, 11}, new double[] {4, 2, 5}, new double[] {3, 7, 15});
        assertEquals(List.of(2), data.aliased());
        assertEquals(List.of("y", "x"), data.without(data.aliased()).variables());
        assertEquals(data.within(0, 1), data.without(List.of(2)).within(0, 1));
        BetweenWithin constant =
                two(new double[] {1, 4, 3}, new double[] {2, 4, 1}, new double[] {4, 4, 5}, new double[] {3, 4, 2});
        assertEquals(List.of(1), constant.aliased());
        MixedModel refused = RandomIntercept.fit(data, Estimator.REML);
        assertEquals(
                "terms wholly determined by the others: z",
                assertInstanceOf(MixedModel.NotFitted.class, refused).reason().en());
    }

    /** Adding twice x to z, then leaving it: the products are those of the changed rows. */
    @Test
    void aVariableMayHaveAMultipleOfAnotherAdded() {
        BetweenWithin plain =
                two(new double[] {1, 1, 3}, new double[] {2, 5, 1}, new double[] {4, 2, 5}, new double[] {3, 7, 2});
        BetweenWithin added =
                two(new double[] {1, 1, 5}, new double[] {2, 5, 11}, new double[] {4, 2, 9}, new double[] {3, 7, 16});
        BetweenWithin plus = plain.plus(2, 2, 1);
        for (int i = 0; i < 3; i++) {
            assertEquals(added.centre(i), plus.centre(i), 1e-12);
            for (int j = 0; j < 3; j++) {
                assertEquals(added.within(i, j), plus.within(i, j), 1e-12);
            }
        }
        assertEquals(added.mean(1, 2), plus.mean(1, 2), 1e-12);
    }

    @Test
    void welchIsStudentForGroupsOfOneSizeAndSpread() {
        Welch test = Welch.of(new double[] {1, 2, 3}, new double[] {2, 3, 4});
        assertEquals(-1 / Math.sqrt(2 / 3.0), test.t(), 1e-15);
        assertEquals(4, test.degrees(), 1e-12);
        assertEquals(0.2878641347266908, test.pValue(), 1e-12); // R: t.test(1:3, 2:4)
        assertEquals(-3.266958, test.interval(0.95).low(), 5e-7);
        assertEquals(-1, StandardisedDifference.glass(new double[] {1, 2, 3}, new double[] {2, 3, 4}), 1e-15);
    }
}
