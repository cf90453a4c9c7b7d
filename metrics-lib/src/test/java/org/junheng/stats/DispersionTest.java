package org.junheng.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Figures 1, 3 (twice the weight) and 5: mean 3, variance 2. */
class DispersionTest {
    private static final List<Weighted> FIGURES = List.of(new Weighted(5, 1), new Weighted(1, 1), new Weighted(3, 2));
    private final Dispersion dispersion = new Dispersion(FIGURES);

    @Test
    void isWhatAReaderCanFollow() {
        assertEquals(1 / 9.0, dispersion.entropyOfOrderTwo(), 1e-16);
        assertEquals(1 / 6.0, dispersion.hoover(), 1e-16);
        assertEquals(1 - Math.pow(45, 0.25) / 3, dispersion.atkinson(1), 1e-15);
        assertEquals(1 - 4 / (1 + 2 / 3.0 + 0.2) / 3, dispersion.atkinson(2), 1e-15);
        assertEquals(2 / 3.0, dispersion.sampleCoefficientOfVariation(), 1e-15);
        assertEquals(4, dispersion.range());
        assertEquals(5, dispersion.rangeRatio());
        assertEquals((4.8 - 1.2) / 1.2, dispersion.federalRangeRatio(), 1e-14);
        assertEquals(2 / 3.0, dispersion.mcLoone(), 1e-15);
        assertEquals(4 / 3.0, dispersion.verstegen(), 1e-15);
        assertEquals(7 / 9.0, dispersion.weightedMcLoone(), 1e-15);
    }

    @Test
    void equalFiguresAreNotUnequal() {
        Dispersion equal = new Dispersion(List.of(new Weighted(0.1, 3), new Weighted(0.1, 7)));
        assertEquals(0, equal.entropyOfOrderTwo());
        assertEquals(0, equal.hoover());
        assertEquals(0, equal.atkinson(0.5));
        assertEquals(0, equal.atkinson(1));
        assertEquals(1, equal.mcLoone());
    }

    @Test
    void aFigureOfNothingIsTheWorstToAnAversionOfOne() {
        Dispersion nothing = new Dispersion(List.of(new Weighted(0, 1), new Weighted(2, 1)));
        assertEquals(1, nothing.atkinson(1));
        assertEquals(1, nothing.atkinson(2));
        assertEquals(0.5, nothing.atkinson(0.5), 1e-15);
        assertEquals(Double.POSITIVE_INFINITY, nothing.rangeRatio());
    }

    @Test
    void partsOfTheVarianceAddUp() {
        List<List<Weighted>> groups = List.of(FIGURES.subList(0, 2), FIGURES.subList(2, 3));
        assertEquals(0, Dispersion.varianceBetween(groups));
        assertEquals(2, Dispersion.varianceWithin(groups));
    }

    @Test
    void weightsAreAboveZero() {
        assertThrows(IllegalArgumentException.class, () -> new Weighted(1, 0));
    }

    @Test
    void quantilesKeepToTheirDefinitions() {
        assertEquals(2.5, Quantiles.interpolated(new double[] {4, 1, 3, 2}, 0.5));
        assertEquals(1, Quantiles.interpolated(new double[] {4, 1}, 0));
        assertEquals(4, Quantiles.interpolated(new double[] {4, 1}, 1));
        List<Weighted> tenths = List.of(new Weighted(1, 0.1), new Weighted(2, 0.2), new Weighted(3, 0.7));
        assertEquals(2, Quantiles.firstReaching(tenths, 0.3)); // 0.1 + 0.2 is not 0.3 in doubles
        assertEquals(1, Quantiles.firstReaching(tenths, 0));
        assertEquals(3, Quantiles.firstReaching(tenths, 1));
        assertThrows(IllegalArgumentException.class, () -> Quantiles.firstReaching(tenths, 1.1));
    }

    /** Two groups of two: SSB 4, SSW 1, so F = 4 / 0.5. */
    @Test
    void analysisOfVarianceIsThatOfTwoGroups() {
        TreeMap<String, CrossSums> groups = new TreeMap<>();
        groups.put("a", new CrossSums(1).add(1).add(2));
        groups.put("b", new CrossSums(1).add(3).add(4));
        OneWayAnova anova = OneWayAnova.of(BetweenWithin.of(List.of("y"), groups));
        assertEquals(8, anova.f(), 1e-15);
        assertEquals(0.8, anova.rSquared(), 1e-15);
        assertEquals(Math.sqrt(0.5), anova.residualDeviation(), 1e-15);
        assertEquals(TailProbability.ofT(Math.sqrt(8), 2), anova.pValue(), 1e-14);
    }

    @Test
    void neighboursThatAlternateAreOpposed() {
        assertEquals(-5 / 6.0, Autocorrelation.ofNeighbours(1, 2, 1, 2, 1, 2), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> Autocorrelation.ofNeighbours(3, 3, 3));
        assertThrows(IllegalArgumentException.class, () -> Autocorrelation.ofNeighbours(3));
    }
}
