package org.junheng.stock;

import static org.junheng.Given.absent;
import static org.junheng.Given.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junheng.Given;
import org.junheng.GivenRegister;
import org.junheng.metric.Words;
import org.junheng.stock.SupportCoverage.Target;
import org.junheng.subject.ClusterType;
import org.junheng.subject.Register;
import org.junheng.subject.Role;
import org.junheng.subject.SchoolFacts.Flags;
import org.junheng.subject.Stage;
import org.junheng.subject.SubjectType;
import org.junheng.subject.UrbanRuralClass;
import org.junit.jupiter.api.Test;

class SupportCoverageTest {
    private static final Flags NONE = new Flags(false, false, false);
    private static final Flags WEAK = new Flags(false, true, false);
    private static final Flags NEW = new Flags(false, false, true);

    /** Weak a (in a group), rural b (left before the day), new c (joined on the day), urban d not flagged, urban e of unknown flags. */
    private static GivenRegister five() {
        return new GivenRegister()
                .school("a", 2023, UrbanRuralClass.URBAN, WEAK, 10.0)
                .school("b", 2023, UrbanRuralClass.RURAL, NONE, 20.0)
                .school("c", 2023, UrbanRuralClass.TOWN, NEW, 30.0)
                .school("d", 2023, UrbanRuralClass.URBAN, NONE, 40.0)
                .school("e", 2023, UrbanRuralClass.URBAN, Flags.UNKNOWN, (Double) null)
                .member("a", "g", Role.MEMBER, "2020-09-01", null)
                .member("b", "g", Role.MEMBER, "2020-09-01", "2024-06-30")
                .member("c", "k", Role.MEMBER, "2024-06-30", null)
                .member("c", "g", Role.MEMBER, "2024-06-30", null)
                .cluster("g", ClusterType.EDUCATION_GROUP);
    }

    private static SupportView county(Register register) {
        return SupportView.of(register, 2023).stream()
                .filter(v -> v.about().subject().type() == SubjectType.COUNTY
                        && v.about().stage() == null)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countsFlaggedSchoolsInAClusterOnTheRosterDay() {
        var share = value(new SupportCoverage(Target.ANY, null).of(county(five().register())));
        assertEquals(2.0 / 3, share.value());
        assertEquals(2.0, share.numerator());
        assertEquals(3.0, share.denominator());
        assertEquals(4L, share.counts().schools());
    }

    @Test
    void saysWhoseFlagsAreUnknown() {
        assertTrue(value(new SupportCoverage(Target.ANY, null).of(county(five().register())))
                .caution()
                .en()
                .startsWith("1 school is left out"));
        Register sure = new GivenRegister()
                .school("a", 2023, UrbanRuralClass.URBAN, WEAK, 10.0)
                .member("a", "g", Role.LEAD, "2020-09-01", null)
                .register();
        assertEquals(
                Words.NONE,
                value(new SupportCoverage(Target.ANY, null).of(county(sure))).caution());
    }

    @Test
    void aTrueFlagDecidesWhateverTheOthersSay() {
        Register register = new GivenRegister()
                .school("a", 2023, null, new Flags(null, true, null), 10.0)
                .member("b", "g", Role.MEMBER, "2020-09-01", null)
                .register();
        assertEquals(
                0.0,
                value(new SupportCoverage(Target.ANY, null).of(county(register)))
                        .value());
    }

    @Test
    void looksAtOneTargetOrOneMode() {
        SupportView county = county(five().register());
        assertEquals(
                1.0, value(new SupportCoverage(Target.WEAK, null).of(county)).value());
        assertEquals(
                1.0, value(new SupportCoverage(Target.NEW, null).of(county)).value());
        assertEquals(
                0.0, value(new SupportCoverage(Target.RURAL, null).of(county)).value());
        // c is in a group and in a cluster of unknown type: the group counts once
        assertEquals(
                2.0 / 3,
                value(new SupportCoverage(Target.ANY, ClusterType.EDUCATION_GROUP).of(county))
                        .value());
        assertEquals(
                0.0,
                value(new SupportCoverage(Target.ANY, ClusterType.SCHOOL_DISTRICT).of(county))
                        .value());
    }

    @Test
    void isAbsentWhereNoSchoolIsFlagged() {
        Register register = new GivenRegister()
                .school("d", 2023, UrbanRuralClass.URBAN, NONE, 40.0)
                .member("d", "g", Role.MEMBER, "2020-09-01", null)
                .register();
        assertEquals(
                "no new, weak or rural school",
                absent(new SupportCoverage(Target.ANY, null).of(county(register)))
                        .reason()
                        .en());
    }

    @Test
    void isSaidOfAllStagesTogether() {
        assertFalse(SupportView.of(five().register(), 2023).stream()
                .filter(v -> v.about().stage() == Stage.PRIMARY)
                .anyMatch(new SupportCoverage(Target.ANY, null)::appliesTo));
    }

    @Test
    void clustersCoverSchoolsAndPupils() {
        SupportView stage = SupportView.of(five().register(), 2023).stream()
                .filter(v -> v.about().stage() == Stage.PRIMARY)
                .findFirst()
                .orElseThrow();
        assertEquals(
                2.0 / 5,
                value(new ClusterCoverage(ClusterCoverage.Of.SCHOOLS).of(stage)).value());
        var pupils = value(new ClusterCoverage(ClusterCoverage.Of.PUPILS).of(stage));
        assertEquals(40.0 / 100, pupils.value());
        assertEquals(100L, pupils.counts().pupils());
        assertTrue(pupils.caution().en().startsWith("1 school is left out"));
        assertFalse(new ClusterCoverage(ClusterCoverage.Of.PUPILS).appliesTo(county(five().register())));
    }

    @Test
    void nothingIsSaidWithoutMemberships() {
        Register alone = new GivenRegister()
                .school("a", Given.YEAR, UrbanRuralClass.URBAN, WEAK, 10.0)
                .register();
        assertEquals(java.util.List.of(), SupportView.of(alone, Given.YEAR));
    }
}
