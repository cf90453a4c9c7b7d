package org.junheng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junheng.impact.ImpactEstimate;
import org.junheng.metric.Interval;
import org.junheng.metric.Words;
import org.junheng.review.Bundle;
import org.junheng.review.Dimension;
import org.junheng.review.Finding;
import org.junheng.review.Protocol;
import org.junheng.review.Ranking;
import org.junheng.review.Scale;
import org.junheng.review.SchoolScore;
import org.junheng.review.Scorecard;
import org.junheng.selection.LeaverTally;
import org.junheng.stats.BinomialTail;
import org.junheng.stats.ClopperPearson;
import org.junheng.stats.Critical;
import org.junheng.stats.Estimator;
import org.junheng.stats.FisherExact;
import org.junheng.stats.Wilson;
import org.junheng.stock.QualityDefinition;
import org.junheng.subject.Stage;
import org.junheng.survey.SampledUnit;
import org.junheng.valueadded.Cohort;
import org.junheng.valueadded.GrowthCohort;
import org.junheng.valueadded.PercentileCounts;
import org.junheng.valueadded.SchoolMeans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A constructor or function refuses what cannot be true: each condition for itself. */
class RefusalTest {
    private static Scale scale(double floor, double target, double weight) {
        return new Scale(Dimension.GAP, "gap.cv", "", "R1", Stage.PRIMARY, null, floor, target, weight);
    }

    private static Map<Dimension, Double> weights(double each) {
        Map<Dimension, Double> weights = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            weights.put(dimension, each);
        }
        return weights;
    }

    private static Protocol protocol(Map<Dimension, Double> weights) {
        return new Protocol(
                "p", weights, List.of(scale(0.9, 0.3, 1)), new Bundle(0.4, 0.4, 0.5), 0.9, QualityDefinition.OFFICIAL);
    }

    static Stream<Executable> refused() {
        double nan = Double.NaN;
        return Stream.of(
                () -> new Bundle(-0.1, 0.4, 0.5),
                () -> new Bundle(1.1, 0.4, 0.5),
                () -> new Bundle(0.4, -0.1, 0.5),
                () -> new Bundle(0.4, 1.1, 0.5),
                () -> new Bundle(0.4, 0.4, 1.5),
                () -> new Bundle(0.4, 0.4, 0.49),
                () -> scale(0.3, 0.3, 1),
                () -> scale(nan, 0.3, 1),
                () -> scale(0.9, Double.POSITIVE_INFINITY, 1),
                () -> scale(0.9, 0.3, 0),
                () -> ClopperPearson.of(0, 0, 0.95),
                () -> ClopperPearson.of(-1, 5, 0.95),
                () -> ClopperPearson.of(6, 5, 0.95),
                () -> ClopperPearson.of(2, 5, 0),
                () -> ClopperPearson.of(2, 5, 1),
                () -> Wilson.of(0, 0, 0.95),
                () -> Wilson.of(-1, 5, 0.95),
                () -> Wilson.of(6, 5, 0.95),
                () -> Wilson.of(2, 5, 0),
                () -> Wilson.of(2, 5, 1),
                () -> BinomialTail.atLeast(1, 0, 0.5),
                () -> BinomialTail.atLeast(-1, 5, 0.5),
                () -> BinomialTail.atLeast(6, 5, 0.5),
                () -> BinomialTail.atLeast(1, 5, -0.1),
                () -> BinomialTail.atLeast(1, 5, 1.1),
                () -> FisherExact.atLeast(-1, 4, 1, 4),
                () -> FisherExact.atLeast(5, 4, 1, 4),
                () -> FisherExact.atLeast(1, 4, -1, 4),
                () -> FisherExact.atLeast(1, 4, 5, 4),
                () -> FisherExact.atLeast(0, 0, 0, 0),
                () -> SampledUnit.school("a", -1),
                () -> SampledUnit.school("a", Double.POSITIVE_INFINITY),
                () -> new Cohort.Scale(0, 0),
                () -> new Cohort.Scale(0, nan),
                () -> new SchoolMeans("a", 0, 1, List.of()),
                () -> new GrowthCohort(2).add(1, 2),
                () -> new PercentileCounts(Collections.nCopies(99, 1L)),
                () -> new ImpactEstimate.Span(2, 1),
                () -> new LeaverTally.Group(-1, 0, 0),
                () -> new LeaverTally.Group(0, -1, 0),
                () -> new LeaverTally.Group(0, 0, -1),
                () -> protocol(Map.of(Dimension.GAP, 1.0)),
                () -> protocol(weights(-1)),
                () -> protocol(weights(nan)),
                () -> protocol(weights(0)),
                () -> new Scorecard("a", protocol(weights(1)), List.of()),
                () -> new Interval(null, nan, 1, 0.95));
    }

    @ParameterizedTest
    @MethodSource
    void refused(Executable impossible) {
        assertThrows(IllegalArgumentException.class, impossible);
    }

    @Test
    void theEndsOfWhatIsPossibleAreTaken() {
        assertEquals(1, new Bundle(0, 1, 1).improvementShare());
        assertEquals(1, BinomialTail.atLeast(0, 5, 0), 0);
        assertEquals(1, BinomialTail.atLeast(5, 5, 1), 0);
        assertEquals(0.0, Wilson.of(0, 5, 0.95).low(), 1e-15);
        assertEquals(1.0, ClopperPearson.of(5, 5, 0.95).high());
        assertEquals(0.0, SampledUnit.school("a", 0).weight());
        assertEquals(Estimator.REML, Estimator.valueOf("REML"));
        assertTrue(new ImpactEstimate.Span(1, 2).excludesZero() && new ImpactEstimate.Span(-2, -1).excludesZero());
        assertTrue(!new ImpactEstimate.Span(-1, 1).excludesZero());
    }

    @Test
    void aScaleSaysWhatItReads() {
        assertEquals("gap.cv R1 PRIMARY", scale(0.9, 0.3, 1).reads());
        assertEquals(
                "valueadded.school va score:math JUNIOR 9",
                new Scale(Dimension.GAP, "valueadded.school", "va", "score:math", Stage.JUNIOR, 9, 0, 1, 1).reads());
        assertEquals("stock.x", new Scale(Dimension.STOCK, "stock.x", "", "", null, null, 0, 1, 1).reads());
    }

    @Test
    void wordsJoinAndComeBack() {
        Words one = new Words("一", "one");
        Words two = new Words("二", "two");
        assertEquals(one, one.and(Words.NONE));
        assertEquals(two, Words.NONE.and(two));
        assertEquals(Words.NONE, Words.NONE.and(Words.NONE));
        assertEquals(new Words("一；二", "one; two"), one.and(two));
        assertEquals("", Words.NONE.both());
        assertEquals(" | one", new Words("", "one").both());
        assertEquals(one, Words.parse(one.both()));
        assertEquals(new Words("x", "x"), Words.parse("x"));
    }

    /** Ends of the distributions, and points where Newton has nothing to add. */
    @Test
    void criticalValuesAtTheirEnds() {
        assertEquals(0, Critical.beta(0, 3, 0.5));
        assertEquals(1, Critical.beta(3, 0, 0.5));
        assertEquals(1.959963984540054, Critical.student(Double.POSITIVE_INFINITY, 0.975), 1e-12);
        assertEquals(12.706204736174698, Critical.student(1, 0.975), 1e-10);
        assertEquals(0.5, Critical.beta(2, 2, 0.5), 1e-14);
        assertEquals(161.4476387975881, Critical.fisher(1, 1, 0.95), 1e-8);
    }

    /** A dimension that is weighed and has no scale is named without one; one with a scale and no figure with it. */
    @Test
    void whatAScorecardLacksIsNamed() {
        Scorecard empty = new Scorecard("a", protocol(weights(1)), Arrays.asList((Finding) null));
        assertEquals(List.of(Dimension.values()), Scorecard.weighed(empty.protocol()));
        Words missing = empty.missing(List.of(Dimension.GAP, Dimension.STOCK), Set.of(0));
        assertEquals("no figure for " + Dimension.GAP + " (gap.cv R1 PRIMARY); " + Dimension.STOCK, missing.en());
        assertEquals(Words.NONE, empty.missing(List.of(), Set.of(0)));
        assertEquals(Map.of(), Ranking.of(List.of(), "county|2024", 1));
        assertEquals(Map.of(), SchoolScore.of(List.of()));
    }
}
