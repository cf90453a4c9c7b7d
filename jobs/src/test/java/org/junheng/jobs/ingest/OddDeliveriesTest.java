package org.junheng.jobs.ingest;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junheng.jobs.ingest.DeliveredFiles.account;
import static org.junheng.jobs.ingest.DeliveredFiles.column;
import static org.junheng.jobs.ingest.DeliveredFiles.rules;
import static org.junheng.jobs.ingest.DeliveredFiles.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deliveries as nobody designs them: what can be read without a guess is read and told, the rest leaves under its reason. */
class OddDeliveriesTest {
    @TempDir
    Path folder;

    private DeliveredFiles files;

    @BeforeEach
    void delivery() {
        files = new DeliveredFiles(folder);
    }

    @Test
    void aSubjectIsOneHoweverItIsWritten() {
        files.with(
                        "school_scores",
                        "school_code,year,grade,subject,mean_score",
                        "S1,2023,1,math,80",
                        "S1,2023,2,Math,80",
                        "S1,2023,3,ＭＡＴＨ,80",
                        "S1,2023,4,数 学,80",
                        "S1,2023,5,Local Studies,80",
                        "S1,2023,6,maths,80")
                .with("county_inputs", "county_code,year,item,value", "530101,2023,Q9:数学,0.1");
        Delivery delivery = files.read();
        assertEquals("math math math math local studies maths", column(delivery, "school_scores", "subject"));
        assertEquals("Q9:math", column(delivery, "county_inputs", "item"));
        assertEquals("6 6 0", account(delivery, "school_scores"));
        assertEquals("E03 V21 V24", rules(delivery, "school_scores"));
        assertTrue(said(delivery).contains("may be one name written in several ways: math, maths"), said(delivery));
    }

    @Test
    void rowsThatAreNoDataLeaveWithoutClosingTheGate() {
        files.gate("0")
                .with(
                        "staff",
                        "云岭县教师统计表,,,",
                        "学校代码,学年,学段,在校生数",
                        "school_code,year,stage,pupil_count",
                        "S1,2023,小学,5",
                        "其中：女,,,2",
                        "合计,,,5",
                        "以上数据经核实无误,,,",
                        "2024年9月10日,,,");
        Delivery delivery = files.read();
        assertEquals("5 1 4", account(delivery, "staff"), said(delivery));
        assertEquals("S05 S06 S11 S13 V21", rules(delivery, "staff"));
        assertEquals(null, delivery.refusal());
        files.with("staff", "学校代码,学年,学段,在校生数", "S1,2023,小学,x", "合计,,,5");
        assertTrue(said(files.read()).contains("G01 data/staff.csv: 1 / 1 rows are quarantined"));
    }

    /** They count for the gate, as every fault does. */
    @ParameterizedTest
    @CsvSource({"#N/A", "#REF!", "#VALUE!", "#n/a"})
    void anErrorOfTheSpreadsheetInTheFirstColumnIsAFaultAndNoSubItem(String cell) {
        files.with("staff", "school_code,year,stage,pupil_count", "S1,2023,PRIMARY,5", cell + ",2023,PRIMARY,7");
        Delivery delivery = files.read();
        assertEquals("2 1 1", account(delivery, "staff"));
        assertTrue(
                said(delivery).contains("data/staff.csv, row 3, column school_code: \"" + cell + "\""), said(delivery));
        assertTrue(said(files.gate("0.4").read()).contains("G01 data/staff.csv: 1 / 2"), said(files.read()));
    }

    @ParameterizedTest
    @CsvSource({"clusters, cluster_id", "counties, county_code"})
    void aTableWithAHeaderAloneIsToldAndCallsNoCodeUnknown(String table, String header) {
        files.gate("0")
                .with(table, header)
                .with("memberships", "cluster_id,school_code,joined_on", "C1,S1,2021-09-01")
                .with("retention", "county_code,township,year,stage", "530101,T,2023,PRIMARY");
        Delivery delivery = files.read();
        assertEquals(null, delivery.refusal(), said(delivery));
        assertEquals("0 0 0", account(delivery, table));
        assertTrue(rules(delivery, table).contains("F10"), rules(delivery, table));
        assertEquals("1 1 0", account(delivery, "memberships"));
        assertEquals("1 1 0", account(delivery, "retention"));
    }

    @Test
    void aPackedFileUnderANameOfTextIsRefused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("school_code,year,stage\nS1,2023,PRIMARY\n".getBytes(UTF_8));
        }
        files.with("staff", "");
        Files.write(folder.resolve("data/staff.csv"), packed.toByteArray());
        assertTrue(said(files.read()).contains("F07 data/staff.csv"), said(files.read()));
        Files.write(folder.resolve("data/staff.csv.gz"), packed.toByteArray());
        assertEquals("1 1 0", account(files.input("staff", "data/staff.csv.gz").read(), "staff"));
    }

    @Test
    void anIdentityNumberIsRefusedInEveryColumnAndNeverShown() throws IOException {
        files.with(
                "schools",
                "school_code,year,school_name,altitude",
                "S1,2023,一小,1890",
                "S2,2023,539901201001011234,1890",
                "G539901201001011234,2023,二小,1890",
                "S4,2023,三小,53990120100101123X",
                "S5,2023,联系人 539901201001011234,x");
        Delivery delivery = files.read();
        assertEquals("5 2 3", account(delivery, "schools"), said(delivery));
        assertTrue(rules(delivery, "schools").contains("V25"));
        assertFalse(said(delivery).contains("5399012010"), said(delivery));
        Path quarantine = delivery.quarantine().get("schools");
        assertFalse(Files.readString(quarantine).contains("5399012010"));
    }

    @Test
    void aMergedCellIsMeantInEveryRowThatItCovers() {
        new Books()
                .sheet(
                        "s",
                        List.of("A1:D1", "A3:A5", "B3:B4", "A7:A8"),
                        "云岭县教师统计表",
                        "school_code|year|stage|pupil_count",
                        "S1|2023|PRIMARY|5",
                        "||JUNIOR|6",
                        "|2022|JUNIOR|7",
                        "|2021|JUNIOR|7",
                        "注：截至9月1日|||",
                        "|||")
                .write(files.place("data/staff.xlsx"));
        files.with("schools", "school_code,year,school_type", "S1,2023,NINE_YEAR", "S2,2023,JUNIOR");
        Delivery delivery = files.input("staff", "data/staff.xlsx").read();
        assertEquals("5 3 2", account(delivery, "staff"), said(delivery));
        assertEquals("S1 S1 S1", column(delivery, "staff", "school_code"));
        assertEquals("2023 2023 2022", column(delivery, "staff", "year"));
        assertEquals("S05 S13 S14 V13", rules(delivery, "staff"));
        assertTrue(said(delivery).contains("S14 data/staff.xlsx, row 4, column school_code: \"S1\" - a merged cell"));
    }

    @ParameterizedTest
    @CsvSource({"，,S04", "|,S04", ";,S04"})
    void otherSeparatorsAreNamed(String separator, String code) {
        files.file("data/staff.csv", "school_code,year,stage\nS1,2023,PRIMARY\n".replace(",", separator));
        Delivery delivery = files.input("staff", "data/staff.csv").read();
        assertTrue(said(delivery).contains(code + " data/staff.csv: the cells are separated by " + separator));
    }

    @Test
    void quotedTabsAreTabs() {
        files.file("data/staff.csv", "\"school_code\"\t\"year\"\t\"stage\"\n\"S1\"\t\"2023\"\t\"PRIMARY\"\n");
        assertEquals("1 1 0", account(files.input("staff", "data/staff.csv").read(), "staff"));
    }

    @Test
    void aMarkOfAnotherCharsetContradictsTheDeclaredOne() throws IOException {
        files.input("schools", "{path: data/schools.csv, encoding: GBK}");
        Files.write(files.place("data/schools.csv"), "\uFEFFschool_code,year\nS1,2023\n".getBytes(UTF_16LE));
        assertTrue(said(files.read())
                .contains("E07 data/schools.csv: the declared encoding is not that of the content: GBK ≠ UTF-16LE"));
    }

    @Test
    void aNameOfSeveralYearsSaysNoYear() {
        files.file("data/2021-2023学年.csv", "school_code,stage\nS1,PRIMARY\n");
        assertTrue(said(files.input("staff", "data/2021-2023学年.csv").read())
                .contains("column year: the key column is missing"));
        files.file("data/2022-2023学年.csv", "school_code,stage\nS1,PRIMARY\n");
        assertEquals("2022", column(files.input("staff", "data/2022-2023学年.csv").read(), "staff", "year"));
    }
}
