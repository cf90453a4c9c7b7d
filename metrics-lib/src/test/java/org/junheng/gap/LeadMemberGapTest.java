package org.junheng.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junheng.Given;
import org.junheng.subject.Role;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;

class LeadMemberGapTest {
    private final LeadMemberGap gap = new LeadMemberGap();
    private final SchoolFigure lead = Given.inCluster(Given.school("a", 80.0, 900.0), "g", Role.LEAD);
    private final SchoolFigure first = Given.inCluster(Given.school("b", 60.0, 100.0), "g", Role.MEMBER);
    private final SchoolFigure second = Given.inCluster(Given.school("c", 70.0, 300.0), "g", Role.MEMBER);

    /** Members: (60 * 100 + 70 * 300) / 400 = 67.5. */
    @Test
    void isTheLeadMinusTheWeightedMeanOfTheMembers() {
        assertEquals(12.5, Given.value(gap.of(cluster(lead, first, second))).value());
    }

    @Test
    void isBelowZeroWhenTheMembersAreAhead() {
        SchoolFigure ahead = Given.inCluster(Given.school("b", 90.0, 100.0), "g", Role.MEMBER);
        assertEquals(-10.0, Given.value(gap.of(cluster(lead, ahead))).value());
    }

    @Test
    void aMemberWithoutDataIsLeftOut() {
        SchoolFigure missing = Given.inCluster(Given.school("d", null, 300.0), "g", Role.MEMBER);
        assertEquals(20.0, Given.value(gap.of(cluster(lead, first, missing))).value());
    }

    @Test
    void isAbsentWithoutALeadOrWithoutAMember() {
        Given.absent(gap.of(cluster(first, second)));
        Given.absent(gap.of(cluster(lead)));
        Given.absent(gap.of(cluster(lead, Given.inCluster(Given.school("b", 60.0, 0.0), "g", Role.MEMBER))));
    }

    @Test
    void speaksOfClustersOnly() {
        assertTrue(gap.appliesTo(cluster(lead)));
        assertFalse(gap.appliesTo(Given.county(lead)));
    }

    private static SchoolsView cluster(SchoolFigure... schools) {
        return Given.view(SubjectType.CLUSTER, Given.YEAR, List.of(schools));
    }
}
