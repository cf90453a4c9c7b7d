package org.junheng.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.impact.BothSides.State;
import org.junheng.impact.ImpactEstimate.Span;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.subject.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of an effect follows from the estimate, its interval and what the design can show. */
class SentencesTest {
    private static final ImpactEvidence EVIDENCE = new JoiningEffect()
            .fit(new SimulatedJoining(60, 90, 1, 1, 0).draw(11))
            .evidence();
    private static final Absent MISSING = new Absent("缺", "missing", Counts.NONE);

    /** An effect of 60 schools that joined; half the length of the interval, none where it is 0. */
    private static ImpactFit fit(@Nullable Double effect, double half) {
        Span interval = effect == null || half == 0 ? null : new Span(effect - half, effect + half);
        Status status = interval == null ? Status.LOW_EVIDENCE : Status.OK;
        ImpactEstimate overall = new ImpactEstimate(
                Aggregation.OVERALL,
                null,
                null,
                null,
                effect,
                effect == null ? null : half / 1.96,
                interval,
                null,
                null,
                60,
                90,
                150,
                status,
                interval == null ? new Words("太少", "too few") : Words.NONE);
        return new ImpactFit(List.of(overall), Words.NONE, EVIDENCE);
    }

    /** Intervals at 97.5 % are 1.144 times as long: 1 +- 0.9 does not exclude 0 then. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.5, 1, 0.5, WIN_WIN, both rise, win-win",
        "1, 0.5, -1, 0.5, LEAD_DILUTED, , lead diluted",
        "-1, 0.5, 1, 0.5, FREE_RIDE, , free ride",
        "-1, 0.5, -1, 0.5, BOTH_LOSE, , it fell in both",
        "1, 0.9, 1, 0.5, UNDECIDED, , undecided",
        "1, 0.5, 1, 0, UNDECIDED, , undecided"
    })
    void membersAndLeadsTogether(
            double member, double ofMember, double lead, double ofLead, State state, String why, String said) {
        BothSides sides = new BothSides(fit(member, ofMember), fit(lead, ofLead));
        assertEquals(state, sides.state(), why);
        TwoSides reading = new TwoSides();
        Value found = assertInstanceOf(Value.class, reading.of(sides));
        assertEquals(state.code(), found.value());
        assertTrue(reading.sentence(sides, found).en().startsWith(said));
        assertEquals(Words.NONE, reading.sentence(sides, MISSING));
    }

    @Test
    void oneSideWithoutAnEffectIsEnoughToSayNothing() {
        TwoSides reading = new TwoSides();
        assertInstanceOf(Absent.class, reading.of(new BothSides(fit(null, 0), fit(1.0, 1))));
        assertInstanceOf(Absent.class, reading.of(new BothSides(fit(1.0, 1), fit(null, 0))));
    }

    @Test
    void aVerdictSaysWhatStandsAgainstIt() {
        ImpactVerdict verdict = new ImpactVerdict();
        ImpactFit up = fit(20.0, 1);
        assertEquals(
                "joining raised the outcome",
                verdict.sentence(up, verdict.of(up)).en());
        ImpactFit down = fit(-20.0, 1);
        assertEquals(
                "joining lowered the outcome",
                verdict.sentence(down, verdict.of(down)).en());
        ImpactFit open = fit(20.0, 0);
        assertEquals(
                "cannot be told: too few",
                verdict.sentence(open, verdict.of(open)).en());
        ImpactFit small = fit(0.2, 0.19);
        assertTrue(verdict.sentence(small, verdict.of(small))
                .en()
                .startsWith("cannot be told: the effect is smaller than"));
        assertEquals(Words.NONE, verdict.sentence(up, MISSING));
        ImpactFit none = fit(null, 0);
        assertInstanceOf(Absent.class, verdict.of(none));
    }

    @Test
    void aClusterIsToldFromChanceAtARateOfFivePercent() {
        ClusterDiscovery discovery = new ClusterDiscovery();
        assertEquals(Words.NONE, discovery.sentence(MISSING));
        assertTrue(discovery.sentence(q(0.05)).en().startsWith("told from chance"));
        assertTrue(discovery.sentence(q(0.051)).en().startsWith("not told from chance"));
    }

    private static Outcome q(double value) {
        return Value.of(value, Counts.NONE);
    }

    @Test
    void readingsWithoutAValueSayNothing() {
        ImpactFit fit = fit(20.0, 1);
        for (ImpactReading reading :
                List.of(new TwoWayReading(), new Breakdown(), new PretrendTest(), new Detectability())) {
            assertEquals(Words.NONE, reading.sentence(fit, MISSING));
        }
        assertTrue(new TwoWayReading().sentence(fit, q(1)).en().startsWith("for comparison only"));
        assertTrue(new Breakdown().sentence(fit, q(0)).en().startsWith("even with parallel trends"));
        assertTrue(new Breakdown().sentence(fit, q(1.5)).en().contains("1.50 times"));
        assertEquals(Words.NONE, new PretrendTest().sentence(fit, q(0.05)));
        assertInstanceOf(Absent.class, new Breakdown().of(fit(20.0, 0)));
        assertInstanceOf(Absent.class, new Detectability().of(fit(null, 0)));
    }
}
