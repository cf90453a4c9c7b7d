package org.junheng.radiation;

import static org.junheng.Given.absent;
import static org.junheng.Given.value;
import static org.junheng.GivenRegister.staff;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junheng.GivenRegister;
import org.junheng.radiation.PassedOn.Per;
import org.junheng.subject.ActivityKind;
import org.junheng.subject.Register;
import org.junheng.subject.Role;
import org.junheng.subject.SchoolFacts.Flags;
import org.junit.jupiter.api.Test;

/** One cluster: lead l, members m, n, o; every number followed by hand. */
class PassedOnTest {
    private static final List<Activity> YEAR = List.of(
            activity("1", 1, ActivityKind.TEACHER_EXCHANGE, "l", "m", "math", 2.0, 100.0),
            activity("2", 2, ActivityKind.BACKBONE_EXCHANGE, "l", "n", "math", 1.0, 60.0),
            activity("3", 2, ActivityKind.TEACHER_EXCHANGE, "m", "l", null, 1.0, 30.0),
            activity("4", 1, ActivityKind.SYNCHRONISED_LESSON, "l", "m", "chinese", 12.0, 6.0),
            activity("5", 2, ActivityKind.SYNCHRONISED_LESSON, "l", "m", "math", 8.0, 4.0),
            activity("6", 1, ActivityKind.JOINT_RESEARCH, "n", "m", "math", 3.0, null),
            activity("7", null, ActivityKind.SHARED_COURSE, "l", "n", null, 1.0, null),
            activity("8", 1, ActivityKind.MANAGER_SECONDMENT, "m", "l", null, 1.0, 5.0),
            activity("9", 1, ActivityKind.MANAGER_SECONDMENT, "n", "l", null, 1.0, 4.0));

    private static Activity activity(
            String id,
            Integer semester,
            ActivityKind kind,
            String from,
            String to,
            String subject,
            Double n,
            Double days) {
        return new Activity(id, "g", 2023, semester, kind, from, to, subject, n, days);
    }

    private static Register register() {
        GivenRegister given = new GivenRegister();
        for (String school : List.of("l", "m", "n", "o")) {
            given.school(school, 2023, null, Flags.UNKNOWN, staff(100.0, 20.0, 0.0, 0.0));
        }
        return given.member("l", "g", Role.LEAD, "2020-09-01", null)
                .member("m", "g", Role.MEMBER, "2020-09-01", null)
                .member("n", "g", Role.MEMBER, "2020-09-01", null)
                .member("o", "g", Role.MEMBER, "2020-09-01", null)
                .register();
    }

    private static ActivityView view(List<Activity> activities, String facet) {
        return ActivityView.of(register(), activities, 2023).stream()
                .filter(v -> v.about().facet().equals(facet))
                .findFirst()
                .orElseThrow();
    }

    private static double of(Passed what, String facet) {
        return value(new PassedOn(what, Per.CLUSTER).of(view(YEAR, facet))).value();
    }

    @Test
    void sumsWhatTheActivitiesSay() {
        assertEquals(3, of(Passed.TEACHERS_SENT, ""));
        assertEquals(1, of(Passed.BACKBONE_SENT, ""));
        assertEquals(2 * 100 + 60, of(Passed.TEACHER_DAYS, ""));
        assertEquals(20, of(Passed.SYNCHRONISED_LESSONS, ""));
        assertEquals(3, of(Passed.JOINT_RESEARCH, ""));
        assertEquals(1, of(Passed.SHARED_COURSES, ""));
        assertEquals(12 + 8 + 3, of(Passed.SUBJECT_ACTIVITIES, ""));
        assertEquals(2, of(Passed.MANAGER_SECONDMENTS, ""));
        assertEquals(3, of(Passed.TEACHERS_RECEIVED, ""));
        assertEquals(1, of(Passed.TEACHERS_SENT_BACK, ""));
    }

    @Test
    void perMemberItIsDividedByAllMembers() {
        assertEquals(
                1,
                value(new PassedOn(Passed.TEACHERS_SENT, Per.MEMBER).of(view(YEAR, "")))
                        .value());
    }

    @Test
    void aSemesterHasItsOwnActivities() {
        assertEquals(12 + 3, of(Passed.SUBJECT_ACTIVITIES, "semester:1"));
        assertEquals(8, of(Passed.SUBJECT_ACTIVITIES, "semester:2"));
        assertEquals(0, of(Passed.JOINT_RESEARCH, "semester:2"));
        assertTrue(new PassedOn(Passed.JOINT_RESEARCH, Per.CLUSTER).appliesTo(view(YEAR, "semester:1")));
        assertFalse(new PassedOn(Passed.JOINT_RESEARCH, Per.MEMBER).appliesTo(view(YEAR, "semester:1")));
        assertFalse(new PassedOn(Passed.SHARED_COURSES, Per.CLUSTER).appliesTo(view(YEAR, "semester:1")));
    }

    @Test
    void breadthTimesDepthIsIntensity() {
        double breadth =
                value(new Reach(Reach.Aspect.BREADTH).of(view(YEAR, ""))).value();
        double depth = value(new Reach(Reach.Aspect.DEPTH).of(view(YEAR, ""))).value();
        assertEquals(2.0 / 3, breadth);
        assertEquals(10.0 / 2, depth);
        assertEquals(
                10.0 / 3,
                value(new Reach(Reach.Aspect.INTENSITY).of(view(YEAR, ""))).value());
    }

    @Test
    void theLeadSendsAShareOfItsEligibleTeachers() {
        assertEquals(
                3.0 / 20,
                value(new SentShare(SentShare.Of.ELIGIBLE).of(view(YEAR, ""))).value());
        assertEquals(
                1.0 / 3,
                value(new SentShare(SentShare.Of.SENT).of(view(YEAR, ""))).value());
    }

    @Test
    void aManagerSentForAWeekIsSentForFiveDays() {
        assertEquals(
                1.0 / 3, value(new ManagersSent().of(view(YEAR, "semester:1"))).value());
        assertEquals(0.0, value(new ManagersSent().of(view(YEAR, "semester:2"))).value());
        assertEquals(2.0, value(new SynchronisedSubjects().of(view(YEAR, ""))).value());
    }

    @Test
    void aClusterOfWhichNothingIsToldHasZeroInAYearWithActivities() {
        List<Activity> elsewhere =
                List.of(new Activity("1", "h", 2023, 1, ActivityKind.JOINT_RESEARCH, "x", "y", null, 1.0, 1.0));
        ActivityView silent = view(elsewhere, "");
        assertEquals(
                0.0,
                value(new PassedOn(Passed.JOINT_RESEARCH, Per.CLUSTER).of(silent))
                        .value());
        assertEquals(0.0, value(new SignsOfWork().of(silent)).value());
        assertEquals(
                "no member took part in an activity",
                absent(new Reach(Reach.Aspect.DEPTH).of(silent)).reason().en());
        assertEquals(
                "no teacher is eligible, or none was sent",
                absent(new SentShare(SentShare.Of.SENT).of(silent)).reason().en());
        assertEquals(List.of(), ActivityView.of(register(), YEAR, 2022));
    }

    @Test
    void whatIsNotSaidIsNotZero() {
        List<Activity> some = new ArrayList<>(YEAR);
        some.add(activity("a", 1, ActivityKind.JOINT_RESEARCH, "l", "o", null, null, null));
        var told = value(new PassedOn(Passed.JOINT_RESEARCH, Per.CLUSTER).of(view(some, "")));
        assertEquals(3.0, told.value());
        assertEquals(
                "1 activities without a quantity are left out", told.caution().en());
        List<Activity> none = List.of(activity("a", 1, ActivityKind.JOINT_RESEARCH, "l", "o", null, null, null));
        assertEquals(
                "the activities do not say how many",
                absent(new PassedOn(Passed.JOINT_RESEARCH, Per.CLUSTER).of(view(none, "")))
                        .reason()
                        .en());
    }

    @Test
    void signsOfWorkAreRotatedTeachersAndActivities() {
        assertEquals(7.0, value(new SignsOfWork().of(view(YEAR, ""))).value());
        ActivityView view = view(YEAR, "");
        ActivityView unsure =
                new ActivityView(view.about(), view.leads(), view.members(), List.of(), view.eligible(), null);
        assertTrue(absent(new SignsOfWork().of(unsure)).reason().en().startsWith("no activity, but"));
    }

    @Test
    void aClusterIsItsLeadAndAMember() {
        ActivityView view = view(YEAR, "");
        ActivityView alone = new ActivityView(
                view.about(), view.leads(), new java.util.TreeSet<>(), view.activities(), view.eligible(), 0.0);
        for (PassedOn metric : PassedOn.each()) {
            assertEquals(
                    "no lead or no member on the roster day",
                    absent(metric.of(alone)).reason().en());
        }
    }
}
