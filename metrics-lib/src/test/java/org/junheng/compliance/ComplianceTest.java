package org.junheng.compliance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junheng.Given;
import org.junheng.compliance.ClusterYear.Part;
import org.junheng.subject.About;
import org.junheng.subject.ActivityKind;
import org.junheng.subject.ClusterFacts;
import org.junheng.subject.ClusterType;
import org.junheng.subject.CommunityMode;
import org.junheng.subject.Ownership;
import org.junheng.subject.Role;
import org.junheng.subject.RosterDays;
import org.junheng.subject.Stage;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;
import org.junheng.subject.UrbanRuralClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComplianceTest {
    private static final Part LEAD = part("L", Role.LEAD, UrbanRuralClass.TOWN, Ownership.PUBLIC, Stage.JUNIOR);
    private static final Part MEMBER = part("M", Role.MEMBER, UrbanRuralClass.RURAL, Ownership.PUBLIC, Stage.JUNIOR);
    private static final Part PRIVATE = part("P", Role.MEMBER, UrbanRuralClass.URBAN, Ownership.PRIVATE, Stage.PRIMARY);
    private static final Set<ActivityKind> COLLECTED =
            Set.of(ActivityKind.JOINT_RESEARCH, ActivityKind.MANAGEMENT_SEMINAR, ActivityKind.ONLINE_STUDY);
    private static final Part UNKNOWN = new Part("U", Role.MEMBER, null, null, null, Set.of(), null, null, null, null);

    @ParameterizedTest
    @CsvSource({
        "LEADS, 1",
        "PUBLIC_LEADS, 1",
        "MEMBERS, 2",
        "COUNTIES, 1",
        "RURAL_LEADS, 0",
        "NON_RURAL_MEMBERS, 1",
        "OTHER_STAGE_MEMBERS, 1",
        "UNAPPROVED, 0",
        "NON_JUNIOR_MEMBERS, 1",
        "NON_KEY_COUNTY_MEMBERS, 2",
        "PRIVATE_MEMBERS, 1",
        "CLOSE_MEMBERS, 2",
        "QUALITY_MEMBERS_AFTER_CYCLE, 0"
    })
    void countsTheSchoolsOfAKind(ClusterCount.What what, double expected) {
        assertEquals(expected, Given.value(count(what, LEAD, MEMBER, PRIVATE)).value());
    }

    @ParameterizedTest
    @CsvSource({
        "COUNTIES",
        "NON_RURAL_MEMBERS",
        "OTHER_STAGE_MEMBERS",
        "UNAPPROVED",
        "NON_JUNIOR_MEMBERS",
        "NON_KEY_COUNTY_MEMBERS"
    })
    void whatIsNotKnownOfASchoolIsNotCounted(ClusterCount.What what) {
        Given.absent(count(what, LEAD, MEMBER, UNKNOWN));
    }

    @Test
    void aMemberThatBecameAQualitySchoolIsACandidateOnceTheCycleIsOver() {
        Part quality = new Part(
                "Q",
                Role.MEMBER,
                "539001",
                UrbanRuralClass.RURAL,
                Ownership.PUBLIC,
                Set.of(Stage.JUNIOR),
                true,
                true,
                false,
                0.0);
        ClusterYear running = cluster(LocalDate.of(Given.YEAR + 1, 7, 1), List.of(), LEAD, quality);
        ClusterYear over = cluster(LocalDate.of(Given.YEAR + 1, 6, 30), List.of(), LEAD, quality);
        ClusterCount candidates = new ClusterCount(ClusterCount.What.QUALITY_MEMBERS_AFTER_CYCLE);
        assertEquals(0, Given.value(candidates.of(running)).value());
        assertEquals(1, Given.value(candidates.of(over)).value());
    }

    @ParameterizedTest
    @CsvSource({"2026-09-01, 6", "2023-09-01, 3", "2023-08-31, 2.9972602739726027", "2026-09-02, 6.0027397260273973"})
    void aCycleIsWholeYearsAndTheDaysBeyond(LocalDate end, double years) {
        assertEquals(
                years,
                Given.value(new ClusterCycle().of(cluster(end, List.of(), LEAD)))
                        .value(),
                1e-15);
    }

    @Test
    void aCycleWithoutItsDaysIsNotKnown() {
        Given.absent(new ClusterCycle().of(cluster(null, List.of(), LEAD)));
        Given.absent(new ClusterCycle().of(cluster(LocalDate.of(2020, 9, 1), List.of(), LEAD)));
    }

    @Test
    void whatIsDemandedOfEachSemesterIsTheSmallerOfTwo() {
        List<Deed> deeds = List.of(
                deed(ActivityKind.SYNCHRONISED_LESSON, 1, "math", 12),
                deed(ActivityKind.SYNCHRONISED_LESSON, 2, "chinese", 8),
                deed(ActivityKind.JOINT_RESEARCH, 1, "math", 4));
        assertEquals(20, done(ClusterDeeds.What.LESSONS, deeds));
        assertEquals(2, done(ClusterDeeds.What.LESSON_SUBJECTS, deeds));
        assertEquals(4, done(ClusterDeeds.What.JOINT_RESEARCH, deeds));
        assertEquals(8, done(ClusterDeeds.What.SUBJECT_ACTIVITIES, deeds));
        assertEquals(4, done(ClusterDeeds.What.ALL_EXCHANGE, deeds));
        assertEquals(0, done(ClusterDeeds.What.SECONDMENTS, deeds));
    }

    @Test
    void everyMemberSendsAManagerForAWeekInEachSemester() {
        Deed first = new Deed(ActivityKind.MANAGER_SECONDMENT, 1, "M", "L", null, 1, 5.0);
        Deed second = new Deed(ActivityKind.MANAGER_SECONDMENT, 2, "M", "L", null, 1, 5.0);
        Deed tooShort = new Deed(ActivityKind.MANAGER_SECONDMENT, 2, "M", "L", null, 1, 4.0);
        assertEquals(1, done(ClusterDeeds.What.SECONDMENTS_OF_EACH_MEMBER, List.of(first, second)));
        assertEquals(0, done(ClusterDeeds.What.SECONDMENTS_OF_EACH_MEMBER, List.of(first, tooShort)));
    }

    @Test
    void seminarsAndOnlineStudyAreCountedWhereTheyAreCollected() {
        List<Deed> deeds = List.of(
                deed(ActivityKind.MANAGEMENT_SEMINAR, 1, null, 2),
                deed(ActivityKind.MANAGEMENT_SEMINAR, 2, null, 1),
                deed(ActivityKind.ONLINE_STUDY, 1, "math", 3),
                deed(ActivityKind.ONLINE_STUDY, 2, "math", 5));
        assertEquals(1, done(ClusterDeeds.What.SEMINARS, deeds));
        assertEquals(8, done(ClusterDeeds.What.ONLINE_STUDY, deeds));
        assertEquals(0, done(ClusterDeeds.What.SEMINARS, List.of()));
        ClusterYear before = cluster(null, List.of(), LEAD, MEMBER);
        ClusterYear uncollected = new ClusterYear(
                before.about(),
                before.day(),
                before.facts(),
                before.mode(),
                before.parts(),
                before.deeds(),
                Set.of(ActivityKind.JOINT_RESEARCH));
        Given.absent(new ClusterDeeds(ClusterDeeds.What.SEMINARS).of(uncollected));
        Given.absent(new ClusterDeeds(ClusterDeeds.What.ONLINE_STUDY).of(uncollected));
    }

    @Test
    void noActivityIsToldFromNoData() {
        ClusterDeeds all = new ClusterDeeds(ClusterDeeds.What.ALL_EXCHANGE);
        assertEquals(
                0, Given.value(all.of(cluster(null, List.of(), LEAD, MEMBER))).value());
        Given.absent(all.of(cluster(null, List.of(), LEAD, UNKNOWN)));
        Given.absent(all.of(cluster(null, null, LEAD, MEMBER)));
    }

    private static double done(ClusterDeeds.What what, List<Deed> deeds) {
        return Given.value(new ClusterDeeds(what).of(cluster(null, deeds, LEAD, MEMBER)))
                .value();
    }

    private static org.junheng.metric.Outcome count(ClusterCount.What what, Part... parts) {
        return new ClusterCount(what).of(cluster(LocalDate.of(2026, 9, 1), List.of(), parts));
    }

    private static ClusterYear cluster(LocalDate end, List<Deed> deeds, Part... parts) {
        About about = About.of(new Subject(SubjectType.CLUSTER, "C1"), Given.YEAR);
        ClusterFacts facts =
                new ClusterFacts("C1", ClusterType.EDUCATION_GROUP, "539001", LocalDate.of(2020, 9, 1), end);
        return new ClusterYear(
                about.facet("EDUCATION_GROUP"),
                RosterDays.ORDINARY.of(Given.YEAR),
                facts,
                CommunityMode.CO_BUILT,
                List.of(parts),
                deeds,
                COLLECTED);
    }

    private static Deed deed(ActivityKind kind, int semester, String subject, double quantity) {
        return new Deed(kind, semester, "L", "M", subject, quantity, null);
    }

    private static Part part(String code, Role role, UrbanRuralClass place, Ownership ownership, Stage stage) {
        return new Part(code, role, "539001", place, ownership, Set.of(stage), false, true, false, 0.0);
    }
}
