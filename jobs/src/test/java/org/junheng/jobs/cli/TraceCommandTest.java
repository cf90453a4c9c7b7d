package org.junheng.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.trace.Evidenced;
import org.junheng.jobs.trace.InputRows;
import org.junheng.jobs.trace.Scope;
import org.junheng.jobs.trace.Withheld;
import org.junheng.subject.Status;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of a drawn province traced by the command: to clause, formula and rows; no pupil is named; what is suppressed or changed is refused. */
class TraceCommandTest {
    private static final Pattern PSEUDONYM = Pattern.compile("[0-9a-f]{32}");

    private static TracedProvince province;
    private static SortedMap<String, Measures> published;

    @BeforeAll
    static void draw() throws IOException {
        province = TracedProvince.drawn();
        published = province.published();
    }

    @Test
    void theRowsOfAModelNameNoPupil() throws IOException {
        Measures cell = published.values().stream()
                .filter(m -> m.metricId().equals("valueadded.school") && m.value() != null)
                .findFirst()
                .orElseThrow();
        Withheld withheld = new Withheld(province.file().evaluation().disclosure(), new TreeSet<>());
        List<InputRows> rows = Evidenced.of(Scope.of(province.checked(), Scope.Asked.of(cell)), cell, withheld, 1000);
        InputRows pupils = rows.stream()
                .filter(r -> r.table().equals("pupil_scores"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("school_code", "rows"), pupils.shown().columns());
        long few = province.file().evaluation().disclosure().minPupils();
        assertTrue(pupils.shown().rows().stream().allMatch(row -> ((Long) row.get(1)) >= few));
        namesNoPupil(rows.toString());
    }

    @Test
    void aNumberIsFollowedToItsClauseAndItsRows() throws IOException {
        String cell = published.keySet().stream()
                .filter(k -> k.startsWith("gap.cv||county|") && k.endsWith("|PRIMARY||R2|"))
                .filter(k -> published.get(k).value() != null)
                .findFirst()
                .orElseThrow();
        End end = End.of("trace", province.run().folder().toString(), cell, "--lang", "en");
        assertEquals(0, end.status(), end.err());
        for (String said : List.of(
                "教督〔2017〕6号",
                "gap.cv · 校际差异系数",
                "published: " + published.get(cell).value() + "  ",
                "data/staff.csv ",
                "backbone_teachers",
                "computed again: " + published.get(cell).value() + "  ",
                "with its numbers: ",
                published.get(cell).value() + " = sqrt(",
                "Equal to the published number to the last bit.")) {
            assertTrue(end.out().contains(said), said + " in " + end.out());
        }
        assertFalse(end.out().contains("school_scores"), end.out());
    }

    @Test
    void aSchoolIsGivenItsResultsAndRows() throws IOException {
        String school = published.values().stream()
                .filter(m -> m.metricId().equals("valueadded.school") && m.value() != null)
                .map(Measures::subjectId)
                .findFirst()
                .orElseThrow();
        End end = End.of("trace", province.run().folder().toString(), "--school", school, "--csv");
        assertEquals(0, end.status(), end.err());
        assertTrue(end.out().startsWith("table,file,row,column,value\n"), end.out());
        for (String table : List.of("measures,,1,metric_id,", "judgements,,1,rule_id,", "staff,data/staff.csv,")) {
            assertTrue(end.out().contains("\n" + table), table);
        }
        assertTrue(end.out().contains("\npupil_scores,," + school + ",rows,"), end.out());
        namesNoPupil(end.out());
    }

    @Test
    void whatIsSuppressedIsNotTraced() {
        String cell = published.keySet().stream()
                .filter(k -> published.get(k).status() == Status.SUPPRESSED)
                .findFirst()
                .orElseThrow();
        End end = End.of("trace", province.run().folder().toString(), cell, "--lang", "en");
        assertEquals(2, end.status(), end.out());
        assertTrue(end.err().contains("suppressed"), end.err());
        assertFalse(end.out().contains("data/"), end.out());
    }

    @Test
    void aChangedInputIsRefusedByName() throws IOException {
        Path staff = province.folder().resolve("drawn/data/staff.csv");
        byte[] before = Files.readAllBytes(staff);
        try {
            Files.writeString(staff, Files.readString(staff) + "\n");
            End end = End.of("trace", province.run().folder().toString(), published.firstKey(), "--lang", "en");
            assertEquals(2, end.status(), end.out());
            assertTrue(end.err().contains("has changed: data/staff.csv"), end.err());
        } finally {
            Files.write(staff, before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gap.cv", "' or 1=1 --", "=cmd()|a|\u0007\n|\u202e|||||||", "%s%n", "|||||||||"})
    void anUnknownCellIsRefusedInASentence(String cell) {
        End end = End.of("trace", province.run().folder().toString(), cell, "--lang", "en");
        assertEquals(2, end.status(), end.out());
        assertTrue(end.err().startsWith("no number has the key"), end.err());
        assertEquals(1, end.err().lines().count(), end.err());
        assertTrue(end.err().strip().chars().noneMatch(Character::isISOControl), end.err());
    }

    @Test
    void oneQuestionAtATime() {
        assertEquals(2, End.of("trace", province.run().folder().toString()).status());
        assertEquals(
                2,
                End.of("trace", province.run().folder().toString(), "a", "--school", "b")
                        .status());
        assertEquals(2, End.of("trace", province.folder().toString(), "a").status());
    }

    private static void namesNoPupil(String text) throws IOException {
        List<String> pupils = Files.readAllLines(province.folder().resolve("drawn/data/pupils.csv"));
        assertTrue(pupils.size() > 100);
        pupils.stream().skip(1).map(line -> line.split(",", 2)[0]).forEach(id -> assertFalse(text.contains(id), id));
        assertFalse(PSEUDONYM.matcher(text).find());
    }
}
