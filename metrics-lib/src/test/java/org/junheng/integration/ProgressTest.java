package org.junheng.integration;

import static org.junheng.Given.absent;
import static org.junheng.Given.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junheng.GivenRegister;
import org.junheng.integration.ProgressFacts.Kind;
import org.junheng.stock.Lineage;
import org.junheng.subject.Register;
import org.junheng.subject.Role;
import org.junheng.subject.SchoolFacts.Flags;
import org.junit.jupiter.api.Test;

/** A cluster of lead l and members a to e, at the baseline 2021 and in 2023. */
class ProgressTest {
    private final ProgressFacts facts = new ProgressFacts();

    private static Register register() {
        GivenRegister given = new GivenRegister();
        for (String school : List.of("l", "a", "b", "c", "d", "e")) {
            given.school(school, 2021, null, Flags.UNKNOWN, 100.0)
                    .school(school, 2023, null, Flags.UNKNOWN, 100.0)
                    .member(school, "g", school.equals("l") ? Role.LEAD : Role.MEMBER, "2020-09-01", null);
        }
        return given.register();
    }

    private void add(Kind kind, String school, double then, double now) {
        facts.add(kind, school, 2021, "x", BigDecimal.valueOf(then), BigDecimal.ONE);
        facts.add(kind, school, 2023, "x", BigDecimal.valueOf(now), BigDecimal.ONE);
    }

    private ProgressView view() {
        List<ProgressView> views = facts.views(register(), 2021, Lineage.NONE);
        assertEquals(1, views.size());
        assertEquals(2021, views.get(0).about().baseYear());
        return views.get(0);
    }

    /** a: all three better; b: two better; c: one better and one worse, the third decides and is missing; d: two unchanged; e: nothing known. */
    @Test
    void twoOfThreeMakeAMemberImproving() {
        add(Kind.VALUE_ADDED, "a", 0, 1);
        add(Kind.BOTTOM_SHARE, "a", 0.4, 0.3);
        add(Kind.SATISFACTION, "a", 0.8, 0.9);
        add(Kind.BOTTOM_SHARE, "b", 0.4, 0.3);
        add(Kind.SATISFACTION, "b", 0.8, 0.9);
        add(Kind.BOTTOM_SHARE, "c", 0.4, 0.3);
        add(Kind.SATISFACTION, "c", 0.8, 0.7);
        add(Kind.BOTTOM_SHARE, "d", 0.4, 0.4);
        add(Kind.SATISFACTION, "d", 0.8, 0.8);
        var share = value(new MembersImproving().of(view()));
        assertEquals(2.0 / 3, share.value());
        assertEquals(3L, share.counts().schools());
        assertTrue(share.caution().en().startsWith("2 schools are left out"));
    }

    @Test
    void aSmallerShareAmongTheLowestIsBetterAndALargerValueAdded() {
        add(Kind.BOTTOM_SHARE, "a", 0.3, 0.4);
        add(Kind.VALUE_ADDED, "a", 1, 2);
        add(Kind.SATISFACTION, "a", 0.9, 0.8);
        assertEquals(0.0, value(new MembersImproving().of(view())).value());
    }

    @Test
    void onlyWhatBothYearsSayIsCompared() {
        facts.add(Kind.BOTTOM_SHARE, "a", 2021, "math", BigDecimal.valueOf(30), BigDecimal.valueOf(100));
        facts.add(Kind.BOTTOM_SHARE, "a", 2021, "chinese", BigDecimal.valueOf(1), BigDecimal.valueOf(100));
        facts.add(Kind.BOTTOM_SHARE, "a", 2023, "math", BigDecimal.valueOf(20), BigDecimal.valueOf(100));
        facts.add(Kind.BOTTOM_SHARE, "a", 2023, "science", BigDecimal.valueOf(90), BigDecimal.valueOf(100));
        facts.add(Kind.SATISFACTION, "a", 2021, "x", BigDecimal.valueOf(5), BigDecimal.ZERO);
        facts.add(Kind.SATISFACTION, "a", 2023, "x", BigDecimal.valueOf(5), BigDecimal.valueOf(10));
        var a = view().members().get(0);
        assertEquals(new ProgressView.Change(0.3, 0.2), a.bottomShare());
        assertEquals(null, a.satisfaction());
    }

    @Test
    void standardsGainedAreThoseOfMembersLessThoseLost() {
        add(Kind.STANDARDS_MET, "a", 4, 6);
        add(Kind.STANDARDS_MET, "b", 7, 6);
        add(Kind.STANDARDS_MET, "l", 0, 7);
        var gained = value(new StandardsGained().of(view()));
        assertEquals(1.0, gained.value());
        assertEquals(2L, gained.counts().schools());
    }

    @Test
    void theLeadIsDilutedWhereItsOwnTeachersFell() {
        facts.add(Kind.TEACHER_LEVEL, "l", 2021, "R1", BigDecimal.valueOf(5), BigDecimal.ONE);
        facts.add(Kind.TEACHER_LEVEL, "l", 2021, "R2", BigDecimal.valueOf(2), BigDecimal.ONE);
        facts.add(Kind.TEACHER_LEVEL, "l", 2021, "R3", BigDecimal.valueOf(1), BigDecimal.ONE);
        facts.add(Kind.TEACHER_LEVEL, "l", 2023, "R1", BigDecimal.valueOf(5), BigDecimal.ONE);
        facts.add(Kind.TEACHER_LEVEL, "l", 2023, "R2", BigDecimal.valueOf(1.9), BigDecimal.ONE);
        add(Kind.TEACHER_LEVEL, "a", 5, 1);
        assertEquals(1.0 / 2, value(new LeadDilution().of(view())).value());
    }

    @Test
    void withoutFactsEverythingIsAbsent() {
        assertTrue(absent(new MembersImproving().of(view())).reason().en().startsWith("no member of which"));
        assertTrue(absent(new StandardsGained().of(view())).reason().en().startsWith("no member with all"));
        assertTrue(absent(new LeadDilution().of(view())).reason().en().startsWith("no teacher level"));
    }
}
