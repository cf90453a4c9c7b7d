package org.junheng.compliance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junheng.Given;
import org.junheng.compliance.ClusterCount.What;
import org.junheng.compliance.ClusterYear.Part;
import org.junheng.metric.Outcome;
import org.junheng.subject.About;
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

/** What the mode, the cycle and the parts of a cluster do not say. */
class WhatIsNotKnownTest {
    private static Part part(String code, Role role, @Nullable Ownership ownership, Set<Stage> stages) {
        return new Part(code, role, "539001", UrbanRuralClass.TOWN, ownership, stages, true, true, false, 0.0);
    }

    private static final Set<Stage> JUNIOR = Set.of(Stage.JUNIOR);
    private static final Part LEAD = part("L", Role.LEAD, Ownership.PUBLIC, JUNIOR);
    private static final Part PRIVATE = part("P", Role.MEMBER, Ownership.PRIVATE, JUNIOR);

    private static Outcome count(What what, @Nullable CommunityMode mode, @Nullable LocalDate end, Part... parts) {
        About about = About.of(new Subject(SubjectType.CLUSTER, "C1"), Given.YEAR);
        ClusterFacts facts =
                new ClusterFacts("C1", ClusterType.EDUCATION_GROUP, "539001", LocalDate.of(2020, 9, 1), end);
        return new ClusterCount(what)
                .of(new ClusterYear(
                        about.facet("x"),
                        RosterDays.ORDINARY.of(Given.YEAR),
                        facts,
                        mode,
                        List.of(parts),
                        List.of(),
                        Set.of()));
    }

    private static double privately(Part... parts) {
        return Given.value(count(What.PRIVATE_MEMBERS, null, null, parts)).value();
    }

    /** Private members of public leads: of a compulsory stage, and only where a lead is public. */
    @Test
    void privateMembersAreThoseOfPublicLeads() {
        assertEquals(1, privately(LEAD, PRIVATE));
        assertEquals(1, privately(LEAD, part("Q", Role.MEMBER, Ownership.PRIVATE, Set.of(Stage.PRIMARY))));
        assertEquals(0, privately(LEAD, part("Q", Role.MEMBER, Ownership.PRIVATE, Set.of(Stage.SENIOR))));
        assertEquals(0, privately(part("M", Role.LEAD, Ownership.PRIVATE, JUNIOR), PRIVATE));
        Given.absent(count(What.PRIVATE_MEMBERS, null, null, part("M", Role.LEAD, null, JUNIOR), PRIVATE));
    }

    @Test
    void closeMembersDependOnTheMode() {
        assertEquals(
                1,
                Given.value(count(What.CLOSE_MEMBERS, CommunityMode.MERGED, null, LEAD, PRIVATE))
                        .value());
        assertEquals(
                0,
                Given.value(count(What.CLOSE_MEMBERS, CommunityMode.COOPERATIVE, null, LEAD, PRIVATE))
                        .value());
        Given.absent(count(What.CLOSE_MEMBERS, null, null, LEAD, PRIVATE));
    }

    @Test
    void withoutAnEndOfTheCycleNobodyIsACandidate() {
        Given.absent(count(What.QUALITY_MEMBERS_AFTER_CYCLE, null, null, LEAD, PRIVATE));
    }

    @Test
    void aLeadWithoutAStageLeavesOpenWhoSharesIt() {
        Part unknown = part("M", Role.LEAD, Ownership.PUBLIC, Set.of());
        Given.absent(count(What.OTHER_STAGE_MEMBERS, null, null, unknown, PRIVATE));
        assertEquals(
                0,
                Given.value(count(What.OTHER_STAGE_MEMBERS, null, null, LEAD, PRIVATE))
                        .value());
    }
}
