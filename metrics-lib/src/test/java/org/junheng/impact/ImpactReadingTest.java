package org.junheng.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junheng.impact.BothSides.State;
import org.junheng.metric.Absent;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.stats.CounterRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImpactReadingTest {
    private static final double POWER = 1.959963984540054 + 0.8416212335729143;

    @Test
    void theSmallestEffectIsThatOfTheDesign() {
        ImpactFit fit = fit(0, 0);
        assertEquals(
                POWER * fit.overall().se(), value(new Detectability().of(fit)).value(), 1e-12);
        assertTrue(new Detectability()
                .sentence(fit, new Detectability().of(fit))
                .en()
                .contains("likely to be missed"));
    }

    /** Effects as large as the card says are found in four of five provinces, with many error clusters and with few. */
    @ParameterizedTest
    @CsvSource({"60, 90, 1, 0", "12, 30, 3, 0.7", "7, 60, 3, 0.7"})
    void powerAtTheSmallestEffectIsFourFifths(int joined, int others, int schools, double shock) {
        SimulatedJoining none = new SimulatedJoining(joined, others, schools, 0, shock);
        double least = 0;
        for (int d = 0; d < 40; d++) {
            least += value(new Detectability().of(new JoiningEffect().fit(none.draw(5000 + d))))
                            .value()
                    / 40;
        }
        SimulatedJoining just = new SimulatedJoining(joined, others, schools, least * 12 / 31, shock);
        int draws = 200;
        int found = 0;
        for (int d = 0; d < draws; d++) {
            found += new JoiningEffect().fit(just.draw(d)).overall().pValue() <= 0.05 ? 1 : 0;
        }
        assertEquals(0.8, found / (double) draws, 0.02 + 2 * Math.sqrt(0.8 * 0.2 / draws));
    }

    @Test
    void aVerdictNeedsAnEffectThatTheDesignCanShow() {
        assertEquals(1, value(new ImpactVerdict().of(fit(2, 0))).value());
        assertEquals(-1, value(new ImpactVerdict().of(fit(-2, 0))).value());
        ImpactFit nothing = fit(0, 0);
        assertEquals(0, value(new ImpactVerdict().of(nothing)).value());
        String said = new ImpactVerdict()
                .sentence(nothing, new ImpactVerdict().of(nothing))
                .en();
        assertEquals("cannot be told: the interval holds 0", said);
    }

    /** Joiners gained in the year before joining already: the test sees it and nothing is claimed. */
    @Test
    void whereTrendsPartedBeforeNothingIsClaimed() {
        ImpactFit fit = fit(2, 2);
        PretrendTest test = new PretrendTest();
        assertTrue(value(test.of(fit)).value() < 0.001);
        assertTrue(test.sentence(fit, test.of(fit)).en().contains("before joining already"));
        assertEquals(0, value(new ImpactVerdict().of(fit)).value());
        assertTrue(value(new PlaceboInTime().of(fit)).interval().low() > 1);
        assertTrue(value(new Breakdown().of(fit)).value()
                < value(new Breakdown().of(fit(2, 0))).value());
    }

    @Test
    void withoutTwoYearsBeforeThereIsNothingToTest() {
        List<JoiningSchool> schools = new ArrayList<>();
        CounterRandom random = CounterRandom.of(3, "two years");
        for (int i = 0; i < 40; i++) {
            schools.add(new JoiningSchool(
                    "s" + i, "s" + i, i < 20 ? 2 : null, List.of(random.normal(i, 0), random.normal(i, 1))));
        }
        ImpactFit fit = new JoiningEffect().fit(question(List.of(1, 2), schools));
        for (ImpactReading reading : List.of(new PretrendTest(), new PlaceboInTime(), new Breakdown())) {
            assertInstanceOf(Absent.class, reading.of(fit));
        }
        assertNotNull(fit.overall().interval());
    }

    /** Twice the effect with the same error stands for more than nearly twice as much. */
    @Test
    void theBreakdownValueIsZeroWithoutAnEffectAndGrowsWithIt() {
        assertEquals(0, value(new Breakdown().of(fit(0, 0))).value());
        double two = value(new Breakdown().of(fit(2, 0))).value();
        double four = value(new Breakdown().of(fit(4, 0))).value();
        assertTrue(two > 0 && four > 1.9 * two, () -> two + " " + four);
    }

    @Test
    void placebosInSpaceRarelyShowARealEffectAndOftenNone() {
        ImpactFit real = new JoiningEffect().fit(new SimulatedJoining(20, 60, 1, 2, 0).draw(1));
        assertEquals(1.0 / 200, value(new PlaceboInSpace().of(real)).value(), 1e-12);
        assertInstanceOf(Absent.class, new PlaceboInSpace().of(fit(4, 0))); // 90 never-joiners for 60 that joined
        int rejected = 0;
        for (int d = 0; d < 100; d++) {
            ImpactFit fit = new JoiningEffect().fit(new SimulatedJoining(20, 60, 1, 0, 0).draw(d));
            rejected += value(new PlaceboInSpace().of(fit)).value() <= 0.05 ? 1 : 0;
        }
        assertEquals(0.05, rejected / 100.0, 0.01 + 2 * Math.sqrt(0.05 * 0.95 / 100));
    }

    @ParameterizedTest
    @CsvSource({
        "3, 3, WIN_WIN",
        "3, -3, LEAD_DILUTED",
        "-3, 3, FREE_RIDE",
        "-3, -3, BOTH_LOSE",
        "3, 0, UNDECIDED",
        "0, 3, UNDECIDED"
    })
    void bothSidesAreToldFromTheirIntervals(double members, double leads, State state) {
        BothSides sides = new BothSides(fit(members, 0), fit(leads, 0));
        assertEquals(state, sides.state());
        assertEquals(state.code(), value(new TwoSides().of(sides)).value());
        assertEquals(
                value(fit(leads, 0).outcome()).value(),
                value(new LeadEffect().of(sides)).value());
    }

    /** Ten clusters of five that gain much, thirty that gain nothing: the ten are found, and hardly any other. */
    @Test
    void theFalseDiscoveryRateOverClustersIsKept() {
        int found = 0;
        int wrong = 0;
        for (int province = 0; province < 4; province++) {
            for (ClusterEffect effect : clusters(province, true)) {
                boolean named = value(effect.discovery()).value() <= 0.05;
                boolean real = effect.cluster().compareTo("c10") < 0;
                found += named && real ? 1 : 0;
                wrong += named && !real ? 1 : 0;
            }
        }
        assertTrue(found >= 38, "found " + found);
        assertTrue(wrong <= 0.05 * (found + wrong) + 4, "wrong " + wrong + " found " + found);
    }

    @Test
    void oneClusterIsOneUnitWhereErrorsAreShared() {
        for (ClusterEffect effect : clusters(1, false)) {
            assertNull(value(effect.effect()).interval());
            assertTrue(value(effect.effect()).caution().en().contains("one cluster is one unit"));
            assertInstanceOf(Absent.class, effect.discovery());
        }
    }

    private static List<ClusterEffect> clusters(int province, boolean independent) {
        CounterRandom random = CounterRandom.of(province, "clusters");
        List<JoiningSchool> schools = new ArrayList<>();
        Map<String, String> clusters = new TreeMap<>();
        for (int i = 0; i < 600; i++) {
            String cluster = String.format(java.util.Locale.ROOT, "c%02d", i / 5);
            boolean joins = i < 200;
            double effect = i < 50 ? 4 : 0;
            String code = String.format(java.util.Locale.ROOT, "s%03d", i);
            if (joins) {
                clusters.put(code, cluster);
            }
            schools.add(new JoiningSchool(
                    code,
                    independent || !joins ? code : cluster,
                    joins ? 2 : null,
                    List.of(random.normal(i, 0), random.normal(i, 1) + effect)));
        }
        return ClusterEffects.of(new JoiningEffect().fit(question(List.of(1, 2), schools)), clusters);
    }

    /** 60 schools that join in year 4 of five and 90 that never do; a gain since joining, and one in the year before already. */
    private static ImpactFit fit(double gain, double before) {
        CounterRandom random = CounterRandom.of(11, "reading");
        List<JoiningSchool> schools = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            List<Double> outcomes = new ArrayList<>();
            for (int year = 1; year <= 5; year++) {
                double more = (year >= 4 ? gain : 0) + (year >= 3 ? before : 0);
                outcomes.add(random.normal(i, year) + (i < 60 ? more : 0));
            }
            schools.add(new JoiningSchool("s" + i, "s" + i, i < 60 ? 4 : null, outcomes));
        }
        return new JoiningEffect().fit(question(List.of(1, 2, 3, 4, 5), schools));
    }

    private static ImpactQuestion question(List<Integer> years, List<JoiningSchool> schools) {
        return new ImpactQuestion(
                years, schools, List.of(), ComparisonGroup.NEVER_TREATED, EffectEstimator.REG, Pairing.BALANCED, 9);
    }

    private static Value value(Outcome outcome) {
        return assertInstanceOf(Value.class, outcome);
    }
}
