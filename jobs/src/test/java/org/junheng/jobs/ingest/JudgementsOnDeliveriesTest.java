package org.junheng.jobs.ingest;

import static org.junheng.jobs.ingest.DeliveredFiles.account;
import static org.junheng.jobs.ingest.DeliveredFiles.column;
import static org.junheng.jobs.ingest.DeliveredFiles.rules;
import static org.junheng.jobs.ingest.DeliveredFiles.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junheng.jobs.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What passes because it is signed, what was known when, what shrank, and what the official is given to read. */
class JudgementsOnDeliveriesTest {
    private static final String WAIVER = "input_table,rule,reason,signed_by,signed_on\n";

    @TempDir
    Path folder;

    private DeliveredFiles files;

    @BeforeEach
    void delivery() {
        files = new DeliveredFiles(folder);
    }

    @Test
    void aSignedFaultIsUsedAndTold() {
        files.with("staff", "school_code,year,stage,pupil_count", "S1,2023,JUNIOR,5", "S2,2023,JUNIOR,6");
        assertEquals("2 1 1", account(files.read(), "staff"));
        files.file("w.csv", WAIVER + "staff,K11,戴帽初中,王某,2024-09-01\n").settings("waivers: w.csv\n");
        Delivery delivery = files.read();
        assertEquals("2 2 0", account(delivery, "staff"));
        assertEquals("G03", rules(delivery, "staff"));
        assertTrue(said(delivery).contains("signed waiver (K11, 戴帽初中, 王某, 2024-09-01)"), said(delivery));
    }

    @Test
    void whatCannotBeReadCannotBeWaivedAndAWaiverWithoutANameIsNone() {
        files.settings("waivers: w.csv\n").file("w.csv", WAIVER + "staff,V01,x,y,2024-09-01\n");
        assertTrue(assertThrows(Refusal.class, files::read).getMessage().contains("V01 cannot be waived"));
        files.file("w.csv", WAIVER + "staff,K11,x,,2024-09-01\n");
        assertTrue(assertThrows(Refusal.class, files::read).getMessage().contains("w.csv, line 2"));
        files.file("w.csv", WAIVER + "stuff,K11,x,y,2024-09-01\n");
        assertTrue(assertThrows(Refusal.class, files::read).getMessage().contains("the nearest is staff"));
    }

    @Test
    void theRosterIsThatWhichWasKnownOnTheDay() {
        files.with(
                "memberships",
                "cluster_id,school_code,joined_on,left_on,role,recorded_on",
                "C1,S1,2020-09-01,,LEAD,2020-10-01",
                "C1,S2,2021-09-01,,MEMBER,2021-10-01",
                "C1,S2,2021-09-01,2021-09-01,MEMBER,2022-03-01",
                "C1,S2,2021-09-01,2023-09-01,MEMBER,2023-01-01");
        assertEquals("null", column(files.readAsKnownOn("2021-09-30"), "memberships", "left_on"));
        assertEquals("null null", column(files.readAsKnownOn("2021-12-31"), "memberships", "left_on"));
        assertEquals("null", column(files.readAsKnownOn("2022-12-31"), "memberships", "left_on"));
        Delivery now = files.read();
        assertEquals("null 2023-09-01", column(now, "memberships", "left_on"));
        assertEquals("4 2 2", account(now, "memberships"));
        assertEquals("K15", rules(now, "memberships"));
        assertEquals("K15 K16 K17", rules(files.readAsKnownOn("2022-12-31"), "memberships"));
    }

    @Test
    void anEmptySpanAloneIsAFaultAndHistoryDoesNotTouchTheGate() {
        files.with(
                "memberships",
                "cluster_id,school_code,joined_on,left_on,recorded_on",
                "C1,S1,2020-09-01,2020-09-01,2020-10-01");
        assertTrue(rules(files.read(), "memberships").contains("K07"));
        files.with(
                "memberships",
                "cluster_id,school_code,joined_on,role,recorded_on",
                "C1,S1,2020-09-01,MEMBER,2020-10-01",
                "C1,S1,2020-09-01,LEAD,2020-11-01");
        files.settings("");
        assertEquals(null, files.read().refusal());
    }

    @Test
    void aTableThatShrinksIsToldAndOneThatHalvesIsRefused() {
        files.with("facilities", "school_code,year,computers", "S1,2023,5", "S2,2023,6");
        Delivery delivery = files.read();
        assertEquals(delivery, before("facilities", 2, delivery));
        String refused = said(before("facilities", 12, delivery));
        assertTrue(refused.contains("G05 facilities: is smaller") && refused.contains("12 → 2"), refused);
        files.file("w.csv", WAIVER + "facilities,G05,合并,王某,2024-09-01\n").settings("waivers: w.csv\n");
        assertEquals(null, before("facilities", 12, files.read()).refusal());
        files.file("run/manifest.json", "{\"evaluation\": \"another\"}");
        assertEquals(delivery, Shrinkage.judged(delivery, files.evaluation(), folder.resolve("run")));
    }

    private Delivery before(String table, int rows, Delivery now) {
        files.file("run/manifest.json", "{\"evaluation\": \"e\"}");
        files.file("run/check/csv/quality.csv", "input_table,file,rule,rows_in\n" + table + ",,," + rows + "\n");
        return Shrinkage.judged(now, files.evaluation(), folder.resolve("run"));
    }

    @Test
    void theReportNamesThePlaceTheFixAndWhatCanBeComputed() throws IOException {
        files.with("facilities", "school_code,year,computers,multimedia_classrooms", "S1,2023,<b>5,7", "S2,2023,6,7");
        Delivery delivery = files.read();
        Path check = Files.createDirectories(folder.resolve("check"));
        CheckFolder.writeReport(check, delivery);
        String page = Files.readString(check.resolve("quality.html"));
        assertTrue(page.contains("<td>facilities</td><td>2</td><td>1</td><td>1</td>"), page);
        assertTrue(page.contains("<td>2</td><td>computers</td><td>&quot;&lt;b&gt;5&quot;</td>"), page);
        assertTrue(page.contains("give a number") && !page.contains("<b>5"), page);
        assertTrue(page.contains("<td>resource.level R7</td>"), page);
        assertTrue(page.contains("<td>能 yes</td><td>1</td>"), page);
        assertTrue(page.contains("<td>不能 no</td><td>0</td><td>staff.backbone_teachers</td>"), page);
        try (ZipFile book = new ZipFile(check.resolve("quality.xlsx").toFile())) {
            assertTrue(book.size() > 3);
        }
    }

    @Test
    void noByteWrittenHoldsAPupil() throws IOException {
        String id = "G53010120100101X937";
        files.with("school_scores", "school_code,year,grade,subject,full_mark", "S1,2023,6,math,100");
        files.with("pupils", "pupil_id,sex,boarder,note", id + ",F,true,ok", id + ",M,false,ok", "," + id + ",x," + id);
        files.with(
                "pupil_scores",
                "pupil_id,year,grade,subject,school_code,score",
                id + ",2023,6,math,S1,80",
                id + ",2023,6,math,S1,81",
                id + ",2023,6,math," + id + ",81",
                id + ",2023,6,music,S1," + id,
                id + ",2023,6,music,S1,937937",
                id + "," + id + ",6,art,S1,5",
                id + ",2023,6,art,S1,5," + id);
        Delivery delivery = files.read();
        assertEquals("7 1 6", account(delivery, "pupil_scores"), said(delivery));
        CheckFolder.write(folder.resolve("check"), delivery);
        CheckFolder.writeReport(folder.resolve("check"), delivery);
        assertFalse(said(delivery).contains("937"), said(delivery));
        assertFalse(delivery.toString().contains(id));
        assertFalse(delivery.table("pupil_scores")
                .dataset()
                .queryExecution()
                .toString()
                .contains(id));
        for (Path file : written()) {
            String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertFalse(bytes.contains("G5301012010"), file.toString());
            assertFalse(file.toString().endsWith(".csv") && bytes.contains("937937"), file.toString());
        }
        assertFalse(Objects.requireNonNull(delivery.keyId()).isEmpty());
    }

    private List<Path> written() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(p -> !p.startsWith(folder.resolve("data")))
                    .toList();
        }
    }
}
