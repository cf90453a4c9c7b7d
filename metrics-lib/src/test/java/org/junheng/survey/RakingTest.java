package org.junheng.survey;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RakingTest {
    private static final double[] ONES = {1, 1, 1, 1};
    private static final List<String> PLACE = List.of("town", "town", "country", "country");

    /** One margin: 30 of two and 10 of two. */
    @Test
    void ofOneMarginIsPostStratification() {
        Raking raking = Raking.of(ONES, List.of(margin(PLACE, Map.of("town", 30.0, "country", 10.0))))
                .orElseThrow();
        assertArrayEquals(new double[] {15, 15, 5, 5}, raking.weights(), 1e-12);
    }

    /** The two by two table with margins 3:1 and 1:1 and no association: each cell is the product of its margins. */
    @Test
    void keepsTheAssociationOfTheSample() {
        Raking raking = Raking.of(
                        ONES,
                        List.of(
                                margin(PLACE, Map.of("town", 30.0, "country", 10.0)),
                                margin(List.of("a", "b", "a", "b"), Map.of("a", 24.0, "b", 16.0))))
                .orElseThrow();
        assertArrayEquals(new double[] {18, 12, 6, 4}, raking.weights(), 1e-12);
    }

    @Test
    void isEmptyWhereTheMarginsCannotHold() {
        assertEquals(Optional.empty(), Raking.of(ONES, List.of(margin(PLACE, Map.of("town", 30.0)))));
        assertEquals(
                Optional.empty(),
                Raking.of(ONES, List.of(margin(PLACE, Map.of("town", 30.0, "country", 10.0, "city", 5.0)))));
        assertEquals(
                Optional.empty(),
                Raking.of(
                        ONES,
                        List.of(
                                margin(PLACE, Map.of("town", 30.0, "country", 10.0)),
                                margin(PLACE, Map.of("town", 10.0, "country", 30.0)))));
    }

    /** (1 + 1 + 2)^2 / (1 + 1 + 4). */
    @Test
    void effectiveSizeIsThatOfKish() {
        assertEquals(16.0 / 6, Raking.effectiveSize(new double[] {1, 1, 2}), 1e-15);
    }

    @Test
    void calibrationRefusesTotalsOutOfReach() {
        double[][] x = {{1}, {1}, {1}, {1}};
        assertThrows(IllegalArgumentException.class, () -> Calibration.exponential(ONES, x, new double[] {-4}));
        double[][] both = {{1, 2}, {1, 2}, {1, 2}, {1, 2}};
        assertThrows(IllegalArgumentException.class, () -> Calibration.linear(ONES, both, new double[] {4, 9}));
    }

    /** A mean of what the weights were fitted to is known: it has no error. */
    @Test
    void whatIsKnownHasNoError() {
        Raking raking = Raking.of(ONES, List.of(margin(PLACE, Map.of("town", 30.0, "country", 10.0))))
                .orElseThrow();
        SurveyDesign design = SurveyDesign.of(List.of(
                SampledUnit.school("a", 1),
                SampledUnit.school("b", 1),
                SampledUnit.school("c", 1),
                SampledUnit.school("d", 1)));
        Estimate share = design.calibrated(raking.weights(), raking.dummies()).mean(new double[] {1, 1, 0, 0});
        assertEquals(0.75, share.value(), 1e-15);
        assertTrue(share.se() < 1e-15, () -> "se " + share.se());
    }

    private static Raking.Margin margin(List<String> categories, Map<String, Double> totals) {
        return new Raking.Margin(categories, new TreeMap<>(totals));
    }
}
