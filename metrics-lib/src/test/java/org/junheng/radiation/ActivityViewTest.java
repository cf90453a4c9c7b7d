package org.junheng.radiation;

import static org.junheng.GivenRegister.staff;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junheng.GivenRegister;
import org.junheng.subject.ActivityKind;
import org.junheng.subject.Register;
import org.junheng.subject.Role;
import org.junheng.subject.SchoolFacts.Flags;
import org.junit.jupiter.api.Test;

/** A cluster of lead l and members m and n; z belongs to no cluster, and n reports nothing. */
class ActivityViewTest {
    private static Activity activity(String id, @Nullable String from, @Nullable String to) {
        return new Activity(id, "g", 2023, 1, ActivityKind.TEACHER_EXCHANGE, from, to, "math", 1.0, 10.0);
    }

    private static final Activity DOWN = activity("1", "l", "m");
    private static final Activity UP = activity("2", "m", "l");
    private static final Activity NOWHERE = activity("3", null, null);
    private static final Activity OUTSIDE = activity("4", "z", "z");

    private static Register register(String... reporting) {
        GivenRegister given = new GivenRegister();
        for (String school : reporting) {
            given.school(school, 2023, null, Flags.UNKNOWN, staff(100.0, 20.0, 4.0, 1.0));
        }
        return given.member("l", "g", Role.LEAD, "2020-09-01", null)
                .member("m", "g", Role.MEMBER, "2020-09-01", null)
                .member("n", "g", Role.MEMBER, "2020-09-01", null)
                .register();
    }

    private static ActivityView year(Register register, Activity... activities) {
        return ActivityView.of(register, List.of(activities), 2023).get(0);
    }

    @Test
    void anActivityHasADirectionOnlyWhereItsSchoolsAreKnown() {
        ActivityView view = year(register("l", "m", "n"), DOWN, UP, NOWHERE, OUTSIDE);
        assertTrue(view.isFromLead(DOWN) && view.isToMember(DOWN) && view.isFromMember(UP));
        assertFalse(view.isFromLead(UP) || view.isToMember(UP) || view.isFromMember(DOWN));
        for (Activity other : List.of(NOWHERE, OUTSIDE)) {
            assertFalse(view.isFromLead(other) || view.isToMember(other) || view.isFromMember(other));
        }
        assertEquals(Set.of("m"), view.reached());
        assertEquals(Set.of("n"), year(register("l"), activity("5", "n", "z")).reached());
        assertTrue(view.isWhole() && view.isOfYear());
    }

    /** 4 of 20 rotated in each of three schools. */
    @Test
    void teachersAreAddedUpWhereTheSchoolsReport() {
        ActivityView all = year(register("l", "m", "n"), DOWN);
        assertEquals(20.0, all.eligible());
        assertEquals(3 * all.rotated() / 3, all.rotated());
        assertNull(year(register(), DOWN).eligible());
    }

    @Test
    void aYearWithoutActivitiesHasNoView() {
        assertEquals(List.of(), ActivityView.of(register("l"), List.of(DOWN), 2022));
    }
}
