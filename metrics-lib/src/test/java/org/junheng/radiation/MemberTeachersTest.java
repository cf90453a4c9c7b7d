package org.junheng.radiation;

import static org.junheng.Given.absent;
import static org.junheng.Given.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junheng.radiation.MemberTeachers.Kind;
import org.junheng.radiation.StaffView.Staffed;
import org.junheng.subject.About;
import org.junheng.subject.Role;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;

class MemberTeachersTest {
    private static Staffed school(String code, Role role, Double pupils, Double above, Double backbone) {
        return new Staffed(code, role, null, pupils, above, backbone, null, null, null, null);
    }

    private static StaffView county(Staffed... schools) {
        return new StaffView(About.of(new Subject(SubjectType.COUNTY, "539001"), 2023), List.of(schools));
    }

    @Test
    void ofMembersOnlyPerHundredPupils() {
        StaffView county = county(
                school("l", Role.LEAD, 1000.0, 90.0, 50.0),
                school("a", Role.MEMBER, 300.0, 9.0, 3.0),
                school("b", Role.MEMBER, 100.0, 3.0, 0.0),
                school("c", Role.MEMBER, 100.0, null, null),
                school("d", null, 100.0, 100.0, 100.0));
        assertEquals(0.75, value(new MemberTeachers(Kind.BACKBONE).of(county)).value());
        var above = value(new MemberTeachers(Kind.ABOVE_DEGREE).of(county));
        assertEquals(3.0, above.value());
        assertEquals(2L, above.counts().schools());
        assertTrue(above.caution().en().startsWith("1 school is left out"));
    }

    @Test
    void isAbsentWithoutMembers() {
        assertEquals(
                "no member school, or none with pupils",
                absent(new MemberTeachers(Kind.BACKBONE).of(county(school("l", Role.LEAD, 9.0, 1.0, 1.0))))
                        .reason()
                        .en());
    }
}
