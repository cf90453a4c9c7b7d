package org.junheng.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junheng.Given;
import org.junheng.gap.LevellingDown.State;
import org.junheng.metric.Outcome;
import org.junheng.metric.Words;
import org.junheng.stats.CounterRandom;
import org.junheng.subject.ChangeView;
import org.junheng.subject.Role;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevellingDownTest {
    /** Schools differ by a tenth of a point in what they change by: what is planted is what is said. */
    @ParameterizedTest
    @CsvSource({
        "3, 8, BOTH_UP_AND_CLOSING",
        "0, 8, WEAK_UP_AND_CLOSING",
        "-4, 4, WEAK_UP_STRONG_DOWN",
        "-8, 0, LEVELLING_DOWN",
        "-8, -3, LEVELLING_DOWN",
        "5, 0, WIDENING",
        "3, 3, UNDECIDED",
        "0, 0, UNDECIDED",
    })
    void saysWhatWasPlanted(double strong, double weak, State state) {
        Outcome outcome = new LevellingDown().of(drawn(1, 6, 12, strong, weak, 0.1));
        assertEquals(state.code(), Given.value(outcome).value());
        assertEquals(state != State.UNDECIDED, Given.value(outcome).caution().equals(Words.NONE));
    }

    @Test
    void everyStateClaimsOnlyWhatIsTold() {
        assertEquals(State.WIDENING, LevellingDown.state(0, 0, -1));
        assertEquals(State.UNDECIDED, LevellingDown.state(0, 0, 1));
        assertEquals(State.UNDECIDED, LevellingDown.state(1, 1, 0));
        assertEquals(State.WEAK_UP_AND_CLOSING, LevellingDown.state(0, 1, 1));
        assertEquals(State.WEAK_UP_STRONG_DOWN, LevellingDown.state(-1, 1, 1));
        assertEquals(State.LEVELLING_DOWN, LevellingDown.state(-1, 0, 1));
    }

    @Test
    void isAbsentForFewSchoolsAndWhereLeadsWereNotAhead() {
        LevellingDown metric = new LevellingDown();
        assertTrue(
                Given.absent(metric.of(drawn(1, 3, 12, 0, 0, 1))).reason().en().contains("fewer than four"));
        ChangeView view = drawn(1, 6, 12, 0, 0, 1);
        List<SchoolFigure> turned = view.base().usable().stream()
                .map(s -> Given.inCluster(s, "g", s.role() == Role.LEAD ? Role.MEMBER : Role.LEAD))
                .toList();
        ChangeView behind = new ChangeView(Given.view(SubjectType.COUNTY, 2021, turned), view.now());
        assertTrue(Given.absent(metric.of(behind)).reason().en().contains("not ahead"));
    }

    @Test
    void statesAreWrongInAtMostFivePercent() {
        assertErrorRate(250);
    }

    @Test
    @Tag("long")
    void statesAreWrongInAtMostFivePercentOfManyCounties() {
        assertErrorRate(4000);
    }

    /** Truths on the edges, where a wrong claim is likeliest: no change at all, one side only, both alike, and small changes. */
    private static void assertErrorRate(int counties) {
        double[][] truths = {{0, 0}, {-2, 0}, {0, 2}, {2, 2}, {-2, -2}, {0.5, 0}, {1, 0.9}};
        for (double[] truth : truths) {
            int wrong = 0;
            int decided = 0;
            for (int county = 0; county < counties; county++) {
                ChangeView view = drawn(county, 5, 12, truth[0], truth[1], 2);
                State state = state(Given.value(new LevellingDown().of(view)).value());
                wrong += isFalse(state, truth[0], truth[1]) ? 1 : 0;
                decided += state == State.UNDECIDED ? 0 : 1;
            }
            double rate = wrong / (double) counties;
            System.out.printf(
                    "levelling, truth %s %s: wrong %.3f, decided %.3f%n",
                    truth[0], truth[1], rate, decided / (double) counties);
            assertTrue(rate <= 0.05 + 2 * Math.sqrt(0.05 * 0.95 / counties), () -> "wrong in " + rate);
        }
    }

    private static boolean isFalse(State state, double strong, double weak) {
        return switch (state) {
            case BOTH_UP_AND_CLOSING -> !(weak > 0 && strong > 0 && weak > strong);
            case WEAK_UP_AND_CLOSING -> !(weak > 0 && weak > strong);
            case WEAK_UP_STRONG_DOWN -> !(weak > 0 && strong < 0);
            case LEVELLING_DOWN -> !(strong < 0 && weak > strong);
            case WIDENING -> !(weak < strong);
            case UNDECIDED -> false;
        };
    }

    private static State state(double code) {
        for (State state : State.values()) {
            if (state.code() == code) {
                return state;
            }
        }
        throw new AssertionError("no state " + code);
    }

    /** Leads around 80 and members around 60; each school changes by its group's change and by chance, whatever its pupils. */
    private static ChangeView drawn(long seed, int leads, int members, double strong, double weak, double noise) {
        CounterRandom random = CounterRandom.of(seed, "levelling");
        List<SchoolFigure> base = new ArrayList<>();
        List<SchoolFigure> now = new ArrayList<>();
        for (int i = 0; i < leads + members; i++) {
            Role role = i < leads ? Role.LEAD : Role.MEMBER;
            double before = (i < leads ? 80 : 60) + 3 * random.normal(i, 0);
            double after = before + (i < leads ? strong : weak) + noise * random.normal(i, 1);
            double pupils = Math.exp(6 + 0.4 * random.normal(i, 2));
            base.add(Given.inCluster(Given.school("s" + i, before, pupils), "g", role));
            now.add(Given.inCluster(Given.school("s" + i, after, pupils), "g", role));
        }
        assertNotEquals(base, now);
        return new ChangeView(Given.view(SubjectType.COUNTY, 2021, base), Given.view(SubjectType.COUNTY, 2023, now));
    }
}
