package org.junheng.jobs.ingest;

import static org.junheng.jobs.ingest.DeliveredFiles.account;
import static org.junheng.jobs.ingest.DeliveredFiles.column;
import static org.junheng.jobs.ingest.DeliveredFiles.rules;
import static org.junheng.jobs.ingest.DeliveredFiles.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.spark.sql.functions;
import org.junheng.jobs.SparkForTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks, Parquet, forms and county sheets, and what the evaluation says of files that no rule fits. */
class FormatsTest {
    private static final String HEAD = "school_code|year|computers|books";

    @TempDir
    Path folder;

    private DeliveredFiles files;

    @BeforeEach
    void delivery() {
        files = new DeliveredFiles(folder);
    }

    private Delivery facilities(Books book) {
        book.write(folder.resolve("data/facilities.xlsx"));
        return files.input("facilities", "data/facilities.xlsx").read();
    }

    @Test
    void everySheetWithTheTableIsReadAndTheOthersAreTold() {
        Delivery delivery = facilities(new Books()
                .sheet("填表说明", "请按学校填写", "不要改动表头")
                .sheet("甲县", HEAD, "S1|2023|1|10")
                .sheet("乙县", HEAD, "S2|2023|2|20"));
        assertEquals("2 2 0", account(delivery, "facilities"));
        assertEquals("2 1", column(delivery, "facilities", "computers"));
        assertTrue(said(delivery).contains("facilities.xlsx#填表说明: is no data file"), said(delivery));
    }

    @Test
    void aFormulaIsItsStoredValueAndWithoutOneTheRowLeaves() {
        Delivery delivery = facilities(new Books()
                .sheet("s", HEAD, "S1|2023|<c><f>1+2</f><v>3</v></c>|10", "S2|2023|<c><f>SUM(A1)</f></c>|20"));
        assertEquals("2 1 1", account(delivery, "facilities"));
        assertEquals("3", column(delivery, "facilities", "computers"));
        assertTrue(said(delivery).contains("column computers: \"3\" - a formula was read as its stored value"));
        assertTrue(said(delivery).contains("row 3, column computers: \"=SUM(A1)\" - is a formula without"));
    }

    @Test
    void numbersAreReadDigitByDigitAndDaysByTheirFormat() {
        new Books()
                .format("yyyy&quot;年&quot;m&quot;月&quot;")
                .sheet(
                        "s",
                        "cluster_id|school_code|joined_on|share|approval_document",
                        "C1|S1|<c s=\"1\"><v>45170</v></c>|<c><v>0.28999999999999998</v></c>|<c><v>1.2E3</v></c>",
                        "C1|S2|<c s=\"1\"><v>45175</v></c>||<c><v>2023</v></c>")
                .write(folder.resolve("data/memberships.xlsx"));
        Delivery delivery = files.input("memberships", "data/memberships.xlsx").read();
        assertEquals("2023-09-01 2023-09-06", column(delivery, "memberships", "joined_on"));
        assertEquals("MONTH null", column(delivery, "memberships", "joined_on_precision"));
        assertEquals("0.29 null", column(delivery, "memberships", "share"));
        assertEquals("1200 2023", column(delivery, "memberships", "approval_document"));
    }

    @Test
    void aDocumentTypeAndAnEndlessArchiveAreRefusedAtOnce() throws IOException {
        Books hostile = new Books().doctype("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>");
        assertTrue(said(facilities(hostile.sheet("s", HEAD, "S1|2023|1|&e;"))).contains("F04 data/facilities.xlsx"));
        Path bomb = folder.resolve("data/facilities.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("_rels/.rels"));
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                zip.write(block);
            }
        }
        Delivery delivery = assertTimeout(Duration.ofSeconds(5), () -> files.input("facilities", "data/facilities.xlsx")
                .read());
        assertTrue(said(delivery).contains("F12 data/facilities.xlsx")
                || said(delivery).contains("F04 data/"));
    }

    @Test
    void aCountySheetIsReadByThePathsOfItsMergedHeader() {
        Delivery delivery = facilitiesAsStaff(new Books()
                .sheet(
                        "s",
                        List.of("A1:L1", "A2:A5", "B2:B5", "C2:D2", "E2:J2", "E3:E5", "F3:G3", "H3:J3", "H4:J4"),
                        "云岭县小学基本情况(2023)",
                        "学校(机构)标识码|学　年|在校生数||专任教师|||||||备注",
                        "||合计|其中：女|专任教师数|#按学历分||#按授课课程分",
                        "|||||本科|专科|艺术",
                        "|||||||计|音乐|美术",
                        "<c><v>7</v></c>|2023|100|48|9|8|1|2|1|1|x",
                        "S1|2023-2024学年|120|60|10|6|3|3|1|2|好",
                        "#女||60|60|||||||",
                        "合　计||120|60|10|6|3|3|1|2|"));
        assertEquals("4 1 3", account(delivery, "staff"), said(delivery));
        assertEquals("120", column(delivery, "staff", "pupil_count"));
        assertEquals("10.0", column(delivery, "staff", "full_time_teacher_count"));
        assertEquals("6.0", column(delivery, "staff", "bachelor_teachers"));
        assertEquals("3.0", column(delivery, "staff", "arts_teachers_total"));
        assertEquals("PRIMARY", column(delivery, "staff", "stage"));
        assertTrue(said(delivery).contains("PRIMARY was taken from the file's name"), said(delivery));
    }

    private Delivery facilitiesAsStaff(Books book) {
        book.write(folder.resolve("data/小学.xlsx"));
        return files.input("staff", "data/小学.xlsx").read();
    }

    @Test
    void theUnitOfAHeadingIsBelieved() {
        files.with("facilities", "学校代码,学年度,教学仪器设备值(元)", "S1,2023,\"1,234,500\"", "S2,2023,0");
        Delivery delivery = files.read();
        assertEquals("123.45 0.0", column(delivery, "facilities", "equipment_value_10k_yuan"));
        assertTrue(said(delivery).contains("converted from its declared unit"), said(delivery));
        files.with("school_scores", "学校代码,学年,年级,科目,优秀率（％）", "S1,2023,6,math,12.5");
        assertEquals("0.125", column(files.read(), "school_scores", "excellent_share"));
    }

    @Test
    void whatNoRuleFitsIsSaidInTheEvaluation() {
        files.file("data/odd.tsv", "代号\t类\t人数\t姓名\nS1\t小\t5\t张三\nS2\t中\t6\t李四\n");
        files.input("staff", """
                {path: data/odd.tsv, drop: [姓名], columns: {school_code: 代号, year: {constant: 2023},
                    stage: {column: 类, values: {小: PRIMARY, 中: JUNIOR}}, pupil_count: 人数}}""");
        Delivery delivery = files.read();
        assertEquals("2 2 0", account(delivery, "staff"), said(delivery));
        assertEquals("PRIMARY JUNIOR", column(delivery, "staff", "stage"));
        assertEquals("5 6", column(delivery, "staff", "pupil_count"));
        assertTrue(said(delivery).contains("these columns were not read as evaluation.yaml declares: 姓名"));
    }

    @Test
    void aMappedHeadingThatIsNotThereIsRefusedWithTheNearest() {
        files.with("staff", "school_code,year,stage,学生总人数", "S1,2023,PRIMARY,5");
        files.input("staff", "{path: data/staff.csv, columns: {pupil_count: 学生总数}}");
        assertTrue(
                said(files.read())
                        .contains(
                                "column 学生总数: the heading that evaluation.yaml names is not in the file; the nearest is 学生总人数"));
    }

    @Test
    void parquetIsReadAndADamagedOneRefused() throws IOException {
        Path parquet = folder.resolve("data/facilities.parquet");
        SparkForTests.session()
                .sql("select 'S1' as school_code, 2023 as year, 5L as computers, 1.25 as equipment_value_10k_yuan"
                        + " union all select 'S2', 2023, null, 2.5")
                .withColumn("books", functions.lit(7.0))
                .coalesce(1)
                .write()
                .parquet(parquet.toString());
        Delivery delivery = files.input("facilities", "data/facilities.parquet").read();
        assertEquals("2 2 0", account(delivery, "facilities"), said(delivery));
        assertEquals("5 null", column(delivery, "facilities", "computers"));
        assertEquals("1.25 2.5", column(delivery, "facilities", "equipment_value_10k_yuan"));
        assertEquals("7 7", column(delivery, "facilities", "books"));
        Path part;
        try (var all = Files.list(parquet)) {
            part = all.filter(p -> p.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(part);
        bytes[12] ^= 4;
        Files.write(part, bytes);
        assertTrue(rules(files.read(), "facilities").contains("F04"));
    }

    @Test
    void whatAnEditorLeavesInAFolderIsToldAndAStarIsNoPartOfAName() {
        files.file("data/设施/~$a.xlsx", "\u0005lock");
        files.file("data/设施/a.csv", "*学校代码,学年*,计算机台数（台）\nS1,2023,5\n");
        Delivery delivery = files.input("facilities", "data/设施").read();
        assertEquals("1 1 0", account(delivery, "facilities"), said(delivery));
        assertTrue(rules(delivery, "facilities").contains("F11"));
        assertEquals("5", column(delivery, "facilities", "computers"));
    }

    @Test
    void anErrorOfTheSpreadsheetIsNotMissing() {
        Delivery delivery = facilities(new Books()
                .sheet("s", HEAD, "S1|2023|<c t=\"e\"><v>#DIV/0!</v></c>|10", "S2|2023|<c t=\"b\"><v>1</v></c>|20"));
        assertEquals("2 0 2", account(delivery, "facilities"));
        assertEquals("V01 V19", rules(delivery, "facilities"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"data/facilities.csv.g{", "data/[", "data/{a,*"})
    void whatIsNoPatternNamesNoFile(String path) {
        Delivery delivery = files.input("facilities", path).read();
        assertTrue(delivery.refusal() != null);
        assertTrue(said(delivery).contains("F01 " + path), said(delivery));
    }
}
