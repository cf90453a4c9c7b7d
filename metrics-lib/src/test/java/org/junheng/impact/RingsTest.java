package org.junheng.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junheng.metric.Absent;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.CounterRandom;
import org.junit.jupiter.api.Test;

/** Known truth in provinces of 120 counties with 6 townships of 4 schools: in half of the counties two schools of two townships join in year 3. */
class RingsTest {
    private static final List<Integer> YEARS = List.of(1, 2, 3, 4, 5);

    /** A province with its spillovers. */
    private record Drawn(ImpactQuestion question, Map<String, Integer> joined, Map<String, SchoolPlace> places) {
        Rings rings() {
            return Rings.of(question, joined, Set.of(), places);
        }
    }

    @Test
    void spilloversAreFoundInTheirRingAndTheCleanEffectIsFreeOfThem() {
        Rings rings = drawn(1.0, 0.5, 0).rings();
        near(0.5, new Spillover(Spillover.Ring.TOWNSHIP).of(rings));
        near(0, new Spillover(Spillover.Ring.COUNTY).of(rings));
        near(1, new CleanEffect().of(rings));
        Words said = new Spillover(Spillover.Ring.TOWNSHIP)
                .sentence(rings, new Spillover(Spillover.Ring.TOWNSHIP).of(rings));
        assertTrue(said.en().contains("moved too"), said.en());
        ImpactFit plain = new JoiningEffect().fit(drawn(1.0, 0.5, 0).question());
        assertTrue(plain.overall().estimate() < 0.97, "near schools in the comparison hide a part of the effect");
    }

    @Test
    void theFartherRingIsHeldAgainstCountiesWithoutMembers() {
        near(0.3, new Spillover(Spillover.Ring.COUNTY).of(drawn(1.0, 0.5, 0.3).rings()));
    }

    @Test
    void whereNobodyIsOutsideThereIsNothingToCompare() {
        Drawn drawn = drawn(1.0, 0, 0);
        Map<String, SchoolPlace> one = new TreeMap<>();
        drawn.places().forEach((school, place) -> one.put(school, new SchoolPlace("c", "t")));
        Rings rings = Rings.of(drawn.question(), drawn.joined(), Set.of(), one);
        assertInstanceOf(Absent.class, new Spillover(Spillover.Ring.TOWNSHIP).of(rings));
        assertInstanceOf(Absent.class, new CleanEffect().of(rings));
        Rings nowhere = Rings.of(drawn.question(), drawn.joined(), Set.of(), Map.of());
        Absent absent = assertInstanceOf(Absent.class, new Spillover(Spillover.Ring.COUNTY).of(nowhere));
        assertTrue(
                absent.reason().en().startsWith("nothing to compare in the ring"),
                absent.reason().en());
    }

    /** A county has four schools that joined: an estimate where schools err alone, and no interval below six; counties without any are not told. */
    @Test
    void countiesAreToldByThemselves() {
        Drawn drawn = drawn(30, 0, 0);
        List<CountyEffect> counties = CountyEffect.of(drawn.question(), drawn.places());
        assertEquals(60, counties.size());
        CountyEffect first = counties.get(0);
        assertEquals(30, first.fit().overall().estimate(), 5);
        assertNull(first.fit().overall().interval());
        assertEquals(
                0, assertInstanceOf(Value.class, new ImpactVerdict().of(first)).value());
        assertTrue(new ImpactVerdict()
                .sentence(first, new ImpactVerdict().of(first))
                .en()
                .startsWith("cannot be told: no interval: only 4 independent units"));
        assertInstanceOf(Absent.class, new CountyDiscovery().of(first));
    }

    /** Two large counties, an effect in one: named there, and told from chance among both. */
    @Test
    void aCountyIsNamedWhenItIsToldFromChanceAmongAll() {
        List<JoiningSchool> schools = new ArrayList<>();
        Map<String, SchoolPlace> places = new TreeMap<>();
        CounterRandom random = CounterRandom.of(5, "counties");
        for (int i = 0; i < 240; i++) {
            List<Double> outcomes = new ArrayList<>();
            for (int year : YEARS) {
                outcomes.add(random.normal(i, year) + (i % 2 == 0 && i < 120 && year >= 3 ? 3 : 0));
            }
            schools.add(new JoiningSchool("s" + i, "s" + i, i % 2 == 0 ? 3 : null, outcomes));
            places.put("s" + i, new SchoolPlace(i < 120 ? "a" : "b", null));
        }
        List<CountyEffect> counties = CountyEffect.of(question(schools), places);
        assertEquals(
                1,
                assertInstanceOf(Value.class, new ImpactVerdict().of(counties.get(0)))
                        .value());
        assertEquals(
                0,
                assertInstanceOf(Value.class, new ImpactVerdict().of(counties.get(1)))
                        .value());
        Value q = assertInstanceOf(Value.class, new CountyDiscovery().of(counties.get(0)));
        assertTrue(q.value() < 0.05);
        CountyEffect doubted = new CountyEffect("a", counties.get(0).fit(), Value.of(0.2, q.counts()));
        assertEquals(
                0,
                assertInstanceOf(Value.class, new ImpactVerdict().of(doubted)).value());
        assertEquals(
                "cannot be told: among all counties it is not told from chance",
                new ImpactVerdict()
                        .sentence(doubted, new ImpactVerdict().of(doubted))
                        .en());
    }

    /** Two clusters with a school in the same township share its number and are one unit; a third is another. */
    @Test
    void schoolsThatShareANumberErrTogether() {
        List<JoiningSchool> schools =
                List.of(school("a", "k1"), school("b", "k2"), school("c", "k2"), school("d", "k3"));
        List<JoiningSchool> shared = ErrorUnits.shared(
                schools,
                Map.of(
                        "a", new SchoolPlace("x", "t"),
                        "b", new SchoolPlace("x", "t"),
                        "c", new SchoolPlace("x", "u"),
                        "d", new SchoolPlace("y", "t")));
        assertEquals(shared.get(0).errorCluster(), shared.get(1).errorCluster());
        assertEquals(shared.get(0).errorCluster(), shared.get(2).errorCluster());
        assertTrue(!shared.get(0).errorCluster().equals(shared.get(3).errorCluster()));
    }

    private static JoiningSchool school(String code, String cluster) {
        return new JoiningSchool(code, cluster, null, List.of(1.0));
    }

    private static void near(double truth, Outcome outcome) {
        Value value = assertInstanceOf(Value.class, outcome);
        assertNotNull(value.interval());
        assertEquals(truth, value.value(), 4 * value.interval().se());
    }

    private static ImpactQuestion question(List<JoiningSchool> schools) {
        return new ImpactQuestion(
                YEARS, schools, List.of(), ComparisonGroup.NEVER_TREATED, EffectEstimator.REG, Pairing.BALANCED, 1);
    }

    private static Drawn drawn(double effect, double sameTownship, double sameCounty) {
        CounterRandom random = CounterRandom.of(7, "rings");
        List<JoiningSchool> schools = new ArrayList<>();
        Map<String, Integer> joined = new TreeMap<>();
        Map<String, SchoolPlace> places = new TreeMap<>();
        for (int i = 0; i < 120 * 24; i++) {
            int county = i / 24;
            int township = i % 24 / 4;
            boolean reached = county % 2 == 0;
            boolean joins = reached && township < 2 && i % 4 < 2;
            double lift = joins ? effect : !reached ? 0 : township < 2 ? sameTownship : sameCounty;
            List<Double> outcomes = new ArrayList<>();
            for (int year : YEARS) {
                outcomes.add(random.normal(i, year) + (year >= 3 ? lift : 0));
            }
            String code = "s" + (10_000 + i);
            schools.add(new JoiningSchool(code, code, joins ? 3 : null, outcomes));
            places.put(code, new SchoolPlace("c" + (100 + county), "t" + township));
            if (joins) {
                joined.put(code, 3);
            }
        }
        return new Drawn(question(schools), joined, places);
    }
}
