package org.junheng.jobs.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.LinkType;
import org.junheng.jobs.table.SchoolLinks;
import org.junheng.stock.Lineage;
import org.junheng.stock.SchoolLink;
import org.junheng.subject.Register;
import org.junheng.subject.SchoolFacts;
import org.junheng.subject.SchoolFacts.Area;
import org.junheng.subject.SchoolFacts.Flags;
import org.junheng.subject.SchoolFacts.StageFacts;
import org.junheng.subject.Stage;
import org.junit.jupiter.api.Test;

/** Which school a row of a year speaks of when the effect of joining is asked. */
class SchoolIdentityTest {
    private final List<SchoolFacts> schools = new ArrayList<>();
    private final List<SchoolLinks> links = new ArrayList<>();

    private void school(String code, int year, double pupils) {
        school(code, year, pupils, null, null);
    }

    private void school(String code, int year, double pupils, @Nullable LocalDate opened, @Nullable LocalDate closed) {
        TreeMap<Stage, StageFacts> stages = new TreeMap<>();
        stages.put(Stage.PRIMARY, new StageFacts(pupils, null, null, null, null, null, null));
        schools.add(new SchoolFacts(
                code,
                year,
                new Area("530101", null, null),
                null,
                null,
                new Flags(null, null, null),
                opened,
                closed,
                stages));
    }

    private SchoolIdentity identity() {
        List<SchoolLink> all = links.stream()
                .map(l -> new SchoolLink(l.schoolCode(), l.successorCode(), l.effectiveOn()))
                .toList();
        Register register = new Register(schools, new TreeMap<>(), List.of());
        return SchoolIdentity.of(links, Lineage.of(register, all));
    }

    private void link(String from, String to, LinkType type) {
        links.add(new SchoolLinks(from, to, LocalDate.of(2022, 9, 1), type));
    }

    @Test
    void ofSchoolsMergedIntoANewCodeTheLargestGoesOn() {
        school("A", 2021, 100);
        school("B", 2021, 300);
        school("C", 2022, 390);
        link("A", "C", LinkType.MERGED);
        link("B", "C", LinkType.MERGED);
        SchoolIdentity identity = identity();
        assertEquals(identity.of("B", 2021), identity.of("C", 2022));
        assertNotEquals(identity.of("A", 2021), identity.of("C", 2022));
    }

    @Test
    void aSchoolMergedIntoOneThatWasThereEnds() {
        school("A", 2021, 300);
        school("B", 2021, 100);
        school("B", 2022, 390);
        link("A", "B", LinkType.MERGED);
        SchoolIdentity identity = identity();
        assertEquals("A", identity.of("A", 2021));
        assertEquals("B", identity.of("B", 2022));
    }

    @Test
    void aSplitSchoolGoesOnInItsFirstNewCode() {
        school("A", 2021, 300);
        school("B", 2022, 100);
        school("C", 2022, 200);
        link("A", "B", LinkType.SPLIT);
        link("A", "C", LinkType.SPLIT);
        SchoolIdentity identity = identity();
        assertEquals(identity.of("A", 2021), identity.of("B", 2022));
        assertEquals("C", identity.of("C", 2022));
    }

    @Test
    void aCodeThatWasClosedAndOpenedAgainIsTwoSchools() {
        link("A", "B", LinkType.RENAMED);
        school("Z", 2021, 100, LocalDate.of(1990, 9, 1), LocalDate.of(2022, 7, 1));
        school("Z", 2022, 100, LocalDate.of(2022, 9, 1), null);
        SchoolIdentity identity = identity();
        assertNotEquals(identity.of("Z", 2021), identity.of("Z", 2022));
        assertEquals(identity.of("Z", 2021), identity.of("Z", LocalDate.of(2022, 6, 30)));
        assertEquals("Z", identity.of("Z", LocalDate.of(2022, 9, 1)));
        assertEquals(identity.of("A", 2021), identity.of("B", 2022));
    }
}
