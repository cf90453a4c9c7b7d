package org.junheng.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.junheng.Given;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.CounterRandom;
import org.junheng.stock.QualityDefinition;
import org.junheng.subject.Role;
import org.junit.jupiter.api.Test;

/** Composites that a reader can follow by hand, ranks against brute force, and naming against known truth. */
class ReviewTest {
    private static final Protocol EQUAL = protocol(20, 20, 20, 20, 20);

    @Test
    void aScaleIsLinearAndCutAtBothEnds() {
        Scale less = new Scale(Dimension.GAP, "gap.cv", "", "R1", null, null, 0.9, 0.3, 1);
        assertEquals(0, less.score(1.2));
        assertEquals(0, less.score(0.9));
        assertEquals(50, less.score(0.6), 1e-12);
        assertEquals(100, less.score(0.3));
        assertEquals(100, less.score(0));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Scale(Dimension.GAP, "gap.cv", "", "R1", null, null, 0.3, 0.3, 1));
    }

    /** Weights 1 and 3 within a dimension: (1 x 20 + 3 x 60) / 4; a scale without a figure leaves the other. */
    @Test
    void aDimensionIsTheWeightedMeanOfItsScales() {
        Protocol two = new Protocol(
                "p",
                EQUAL.weights(),
                List.of(scale(Dimension.GAP, 1), scale(Dimension.GAP, 3)),
                new Bundle(0.4, 0.4, 0.5),
                0.9,
                QualityDefinition.OFFICIAL);
        Scorecard both = new Scorecard("a", two, List.of(new Finding(20, 0), new Finding(60, 0)));
        assertEquals(50, both.dimensions()[Dimension.GAP.place()]);
        Scorecard one = new Scorecard("a", two, Arrays.asList(new Finding(20, 0), null));
        assertEquals(20, one.dimensions()[Dimension.GAP.place()]);
        assertTrue(Double.isNaN(one.dimensions()[Dimension.STOCK.place()]));
        assertEquals(
                "no figure for gap (m)",
                one.missing(List.of(Dimension.GAP), Set.of(0, 1)).en());
        assertEquals(Words.NONE, both.missing(List.of(Dimension.GAP), Set.of(0, 1)));
    }

    @Test
    void aSubjectWithoutADimensionThatCountsIsNotRanked() {
        List<Scorecard> cards = List.of(
                card("a", EQUAL, 0, 10, 20, 30, 40, 50),
                new Scorecard("b", EQUAL, Arrays.asList(new Finding(1, 0), null, null, null, null)));
        SortedMap<String, Standing> standings = Ranking.of(cards, "county|2024", 1);
        assertEquals(List.of("a"), List.copyOf(standings.keySet()));
        assertEquals(30, standings.get("a").composite(), 1e-12);
        assertNull(standings.get("a").topQuarter());
    }

    @Test
    void aProtocolStatesEveryWeight() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Protocol(
                        "p", Map.of(Dimension.GAP, 1.0), List.of(), EQUAL.bundle(), 0.9, QualityDefinition.OFFICIAL));
        assertThrows(IllegalArgumentException.class, () -> protocol(0, 0, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Bundle(0.4, 0.4, 0.49));
        assertEquals(Words.NONE, EQUAL.caution());
        assertFalse(
                new Protocol("example-v1", EQUAL.weights(), List.of(), EQUAL.bundle(), 0.9, QualityDefinition.OFFICIAL)
                        .caution()
                        .zh()
                        .isEmpty());
    }

    /** Figures that count everyone: ranks do not move, ties share the better one, and the quarter is two of eight. */
    @Test
    void withoutErrorsRanksAreCertain() {
        List<Scorecard> cards = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            double score = i == 1 ? 0 : 10 * i;
            cards.add(card("s" + i, EQUAL, 0, score, score, score, score, score));
        }
        SortedMap<String, Standing> standings = Ranking.of(cards, "county|2024", 1);
        assertEquals(1, standings.get("s7").rank());
        assertEquals(7, standings.get("s0").rank());
        assertEquals(7, standings.get("s1").rank());
        assertEquals(3, standings.get("s5").rankLow());
        assertEquals(3, standings.get("s5").rankHigh());
        assertEquals(1.0, standings.get("s6").topQuarter());
        assertEquals(0.0, standings.get("s5").topQuarter());
        assertNull(standings.get("s7").reversal(), "better in everything");
    }

    @Test
    void neitherOrderNorOthersChangeADraw() {
        List<Scorecard> cards = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            cards.add(card("s" + i, EQUAL, 5, 40 + i, 50 - i, 45, 44 + 2 * i, 50));
        }
        SortedMap<String, Standing> standings = Ranking.of(cards, "county|2024", 7);
        Collections.reverse(cards);
        assertEquals(standings, Ranking.of(cards, "county|2024", 7));
    }

    /** The composite of two subjects differs by 2 and 40 points apart in two dimensions: moving 2/(30 + 20) of weight levels them. */
    @Test
    void reversalIsTheLeastWeightThatLevels() {
        double[] shares = EQUAL.shares();
        double[] a = {80, 50, 50, 50, 50};
        double[] b = {50, 70, 50, 50, 50};
        assertEquals(100 * 2.0 / 50, Ranking.pointsToReverse(a, b, shares), 1e-9);
        assertEquals(Ranking.pointsToReverse(a, b, shares), Ranking.pointsToReverse(b, a, shares));
        assertEquals(Double.POSITIVE_INFINITY, Ranking.pointsToReverse(a, new double[] {50, 50, 50, 50, 50}, shares));
    }

    /** Against brute force: no transfer on a grid of weights that moves fewer points reverses two subjects. */
    @Test
    void noSmallerMoveOnAGridReverses() {
        CounterRandom random = CounterRandom.of(3, "grid");
        double[] shares = EQUAL.shares();
        for (int pair = 0; pair < 20; pair++) {
            double[] a = new double[5];
            double[] b = new double[5];
            for (int k = 0; k < 5; k++) {
                a[k] = 100 * random.uniform(pair, k);
                b[k] = 100 * random.uniform(pair, 5 + k);
            }
            double least = Double.POSITIVE_INFINITY;
            double sign = Math.signum(Scorecard.composite(a, shares) - Scorecard.composite(b, shares));
            for (int code = 0; code < 13 * 13 * 13 * 13; code++) {
                double[] w = {0, code % 13, code / 13 % 13, code / 169 % 13, code / 2197 % 13};
                double sum = 0;
                double moved = 0;
                for (int k = 1; k < 5; k++) {
                    w[k] *= 0.05;
                    sum += w[k];
                }
                w[0] = 1 - sum;
                for (int k = 0; k < 5; k++) {
                    moved += 50 * Math.abs(w[k] - shares[k]);
                }
                if (w[0] >= -1e-12 && sign * (Scorecard.composite(a, w) - Scorecard.composite(b, w)) <= 0) {
                    least = Math.min(least, moved);
                }
            }
            double found = Ranking.pointsToReverse(a, b, shares);
            assertTrue(found <= least + 1e-9, found + " > " + least);
            assertTrue(least == Double.POSITIVE_INFINITY || least - found < 12, found + " far from " + least);
        }
    }

    /** 40 subjects whose truth varies twice as much as their figures err: of those named, nine in ten are truly in the top quarter. */
    @Test
    void namesAreRightNineTimesInTen() {
        CounterRandom random = CounterRandom.of(11, "truth");
        int named = 0;
        int right = 0;
        for (int province = 0; province < 12; province++) {
            double[] truth = new double[40];
            List<Scorecard> cards = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                truth[i] = 50 + 12 * random.normal(province, i);
                double seen = truth[i] + 4 * random.normal(province, 100 + i);
                cards.add(card(String.format("s%02d", i), EQUAL, 4 * Math.sqrt(5), seen, seen, seen, seen, seen));
            }
            SortedMap<String, Standing> standings = Ranking.of(cards, "province|" + province, 5);
            int[] ranks = Ranking.ranks(truth);
            for (int i = 0; i < 40; i++) {
                if (standings.get(String.format("s%02d", i)).isNamed(0.9)) {
                    named++;
                    right += ranks[i] <= 10 ? 1 : 0;
                }
            }
        }
        int all = named;
        double share = (double) right / named;
        assertTrue(named > 40, () -> all + " named");
        assertTrue(share >= 0.9, () -> share + " of the named are right");
    }

    /** own 60; members 40 and 80 with 100 and 300 pupils, improvement 50 and 90: cluster = (0.25 x 45 + 0.75 x 85) = 75; 0.6 x 60 + 0.4 x 75 = 66. */
    @Test
    void bundledScoreFollowsThePolicy() {
        List<BundledScore.Member> members =
                List.of(new BundledScore.Member("m1", 100, 40, 50), new BundledScore.Member("m2", 300, 80, 90));
        Bundle bundle = new Bundle(0.4, 0.2, 0.5);
        BundledScore.School lead = bundled(Role.LEAD, 60, members, bundle);
        Value total = Given.value(new BundledScore().of(lead));
        assertEquals(66, total.value(), 1e-12);
        assertEquals(exact(BundledScore.parts(lead)), total.value());
        assertEquals(
                1,
                BundledScore.parts(lead).stream()
                        .mapToDouble(BundledScore.Part::weight)
                        .sum(),
                1e-12);
        BundledScore.School member = bundled(Role.MEMBER, 60, members, bundle);
        assertEquals(
                0.8 * 60 + 0.2 * 75, Given.value(new BundledScore().of(member)).value(), 1e-12);
    }

    @Test
    void membersWithoutAScoreAreLeftOutAndSaid() {
        List<BundledScore.Member> members =
                List.of(new BundledScore.Member("m1", 100, 40, 50), new BundledScore.Member("m2", 300, 80, Double.NaN));
        Value total = Given.value(new BundledScore().of(bundled(Role.LEAD, 60, members, new Bundle(0.4, 0.4, 0.5))));
        assertEquals(0.6 * 60 + 0.4 * 45, total.value(), 1e-12);
        assertEquals("1 of 2 member schools have a score", total.caution().en());
        Given.absent(new BundledScore().of(bundled(Role.LEAD, 60, members.subList(1, 2), new Bundle(0.4, 0.4, 0.5))));
        Given.absent(new BundledScore().of(bundled(Role.LEAD, Double.NaN, members, new Bundle(0.4, 0.4, 0.5))));
    }

    /** Schools have no gap and no stock: own is of radiation and satisfaction and improvement, level without improvement, proportions kept. */
    @Test
    void aSchoolIsScoredByWhatIsSaidOfSchools() {
        Protocol weights = protocol(30, 10, 20, 30, 10);
        List<Scorecard> cards = List.of(
                new Scorecard("a", weights, findings(Double.NaN, Double.NaN, 60, 40, 90)),
                new Scorecard("b", weights, findings(Double.NaN, Double.NaN, 60, Double.NaN, 90)));
        SortedMap<String, SchoolScore> scores = SchoolScore.of(cards);
        assertEquals((20 * 60 + 30 * 40 + 10 * 90) / 60.0, scores.get("a").own(), 1e-12);
        assertEquals((20 * 60 + 10 * 90) / 30.0, scores.get("a").level(), 1e-12);
        assertEquals(40, scores.get("a").improvement());
        assertTrue(scores.get("a").caution().en().contains("stock, gap"));
        assertTrue(Double.isNaN(scores.get("b").own()));
        assertEquals((20 * 60 + 10 * 90) / 30.0, scores.get("b").level(), 1e-12);
        assertTrue(scores.get("b").caution().en().contains("improvement (m)"));
    }

    /** 97 members of awkward weights: the parts add up to the total to the last bit. */
    @Test
    void contributionsAddUpExactly() {
        CounterRandom random = CounterRandom.of(5, "parts");
        List<BundledScore.Member> members = new ArrayList<>();
        for (int i = 0; i < 97; i++) {
            members.add(new BundledScore.Member(
                    "m" + i, 1 + random.below(977, i, 0), 100 * random.uniform(i, 1), 100 * random.uniform(i, 2)));
        }
        BundledScore.School lead = bundled(Role.LEAD, 100.0 / 3, members, new Bundle(0.4, 0.4, 0.6));
        assertEquals(
                exact(BundledScore.parts(lead)),
                Given.value(new BundledScore().of(lead)).value());
    }

    /** A figure at the floor errs on one side only: half a normal, variance (1/2 - 1/(2 pi)) s^2; far inside it is s^2; the third by integration in Python. */
    @Test
    void theVarianceOfAScoreIsThatOfACutNormal() {
        Scale scale = scale(Dimension.GAP, 1);
        assertEquals(100 * (0.5 - 1 / (2 * Math.PI)), scale.variance(new Finding(0, 10)), 1e-9);
        assertEquals(4, scale.variance(new Finding(50, 2)), 1e-9);
        assertEquals(430.9875850437438, scale.variance(new Finding(90, 30)), 1e-6);
        assertEquals(0, scale.variance(new Finding(500, 10)), 1e-9);
        assertEquals(0, scale.variance(new Finding(50, 0)));
    }

    /** Own 0.6 and, as a member of three quarters of the pupils, 0.4 x 0.75: one figure, so 0.9 of its error; another member's 0.4 x 0.25. */
    @Test
    void theErrorsOfFiguresReachTheTotalOnce() {
        List<Pull> of = List.of(new Pull(1, 1, 0, 25));
        List<BundledScore.Member> members =
                List.of(new BundledScore.Member("a", 300, 50, 50, of), new BundledScore.Member("b", 100, 50, 50, of));
        BundledScore.School itself =
                new BundledScore.School("a", Role.MEMBER, 50, of, members, new Bundle(0.4, 0.4, 0.5));
        double ofA = 0.6 + 0.4 * 0.75 * 0.5;
        double ofB = 0.4 * 0.25 * 0.5;
        Value total = Given.value(new BundledScore().of(itself));
        assertEquals(5 * Math.sqrt(ofA * ofA + ofB * ofB), total.interval().se(), 1e-12);
        assertTrue(total.interval().low() < 50 && total.interval().high() > 50);
    }

    /** Leads of 2, 4 and 9 members; every figure is seen with its error: in 19 of 20 provinces the interval holds the true total. */
    @Test
    void theIntervalHoldsTheTruth() {
        for (int members : new int[] {2, 4, 9}) {
            CounterRandom random = CounterRandom.of(17, "coverage" + members);
            int held = 0;
            for (int draw = 0; draw < 800; draw++) {
                double truth = total(random, draw, members, false).value();
                Value seen = total(random, draw, members, true);
                held += seen.interval().low() <= truth
                                && truth <= seen.interval().high()
                        ? 1
                        : 0;
            }
            double share = held / 800.0;
            assertTrue(share > 0.93 && share < 0.97, members + " members: " + share);
        }
    }

    private static Value total(CounterRandom random, int draw, int members, boolean seen) {
        List<Scorecard> cards = new ArrayList<>();
        for (int i = 0; i <= members; i++) {
            List<Finding> findings = new ArrayList<>();
            for (int k = 0; k < 5; k++) {
                double se = 2 + 6 * random.uniform(draw, 1000 + 10 * i + k);
                double truth = 30 + 40 * random.uniform(draw, 2000 + 10 * i + k);
                findings.add(new Finding(seen ? truth + se * random.normal(draw, 3000 + 10 * i + k) : truth, se));
            }
            cards.add(new Scorecard("s" + i, EQUAL, findings));
        }
        SortedMap<String, SchoolScore> scores = SchoolScore.of(cards);
        List<BundledScore.Member> of = new ArrayList<>();
        for (int i = 1; i <= members; i++) {
            SchoolScore score = scores.get("s" + i);
            of.add(new BundledScore.Member(
                    "s" + i, 100 + random.below(900, draw, i), score.level(), score.improvement(), score.pulls()));
        }
        SchoolScore lead = scores.get("s0");
        return Given.value(new BundledScore()
                .of(new BundledScore.School("s0", Role.LEAD, lead.own(), lead.pulls(), of, new Bundle(0.4, 0.4, 0.5))));
    }

    private static double exact(List<BundledScore.Part> parts) {
        return parts.stream()
                .map(part -> new java.math.BigDecimal(part.contribution()))
                .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add)
                .doubleValue();
    }

    private static BundledScore.School bundled(
            Role role, double own, List<BundledScore.Member> members, Bundle bundle) {
        return new BundledScore.School("lead", role, own, List.of(), members, bundle);
    }

    @Test
    void aFindingTakesItsErrorFromTheIntervalWhereItHasNoOther() {
        assertEquals(0.5, Finding.of(1, 0.5, 0.0, 9.0).se());
        assertEquals(
                1,
                Finding.of(1, null, 1 - 1.959963984540054, 1 + 1.959963984540054)
                        .se(),
                1e-12);
        assertEquals(0, Finding.of(1, null, null, null).se());
    }

    private static List<Finding> findings(double... values) {
        return Arrays.stream(values)
                .mapToObj(v -> Double.isNaN(v) ? null : new Finding(v, 0))
                .collect(java.util.stream.Collectors.toList());
    }

    private static Scorecard card(String subject, Protocol protocol, double se, double... scores) {
        return new Scorecard(
                subject,
                protocol,
                Arrays.stream(scores).mapToObj(s -> new Finding(s, se)).toList());
    }

    private static Scale scale(Dimension dimension, double weight) {
        return new Scale(dimension, "m", "", "", null, null, 0, 100, weight);
    }

    /** One scale per dimension, 0 to 100 as it is. */
    private static Protocol protocol(double... weights) {
        Map<Dimension, Double> of = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            of.put(dimension, weights[dimension.place()]);
        }
        List<Scale> scales =
                Arrays.stream(Dimension.values()).map(d -> scale(d, 1)).toList();
        return new Protocol("p", of, scales, new Bundle(0.4, 0.4, 0.5), 0.9, QualityDefinition.OFFICIAL);
    }
}
