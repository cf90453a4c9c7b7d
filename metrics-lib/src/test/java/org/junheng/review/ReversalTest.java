package org.junheng.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junheng.stock.QualityDefinition;
import org.junit.jupiter.api.Test;

/** How much weight must move before two subjects change places. */
class ReversalTest {
    private static final double[] HALVES = {0.5, 0.5};

    /** 80, 40 against 50, 60 is ahead by 5; a point moved from the first to the second takes 0.5 off: 10 points. */
    @Test
    void weightMovesToWhereTheBetterOneIsWorst() {
        assertEquals(10, Ranking.pointsToReverse(new double[] {80, 40}, new double[] {50, 60}, HALVES), 1e-9);
        assertEquals(10, Ranking.pointsToReverse(new double[] {50, 60}, new double[] {80, 40}, HALVES), 1e-9);
        assertEquals(0, Ranking.pointsToReverse(new double[] {50, 60}, new double[] {60, 50}, HALVES));
    }

    @Test
    void whoIsNowhereWorseStaysAhead() {
        assertEquals(
                Double.POSITIVE_INFINITY,
                Ranking.pointsToReverse(new double[] {80, 60}, new double[] {50, 60}, HALVES));
        assertEquals(0, Ranking.pointsToReverse(new double[] {80, 60}, new double[] {80, 60}, HALVES));
    }

    /** A dimension of weight 0 without a score says nothing. */
    @Test
    void aDimensionWithoutAScoreSaysNothing() {
        double[] shares = {0.5, 0.5, 0};
        double nan = Double.NaN;
        assertEquals(10, Ranking.pointsToReverse(new double[] {80, 40, nan}, new double[] {50, 60, 1}, shares), 1e-9);
    }

    private static Scorecard card(String subject, Protocol protocol, double value) {
        Finding finding = new Finding(value, 0);
        return new Scorecard(subject, protocol, Arrays.asList(finding));
    }

    /** All weight on the gap: lower is better, nothing can be moved away from it without giving it to what nobody has. */
    @Test
    void oneDimensionMayHaveAllTheWeight() {
        Map<Dimension, Double> weights = new EnumMap<>(Dimension.class);
        Arrays.stream(Dimension.values()).forEach(d -> weights.put(d, d == Dimension.GAP ? 1.0 : 0.0));
        Scale scale = new Scale(Dimension.GAP, "gap.cv", "", "R1", null, null, 0.9, 0.3, 1);
        Protocol protocol =
                new Protocol("p", weights, List.of(scale), new Bundle(0.4, 0.4, 0.5), 0.9, QualityDefinition.OFFICIAL);
        List<Scorecard> cards = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            cards.add(card("c" + i, protocol, 0.3 + 0.1 * i));
        }
        SortedMap<String, Standing> standings = Ranking.of(cards, "county|2024", 1);
        Standing best = standings.get("c0");
        assertEquals(1, best.rank());
        assertEquals(100, best.composite(), 1e-9);
        assertEquals(4, standings.get("c3").rank());
        assertNull(best.reversal());
    }
}
