package org.junheng.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.junheng.metric.Absent;
import org.junheng.metric.Value;
import org.junheng.selection.LateTransfers.Arrivals;
import org.junheng.selection.LeaverTally.Group;
import org.junheng.selection.LowLeavers.Missing;
import org.junheng.stock.SchoolLink;
import org.junit.jupiter.api.Test;

class LeaversTest {
    /** 10 low: 4 here, 2 elsewhere, 4 nowhere; 90 others: 81, 5, 4. */
    private static final LeaverTally TALLY = new LeaverTally(new Group(4, 2, 4), new Group(81, 5, 4));

    @Test
    void theDifferenceIsOfTheSharesMissing() {
        assertEquals(4 / 10.0 - 4 / 90.0, value(Missing.ANYWHERE, TALLY).value(), 1e-15);
        assertEquals(6 / 10.0 - 9 / 90.0, value(Missing.HERE, TALLY).value(), 1e-15);
        assertEquals(10, value(Missing.HERE, TALLY).counts().pupils());
    }

    @Test
    void thereIsNoDifferenceAndNoFlagWithoutBothGroups() {
        for (LeaverTally tally :
                List.of(new LeaverTally(Group.NOBODY, TALLY.rest()), new LeaverTally(TALLY.low(), Group.NOBODY))) {
            for (Missing missing : Missing.values()) {
                assertInstanceOf(Absent.class, new LowLeavers(missing).of(new LowLeavers.Looked(tally, null)));
            }
            assertInstanceOf(Absent.class, new LeaversFlag().of(new LeaversFlag.Looked(tally, 5)));
        }
    }

    /** C(12, 4) C(88, 4) and so on, by hand: 2 of 10 low against 0 of 90 has p = 45 / 4950 = 0.0091, 3 of 10 has 120 / 161700 = 0.00074. */
    @Test
    void aFlagNeedsATailBelowHalfAPercentInEitherTest() {
        assertEquals(0, flag(new Group(8, 0, 2), new Group(90, 0, 0)).value());
        Value nowhere = flag(new Group(7, 0, 3), new Group(90, 0, 0));
        assertEquals(1, nowhere.value());
        assertTrue(nowhere.caution().en().startsWith("look at: pupils of low earlier scores lack a later score"));
        assertTrue(nowhere.caution().en().contains("7 schools looked at, chance alone would flag at most about 0.1"));
        Value elsewhere = flag(new Group(7, 3, 0), new Group(90, 0, 0));
        assertEquals(1, elsewhere.value());
        assertTrue(elsewhere.caution().en().contains("tested elsewhere or nowhere"));
        assertEquals(100, elsewhere.counts().pupils());
        assertEquals(0, flag(new Group(10, 0, 0), new Group(80, 0, 10)).value());
    }

    /** 20 pupils: 15 % are 3. The two of score 2 tie with none, the two of score 3 would make four. */
    @Test
    void tiesNeverMakeMoreThan15PercentLow() {
        PriorPupils pupils = new PriorPupils().add("A", 2, Fate.NOWHERE).add("B", 2, Fate.HERE);
        pupils.add("A", 3, Fate.HERE).add("B", 3, Fate.HERE);
        for (int i = 0; i < 16; i++) {
            pupils.add("A", 10 + i, Fate.ELSEWHERE);
        }
        SortedMap<String, LeaverTally> tallies = pupils.tallies();
        assertEquals(new LeaverTally(new Group(0, 0, 1), new Group(1, 16, 0)), tallies.get("A"));
        assertEquals(new LeaverTally(new Group(1, 0, 0), new Group(1, 0, 0)), tallies.get("B"));
        PriorPupils alike = new PriorPupils();
        for (int i = 0; i < 40; i++) {
            alike.add("A", i % 2 == 0 ? 0.0 : -0.0, Fate.HERE);
        }
        assertEquals(0, alike.tallies().get("A").low().pupils());
    }

    @Test
    void partsInAnyOrderGiveTheSameTallies() throws IOException {
        PriorPupils one = new PriorPupils();
        PriorPupils odd = new PriorPupils();
        PriorPupils even = new PriorPupils();
        for (int i = 0; i < 100; i++) {
            Fate fate = List.of(Fate.values()).get(i % 3);
            one.add("S" + i % 4, i % 37, fate);
            (i % 2 == 0 ? even : odd).add("S" + i % 4, i % 37, fate);
        }
        assertEquals(one.tallies(), read(odd).merge(read(even)).tallies());
        assertEquals(
                100,
                one.tallies().values().stream().mapToLong(LeaverTally::pupils).sum());
    }

    @Test
    void lateTransfersAreThosePupilsWhoseEarlierSchoolIsAnother() {
        Arrivals arrivals = Arrivals.NONE
                .plus(Fate.HERE)
                .plus(Fate.HERE)
                .plus(Fate.ELSEWHERE)
                .plus(Fate.HERE);
        Value share = (Value) new LateTransfers().of(arrivals);
        assertEquals(0.25, share.value());
        assertEquals(1, share.numerator());
        assertEquals(4, share.counts().pupils());
        assertInstanceOf(Absent.class, new LateTransfers().of(Arrivals.NONE));
    }

    @Test
    void aSchoolThatWasRenamedMergedOrSplitIsNotAnother() {
        SchoolPaths paths = SchoolPaths.of(
                List.of(
                        link("A", "B", 2022),
                        link("B", "C", 2023),
                        link("S", "S1", 2023),
                        link("S", "S2", 2023),
                        link("L", "M", 2025)),
                LocalDate.of(2024, 9, 1));
        assertTrue(paths.leads("A", "C") && paths.leads("A", "A") && paths.leads("S", "S2"));
        assertFalse(paths.leads("C", "A") || paths.leads("L", "M") || paths.leads("S1", "S2"));
        assertEquals("C", paths.last("A"));
        assertEquals("S", paths.last("S"));
        assertEquals("L", paths.last("L"));
        SchoolPaths circle =
                SchoolPaths.of(List.of(link("A", "B", 2022), link("B", "A", 2023)), LocalDate.of(2024, 9, 1));
        assertEquals("A", circle.last("A"));
    }

    private static SchoolLink link(String from, String to, int year) {
        return new SchoolLink(from, to, LocalDate.of(year, 9, 1));
    }

    private static PriorPupils read(PriorPupils pupils) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pupils.write(new DataOutputStream(bytes));
        return PriorPupils.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }

    private static Value value(Missing missing, LeaverTally tally) {
        return (Value) new LowLeavers(missing).of(new LowLeavers.Looked(tally, null));
    }

    private static Value flag(Group low, Group rest) {
        return (Value) new LeaversFlag().of(new LeaversFlag.Looked(new LeaverTally(low, rest), 7));
    }
}
