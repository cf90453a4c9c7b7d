package org.junheng.radiation;

import static org.junheng.Given.absent;
import static org.junheng.Given.value;
import static org.junheng.GivenRegister.staff;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.GivenRegister;
import org.junheng.metric.Value;
import org.junheng.subject.Role;
import org.junheng.subject.SchoolFacts;
import org.junheng.subject.SchoolFacts.Flags;
import org.junheng.subject.SchoolFacts.StageFacts;
import org.junheng.subject.Stage;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;
import org.junheng.subject.UrbanRuralClass;
import org.junit.jupiter.api.Test;

class RotationTest {
    private static final Flags PLAIN = new Flags(false, false, false);
    private static final RotationShare SHARE = new RotationShare(RotationScope.ALL);
    private static final RotationBackboneShare BACKBONE = new RotationBackboneShare(RotationScope.ALL);

    /** Urban a 3 of 20, rural b 1 of 10, rural quality c 0 of 5, rural d does not say. */
    private static GivenRegister four() {
        return new GivenRegister()
                .school("a", 2023, UrbanRuralClass.TOWN, PLAIN, staff(200.0, 20.0, 3.0, 1.0))
                .school("b", 2023, UrbanRuralClass.RURAL, PLAIN, staff(100.0, 10.0, 1.0, 0.0))
                .school("c", 2023, UrbanRuralClass.RURAL, new Flags(true, false, false), staff(50.0, 5.0, 0.0, 0.0))
                .school("d", 2023, UrbanRuralClass.RURAL, PLAIN, staff(50.0, 9.0, null, null))
                .member("a", "g", Role.LEAD, "2020-09-01", null)
                .member("b", "g", Role.MEMBER, "2020-09-01", null);
    }

    private static StaffView view(GivenRegister given, SubjectType type, String id) {
        return StaffView.of(given.register(), 2023).stream()
                .filter(v -> v.about().subject().equals(new Subject(type, id)))
                .findFirst()
                .orElseThrow();
    }

    private static StaffView county() {
        return view(four(), SubjectType.COUNTY, "539001");
    }

    @Test
    void sumsBeforeItDivides() {
        Value share = value(SHARE.of(county()));
        assertEquals(4.0 / 35, share.value());
        assertEquals(4.0, share.numerator());
        assertEquals(35.0, share.denominator());
        assertEquals(3L, share.counts().schools());
        assertTrue(share.caution().en().startsWith("1 school is left out"));
        assertEquals(1.0 / 4, value(BACKBONE.of(county())).value());
    }

    @Test
    void theDemandIsOnSchoolsInCitiesAndTownsAndOnQualitySchools() {
        RotationShare demanded = new RotationShare(RotationScope.URBAN_QUALITY);
        assertEquals(3.0 / 25, value(demanded.of(county())).value());
        assertEquals("URBAN_QUALITY", demanded.facetSuffix());
        assertTrue(demanded.appliesTo(view(four(), SubjectType.SCHOOL, "a")));
        assertFalse(demanded.appliesTo(view(four(), SubjectType.SCHOOL, "b")));
    }

    @Test
    void ofASchoolItSaysHowManyPupilsItHas() {
        Value share = value(SHARE.of(view(four(), SubjectType.SCHOOL, "a")));
        assertEquals(0.15, share.value());
        assertEquals(200L, share.counts().pupils());
    }

    @Test
    void aClusterIsItsLeadAndItsMembers() {
        assertEquals(
                4.0 / 30,
                value(SHARE.of(view(four(), SubjectType.CLUSTER, "g"))).value());
    }

    @Test
    void isAbsentWhereNobodyIsEligibleOrNobodyRotated() {
        GivenRegister none =
                new GivenRegister().school("a", 2023, UrbanRuralClass.TOWN, PLAIN, staff(200.0, 0.0, 0.0, 0.0));
        StaffView school = view(none, SubjectType.SCHOOL, "a");
        assertEquals(
                "no teacher is eligible for rotation",
                absent(SHARE.of(school)).reason().en());
        assertEquals("no teacher rotated", absent(BACKBONE.of(school)).reason().en());
    }

    @Test
    void isAbsentWhereNobodyReports() {
        StaffView school = view(four(), SubjectType.SCHOOL, "d");
        assertEquals(
                "teachers are not reported", absent(SHARE.of(school)).reason().en());
    }

    @Test
    void aSchoolThatMissesAStageIsLeftOut() {
        SortedMap<Stage, StageFacts> stages = new TreeMap<>();
        stages.put(Stage.PRIMARY, staff(100.0, 10.0, 1.0, 0.0));
        stages.put(Stage.JUNIOR, staff(100.0, 10.0, null, 0.0));
        GivenRegister nineYear = new GivenRegister()
                .add(new SchoolFacts(
                        "n", 2023, GivenRegister.AREA, null, UrbanRuralClass.TOWN, PLAIN, null, null, stages));
        assertEquals(
                "teachers are not reported",
                absent(SHARE.of(view(nineYear, SubjectType.SCHOOL, "n")))
                        .reason()
                        .en());
    }

    @Test
    void shadowStaffAreCountedInAnArea() {
        GivenRegister two = new GivenRegister()
                .school("a", 2023, null, PLAIN, new StageFacts(10.0, null, null, null, null, null, 2.0))
                .school("b", 2023, null, PLAIN, new StageFacts(10.0, null, null, null, null, null, 3.0));
        StaffView county = view(two, SubjectType.COUNTY, "539001");
        assertEquals(5.0, value(new ShadowStaff().of(county)).value());
        assertFalse(new ShadowStaff().appliesTo(view(two, SubjectType.SCHOOL, "a")));
        assertEquals(
                "shadow-training staff not reported",
                absent(new ShadowStaff().of(county())).reason().en());
    }
}
