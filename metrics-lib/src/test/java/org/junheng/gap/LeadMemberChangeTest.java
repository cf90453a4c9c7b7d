package org.junheng.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junheng.Given;
import org.junheng.metric.Value;
import org.junheng.stats.CounterRandom;
import org.junheng.subject.ChangeView;
import org.junheng.subject.Role;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;

/** What moved the distance between a lead and its members, and whether it narrowed. */
class LeadMemberChangeTest {
    private static final ChangeView HAND = change(
            List.of(lead(80), member("a", 60), member("b", 70), member("c", 50)),
            List.of(lead(82), member("a", 66), member("b", 73), member("d", 75)));

    /**
     * The members' mean rises from 60 to 71 1/3. Leaving adds 5 before the others, 16/3 after them, 6 1/2 after the change and 4 7/12 after the joining alone:
     * (5 + 16/3) / 3 + (6 1/2 + 4 7/12) / 6 = 5 7/24.
     */
    @Test
    void causesAddUpToTheChangeOfTheDistance() {
        double sum = 0;
        for (LeadMemberCause.Cause cause : LeadMemberCause.Cause.values()) {
            sum += worth(HAND, cause);
        }
        assertEquals(82 - 214 / 3.0 - (80 - 60), sum, 1e-12);
        assertEquals(2, worth(HAND, LeadMemberCause.Cause.LEAD), 1e-12);
        assertEquals(-(5 + 7 / 24.0), worth(HAND, LeadMemberCause.Cause.LEAVES), 1e-12);
        double change = Given.value(new GapChange(new LeadMemberGap(), GapChange.Schools.EACH_YEARS_OWN).of(HAND))
                .value();
        assertEquals(change, sum, 1e-12);
    }

    @Test
    void aMoveOfAllMembersAlikeIsToldAndOneWithinTheirVariationIsNot() {
        ChangeView alike = change(
                List.of(lead(80), member("a", 60), member("b", 70), member("c", 50)),
                List.of(lead(80), member("a", 65.1), member("b", 75), member("c", 54.9)));
        assertEquals(-1, verdict(alike).value());
        ChangeView widening = change(
                List.of(lead(80), member("a", 60), member("b", 70), member("c", 50)),
                List.of(lead(90), member("a", 60.1), member("b", 70), member("c", 49.9)));
        assertEquals(1, verdict(widening).value());
        ChangeView apart = change(
                List.of(lead(80), member("a", 60), member("b", 70), member("c", 50)),
                List.of(lead(80), member("a", 75), member("b", 70), member("c", 50)));
        assertEquals(0, verdict(apart).value());
        assertTrue(verdict(apart).caution().en().contains("no more than schools vary"));
    }

    @Test
    void whatCannotBeToldSaysWhy() {
        assertTrue(verdict(HAND).caution().en().contains("fewer than 3 members"));
        ChangeView behind = change(
                List.of(lead(40), member("a", 60), member("b", 70), member("c", 50)),
                List.of(lead(40), member("a", 65), member("b", 75), member("c", 55)));
        assertTrue(verdict(behind).caution().en().contains("not ahead"));
        Given.absent(new LeadMemberVerdict().of(change(List.of(lead(40)), List.of(lead(40), member("a", 60)))));
        Given.absent(new LeadMemberCause(LeadMemberCause.Cause.LEAD)
                .of(change(List.of(lead(40), member("b", 1)), List.of(lead(40), member("a", 60)))));
    }

    /** Where nothing but chance moves a cluster of six, no more than one in twenty is said to have narrowed or widened. */
    @Test
    void chanceIsSeldomTakenForAChange() {
        int told = 0;
        int draws = 2000;
        for (int d = 0; d < draws; d++) {
            CounterRandom random = CounterRandom.of(d, "clusters");
            List<SchoolFigure> before = new ArrayList<>(List.of(lead(90)));
            List<SchoolFigure> now = new ArrayList<>(List.of(lead(90 + random.normal(0, 1))));
            for (int i = 1; i < 6; i++) {
                before.add(member("m" + i, 60 + i));
                now.add(member("m" + i, 60 + i + random.normal(i, 1)));
            }
            told += verdict(change(before, now)).value() == 0 ? 0 : 1;
        }
        assertEquals(0.05, told / (double) draws, 0.015);
    }

    private static Value verdict(ChangeView view) {
        return Given.value(new LeadMemberVerdict().of(view));
    }

    private static double worth(ChangeView view, LeadMemberCause.Cause cause) {
        return Given.value(new LeadMemberCause(cause).of(view)).value();
    }

    private static SchoolFigure lead(double value) {
        return Given.inCluster(Given.school("l", value, 10.0), "g", Role.LEAD);
    }

    private static SchoolFigure member(String code, double value) {
        return Given.inCluster(Given.school(code, value, 10.0), "g", Role.MEMBER);
    }

    private static ChangeView change(List<SchoolFigure> base, List<SchoolFigure> now) {
        return new ChangeView(Given.view(SubjectType.CLUSTER, 2021, base), Given.view(SubjectType.CLUSTER, 2023, now));
    }
}
