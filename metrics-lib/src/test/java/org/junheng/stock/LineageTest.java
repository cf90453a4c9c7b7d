package org.junheng.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junheng.Given;
import org.junheng.GivenRegister;
import org.junheng.gap.ChangeRules;
import org.junheng.gap.CoefficientOfVariation;
import org.junheng.gap.GapChange;
import org.junheng.subject.Register;
import org.junheng.subject.SchoolFacts;
import org.junheng.subject.SchoolFacts.Flags;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;

class LineageTest {
    private final GivenRegister given = new GivenRegister();

    private void year(int year, String... schools) {
        for (int i = 0; i < schools.length; i++) {
            given.school(schools[i], year, null, Flags.UNKNOWN, 100.0 - i);
        }
    }

    private static SchoolLink link(String from, String to, int year) {
        return new SchoolLink(from, to, LocalDate.of(year, 9, 1));
    }

    /** a becomes b, b becomes c, a year each; in between it is b. */
    @Test
    void aChainOfNewCodesIsOneSchool() {
        year(2021, "a", "x");
        year(2022, "b", "x");
        year(2023, "c", "x");
        Lineage lineage = Lineage.of(given.register(), List.of(link("a", "b", 2022), link("b", "c", 2023)));
        assertEquals("b", lineage.later("a", 2021, 2022));
        assertEquals("c", lineage.later("a", 2021, 2023));
        assertEquals("c", lineage.later("b", 2022, 2023));
        assertEquals("a", lineage.earlier("c", 2021, 2023));
        assertEquals("x", lineage.later("x", 2021, 2023));
        assertTrue(lineage.isEmpty(2023, 2021));
    }

    /** A school merged into one that was there ends; of two that make a new one the larger goes on; one code of a split goes on. */
    @Test
    void aMergerAndASplitHaveOneThatGoesOn() {
        year(2021, "host", "guest", "large", "small", "whole");
        year(2022, "host", "both", "part1", "part2");
        Lineage lineage = Lineage.of(
                given.register(),
                List.of(
                        link("guest", "host", 2022),
                        link("large", "both", 2022),
                        link("small", "both", 2022),
                        link("whole", "part1", 2022),
                        link("whole", "part2", 2022)));
        assertEquals(
                Map.of("large", "both", "whole", "part1"),
                new TreeMap<>(lineage.codes().get(2021).get(2022)));
        assertEquals("part2", lineage.earlier("part2", 2021, 2022));
    }

    /** A link that takes effect after the later year says nothing yet. */
    @Test
    void aLinkHoldsFromItsDay() {
        year(2021, "a");
        year(2022, "a", "b");
        assertTrue(Lineage.of(given.register(), List.of(link("a", "b", 2024))).isEmpty(2021, 2022));
    }

    /** The code that was closed in 2022 and opened in 2023 stands for two schools; neither continues the other. */
    @Test
    void aSchoolClosedAndOpenedAgainIsTwo() {
        SchoolFacts of = register("a").school("a", 2021);
        Register register = new GivenRegister()
                .add(dated(of, 2021, null, LocalDate.of(2022, 7, 1)))
                .add(dated(of, 2023, LocalDate.of(2023, 9, 1), null))
                .register();
        Lineage lineage = Lineage.of(register, List.of());
        assertEquals("", lineage.later("a", 2021, 2023));
        assertEquals("", lineage.earlier("a", 2021, 2023));
        assertEquals("a", lineage.continuing("a", 2021, 2023));
    }

    /** Schools a and b at 1 and 3, later c (once a) and b at 1 and 2: CV 0.5 then 1/3, as in GapChangeTest. */
    @Test
    void theGapOfTheSameSchoolsFollowsANewCode() {
        year(2021, "a", "b");
        year(2023, "c", "b");
        Lineage lineage = Lineage.of(given.register(), List.of(link("a", "c", 2022)));
        SchoolsView base = view(2021, "a", 1.0, "b", 3.0);
        SchoolsView now = view(2023, "c", 1.0, "b", 2.0);
        GapChange same = new GapChange(new CoefficientOfVariation(), GapChange.Schools.SAME);
        ChangeRules rules = ChangeRules.plain(1);
        assertEquals(
                1.0 / 3 - 0.5,
                Given.value(same.of(rules.after(Map.of(), lineage).between(base, now)))
                        .value(),
                1e-16);
        assertEquals(1, same.of(rules.between(base, now)).counts().schools());
    }

    private static SchoolsView view(int year, String one, double first, String other, double second) {
        return new SchoolsView(
                SubjectType.COUNTY,
                "R1",
                year,
                List.of(Given.school(one, first, 10.0), Given.school(other, second, 10.0)));
    }

    private Register register(String school) {
        year(2021, school);
        return given.register();
    }

    private static SchoolFacts dated(SchoolFacts of, int year, LocalDate opened, LocalDate closed) {
        return new SchoolFacts(
                of.school(), year, of.area(), of.type(), of.urbanRural(), of.flags(), opened, closed, of.stages());
    }
}
