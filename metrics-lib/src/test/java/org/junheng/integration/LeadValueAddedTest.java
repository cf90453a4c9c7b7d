package org.junheng.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.Given;
import org.junheng.GivenRegister;
import org.junheng.integration.LeadChangeView.Since;
import org.junheng.integration.LeadChanges.Effect;
import org.junheng.metric.Absent;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.stock.Lineage;
import org.junheng.stock.SchoolLink;
import org.junheng.subject.Register;
import org.junheng.subject.Role;
import org.junheng.subject.SchoolFacts.Flags;
import org.junheng.subject.Stage;
import org.junit.jupiter.api.Test;

/** l leads g from September 2022, with member a at first and b from 2023 on. Its value-added is 3 (+- 0.3) in 2021, 2.5 (+- 0.4) in 2022 and 1 (+- 0.3) in 2023. */
class LeadValueAddedTest {
    private static final SortedMap<Integer, Map<String, Effect>> COHORTS = new TreeMap<>(Map.of(
            2021, Map.of("l", new Effect(3.0, 0.3, 90L)),
            2022, Map.of("l", new Effect(2.5, 0.4, 95L), "a", new Effect(9.0, 0.1, 50L)),
            2023, Map.of("l", new Effect(1.0, 0.3, 100L))));

    private static GivenRegister given(String joined, String grown) {
        GivenRegister given = new GivenRegister();
        for (int year = 2021; year <= 2023; year++) {
            for (String school : List.of("l", "a", "b")) {
                given.school(school, year, null, Flags.UNKNOWN, 100.0);
            }
        }
        return given.member("l", "g", Role.LEAD, joined, null)
                .member("a", "g", Role.MEMBER, joined, null)
                .member("b", "g", Role.MEMBER, grown, null);
    }

    private static LeadChangeView view(
            Register register, Since since, SortedMap<Integer, Map<String, Effect>> cohorts) {
        return new LeadChanges(register, Lineage.NONE)
                .views(Stage.PRIMARY, "score:math", cohorts).stream()
                        .filter(new LeadValueAdded(since)::appliesTo)
                        .findFirst()
                        .orElseThrow();
    }

    private static Outcome change(Register register, Since since, SortedMap<Integer, Map<String, Effect>> cohorts) {
        return new LeadValueAdded(since).of(view(register, since, cohorts));
    }

    private static Register ordinary() {
        return given("2022-09-01", "2023-09-01").register();
    }

    /** 1 - 3, and half the interval is sqrt(0.09 + 0.09). */
    @Test
    void isComparedWithTheLastCohortBeforeItLed() {
        LeadChangeView view = view(ordinary(), Since.BEFORE_LEADING, COHORTS);
        assertEquals(2021, view.about().baseYear());
        Value change = Given.value(new LeadValueAdded(Since.BEFORE_LEADING).of(view));
        double half = Math.sqrt(0.18);
        assertEquals(-2, change.value(), 1e-15);
        assertEquals(-2 - half, change.interval().low(), 1e-12);
        assertEquals(-2 + half, change.interval().high(), 1e-12);
        assertEquals(half / 1.959963984540054, change.interval().se(), 1e-12);
        assertEquals(100L, change.counts().pupils());
    }

    /** 1 - 2.5 while the members went from one to two; half the interval is sqrt(0.16 + 0.09). */
    @Test
    void isComparedWithTheFirstCohortOfASmallerCluster() {
        LeadChangeView view = view(ordinary(), Since.FEWER_MEMBERS, COHORTS);
        assertEquals(2022, view.about().baseYear());
        Value change = Given.value(new LeadValueAdded(Since.FEWER_MEMBERS).of(view));
        assertEquals(-1.5, change.value(), 1e-15);
        assertEquals(0.5, (change.interval().high() - change.interval().low()) / 2, 1e-12);
    }

    @Test
    void isAbsentWithAReason() {
        Register always = given("2019-09-01", "2019-09-01").register();
        assertEquals(
                "no cohort of the same model was examined before it led the cluster",
                ((Absent) change(always, Since.BEFORE_LEADING, COHORTS))
                        .reason()
                        .en());
        assertEquals(
                "the cluster did not grow: 2 members in 2021, 2 now",
                ((Absent) change(always, Since.FEWER_MEMBERS, COHORTS)).reason().en());
        SortedMap<Integer, Map<String, Effect>> one = new TreeMap<>(Map.of(2023, COHORTS.get(2023)));
        assertEquals(
                "no earlier cohort of the same model was examined while it led the cluster",
                ((Absent) change(ordinary(), Since.FEWER_MEMBERS, one)).reason().en());
        assertNull(view(ordinary(), Since.FEWER_MEMBERS, one).about().baseYear());
    }

    @Test
    void withoutAnIntervalOfEitherCohortTheChangeIsLittleEvidence() {
        SortedMap<Integer, Map<String, Effect>> cohorts = new TreeMap<>(COHORTS);
        cohorts.put(2021, Map.of("l", new Effect(3.0, null, 90L)));
        Value change = Given.value(change(ordinary(), Since.BEFORE_LEADING, cohorts));
        assertEquals(-2, change.value(), 1e-15);
        assertNull(change.interval());
        assertEquals(
                "the value-added of a cohort has no interval, so the change has none",
                change.caution().en());
    }

    @Test
    void ofSeveralLeadsTheFirstIsLookedAtAndASchoolGoesOnUnderANewCode() {
        Register two = given("2022-09-01", "2023-09-01")
                .member("b", "g", Role.LEAD, "2023-01-01", null)
                .register();
        assertEquals(2021, view(two, Since.BEFORE_LEADING, COHORTS).about().baseYear());
        GivenRegister renamed = new GivenRegister();
        for (int year = 2021; year <= 2023; year++) {
            renamed.school(year < 2023 ? "k" : "l", year, null, Flags.UNKNOWN, 100.0);
            renamed.school("a", year, null, Flags.UNKNOWN, 100.0);
        }
        Register register = renamed.member("k", "g", Role.LEAD, "2022-09-01", "2023-09-01")
                .member("l", "g", Role.LEAD, "2023-09-01", null)
                .member("a", "g", Role.MEMBER, "2022-09-01", null)
                .register();
        Lineage lineage = Lineage.of(register, List.of(new SchoolLink("k", "l", java.time.LocalDate.of(2023, 9, 1))));
        SortedMap<Integer, Map<String, Effect>> cohorts = new TreeMap<>(COHORTS);
        cohorts.put(2021, Map.of("k", new Effect(3.0, 0.3, 90L)));
        LeadChangeView view = new LeadChanges(register, lineage)
                .views(Stage.PRIMARY, "score:math", cohorts).stream()
                        .filter(v -> v.since() == Since.BEFORE_LEADING)
                        .findFirst()
                        .orElseThrow();
        assertEquals(2021, view.about().baseYear());
    }

    @Test
    void saysNothingOfACause() {
        String said =
                new LeadValueAdded(Since.BEFORE_LEADING).definition().toString().toLowerCase(Locale.ROOT);
        for (String word : List.of("effect", "because", "caus", "due to", "导致", "影响", "使")) {
            assertEquals(-1, said.indexOf(word), word);
        }
    }
}
