package org.junheng.jobs.ingest;

import static org.junheng.jobs.ingest.DeliveredFiles.account;
import static org.junheng.jobs.ingest.DeliveredFiles.column;
import static org.junheng.jobs.ingest.DeliveredFiles.first;
import static org.junheng.jobs.ingest.DeliveredFiles.rules;
import static org.junheng.jobs.ingest.DeliveredFiles.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;
import org.junheng.jobs.SparkForTests;
import org.junheng.jobs.config.EvaluationReader;
import org.junheng.jobs.table.Inputs;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.table.Schools;
import org.junheng.jobs.table.Staff;
import org.junheng.subject.SchoolType;
import org.junheng.subject.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngestTest {
    private static final String SCORES = "school_code,year,grade,subject,tested_count,mean_score,full_mark,pass_share";

    @TempDir
    Path folder;

    @Test
    void givesTypedRowsThatTheirRecordsUnderstand() {
        Delivery delivery = delivery()
                .with("staff", "year,stage,school_code,pupil_count,backbone_teachers", "2023,PRIMARY,S1,120,7.5")
                .read();

        assertNull(delivery.refusal());
        Row row = first(delivery, "staff");
        assertEquals("data/staff.csv", row.getAs("source_file"));
        assertEquals(2L, row.<Long>getAs("source_row"));
        Staff staff = Schema.of(Staff.class).record(row);
        assertEquals(Stage.PRIMARY, staff.stage());
        assertEquals(120, staff.pupilCount());
        assertEquals(7.5, staff.backboneTeachers());
        assertNull(staff.peTeachers());
        assertEquals(
                Set.of("school_code", "year", "stage", "pupil_count", "backbone_teachers"),
                delivery.table("staff").filled());
        Schools school = Schema.of(Schools.class).record(first(delivery, "schools"));
        assertEquals(SchoolType.PRIMARY, school.schoolType());
        assertEquals(LocalDate.of(2000, 9, 1), school.openedOn());
    }

    @Test
    void givesEveryTableOfTheContractEvenIfItIsNotDelivered() {
        Delivery delivery = delivery().read();

        for (Schema<?> schema : Inputs.ALL) {
            CheckedTable table = delivery.table(schema.table());
            List<String> columns = Arrays.asList(table.dataset().columns());
            assertTrue(columns.containsAll(schema.names()), schema.table());
            if (!schema.table().equals("schools")) {
                assertEquals(0, table.dataset().count());
                assertEquals(Set.of(), table.filled());
            }
        }
    }

    @Test
    void bothOfTwoConflictingRowsLeaveAndOneOfTwoIdenticalOnes() {
        Delivery delivery = delivery()
                .with(
                        "school_scores",
                        SCORES,
                        "S1,2023,6,math,20,80,100,0.9",
                        "S1,2023,6,chinese,20,70,100,0.9",
                        "S1,2023,6,math,20,81,100,0.9",
                        "S1,2023,6,chinese,20,70.0,100,0.9",
                        "S2,2023,9,math,20,80,100,0.9")
                .read();

        assertEquals("5 2 3", account(delivery, "school_scores"));
        assertEquals("3 6", column(delivery, "school_scores", "source_row"));
        assertTrue(said(delivery).contains("K02 data/school_scores.csv, row 2: contradicts row 4"));
        assertTrue(said(delivery).contains("K02 data/school_scores.csv, row 4: contradicts row 2"));
        assertTrue(said(delivery).contains("K01 data/school_scores.csv, row 5: is identical to row 3"));
    }

    @Test
    void rowsLeaveALargeTableAfterItWentToAFile() {
        StringBuilder scores = new StringBuilder("school_code,year,grade,subject,mean_score\n");
        for (int i = 0; i < 3_000; i++) {
            scores.append("S1,2023,6,s").append(i).append(",80\n");
        }
        scores.append("S1,2023,6,s7,81\nS1,2023,6,s8,80\n");
        Delivery delivery =
                delivery().with("school_scores", scores.toString().strip()).read();

        assertEquals("3002 2999 3", account(delivery, "school_scores"));
        assertEquals(2999, delivery.table("school_scores").dataset().count());
        assertEquals(
                0,
                delivery.table("school_scores")
                        .dataset()
                        .filter("source_row in (9, 3002, 3003)")
                        .count());
    }

    @Test
    void checksMembershipsAgainstEachOther() {
        Delivery delivery = delivery()
                .with("clusters", "cluster_id,cluster_type", "C1,EDUCATION_GROUP", "C2,SCHOOL_DISTRICT")
                .with(
                        "memberships",
                        "cluster_id,school_code,joined_on,left_on,role",
                        "C1,S1,2020-09-01,2022-09-01,LEAD",
                        "C1,S2,2021-09-01,,LEAD",
                        "C2,S1,2020-09-01,,MEMBER",
                        "C2,S1,2021-09-01,2022-09-01,MEMBER",
                        "C2,S2,2022-09-01,2022-09-01,MEMBER",
                        "C9,S2,2022-09-01,,MEMBER",
                        "C2,S2,2023-09-01,,MEMBER")
                .read();

        assertEquals("7 2 5", account(delivery, "memberships"));
        assertEquals("4 8", column(delivery, "memberships", "source_row"));
        String said = said(delivery);
        assertTrue(said.contains("K05 data/memberships.csv, row 2, column cluster_id: \"C1\" - is lead"), said);
        assertTrue(said.contains("K06 data/memberships.csv, row 5, column joined_on"), said);
        assertTrue(said.contains("K07 data/memberships.csv, row 6, column left_on"), said);
        assertTrue(said.contains("K03 data/memberships.csv, row 7, column cluster_id: \"C9\""), said);
        assertTrue(said.contains("K04 memberships: clusters without a lead school: C1, C2"), said);
    }

    @Test
    void checksFiguresAgainstEachOther() {
        Delivery delivery = delivery()
                .with(
                        "staff",
                        "school_code,year,stage,full_time_teacher_count,backbone_teachers",
                        "S1,2023,JUNIOR,5,1",
                        "S1,2023,PRIMARY,5,6")
                .with(
                        "survey_counts",
                        "school_code,year,respondent_group,item,satisfied,neutral,issued_count",
                        "S1,2023,PARENT,overall,6,5,10",
                        "S2,2023,PARENT,overall,5,5,10")
                .with(
                        "retention",
                        "county_code,township,year,stage,registered_children,enrolled_locally",
                        "530102,T,2023,PRIMARY,100,101",
                        "530102,T,2023,JUNIOR,100,100")
                .with(
                        "facilities",
                        "school_code,year,equipment_value_10k_yuan",
                        "S1,2021,50",
                        "S1,2022,51",
                        "S1,2023,520000",
                        "S2,2023,7")
                .read();

        assertEquals("2 1 1", account(delivery, "staff"));
        assertEquals("K11 K12", rules(delivery, "staff"));
        assertEquals("K10", rules(delivery, "survey_counts"));
        assertEquals("2 1 1", account(delivery, "retention"));
        assertEquals("V08", rules(delivery, "facilities"));
        assertTrue(said(delivery).contains("row 4, column equipment_value_10k_yuan: \"520000\""));
    }

    @Test
    void readsFilesOfAFolderWithTheirColumnsInAnyOrder() {
        Delivery delivery = delivery()
                .input("staff", "data/staff")
                .file("data/staff/b.csv", "pupil_count,stage,school_code,year\n10,PRIMARY,S1,2023\n")
                .file("data/staff/a.csv", "school_code,year,stage,pupil_count\nS2,2023,JUNIOR,20\n")
                .file("data/staff/notes.txt", "see above")
                .read();

        assertEquals("20 10", column(delivery, "staff", "pupil_count"));
        assertEquals("data/staff/a.csv data/staff/b.csv", column(delivery, "staff", "source_file"));
        assertTrue(said(delivery).contains("F11 data/staff/notes.txt"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    none.csv     | x                                        | F01 data/none.csv
                    staff.csv    | ''                                       | F02
                    staff.csv    | school_code,year,stage,backbone_teacher\\nS1,2023,PRIMARY,1 | H03 data/staff.csv, row 1, column backbone_teacher: is an unknown column that probably means backbone_teachers
                    staff.csv    | school_code,stage,pupil_count\\nS1,PRIMARY,3 | H01 data/staff.csv, row 1, column year
                    staff.csv    | school_code,year,stage,stage\\nS1,2023,PRIMARY,PRIMARY | H04 data/staff.csv, row 1, column stage
                    staff.csv    | S1,2023,PRIMARY\\nS2,2023,JUNIOR         | H06
                    staff.csv    | school_code;year;stage\\nS1;2023;PRIMARY | S04
                    staff.csv    | school_code,year,stage\\nS1,2023,"PRIMARY\\n| S02 data/staff.csv, row 2
                    staff.csv    | school_code,year,stage\\nS1,2023,"PRI"MARY\\n| S02 data/staff.csv, row 2
                    staff.csv    | school_code,year,stage\\nS1,2023,PRIMARY\\nS2,20 | F04 data/staff.csv, row 3
                    staff.csv    | <html><body>log in</body></html>         | F07
                    _staff.csv   | school_code,year,stage\\nS1,2023,PRIMARY | F08
                    """)
    void refusesAFile(String name, String text, String sentence) {
        DeliveredFiles files = delivery().input("staff", "data/" + name);
        if (!name.equals("none.csv")) {
            files.file("data/" + name, text.replace("\\n", "\n"));
        }
        Delivery delivery = files.read();

        Refusal refusal = delivery.refusal();
        assertEquals(ExitStatus.REFUSED, refusal == null ? null : refusal.status());
        assertTrue(said(delivery).contains(sentence), said(delivery));
        assertEquals(
                sentence.substring(0, 3),
                rules(delivery, "staff").replace("S01", "").strip());
        assertThrows(Refusal.class, () -> delivery.table("schools"));
    }

    @Test
    void theGateStopsWhatIsMoreThanItsShare() {
        DeliveredFiles files =
                delivery().with("staff", "school_code,year,stage,pupil_count", "S1,2023,PRIMARY,x", "S2,2023,JUNIOR,3");

        assertNull(files.settings("").read().refusal());
        String text = """
                evaluation: e
                years: [2023]
                gate: {max_quarantined_share: %s}
                inputs: {schools: data/schools.csv, staff: data/staff.csv}
                """;
        assertNull(gated(files, text.formatted("0.5")).refusal());
        Delivery refused = gated(files, text.formatted("0.49"));
        assertTrue(said(refused).contains("G01 data/staff.csv: 1 / 2 rows are quarantined"), said(refused));
        assertEquals("2 1 1", account(refused, "staff"));
        assertTrue(refused.quarantine().containsKey("staff"));
    }

    private Delivery gated(DeliveredFiles files, String evaluation) {
        files.file("gated.yaml", evaluation);
        return Ingest.read(
                SparkForTests.session(),
                EvaluationReader.read(folder.resolve("gated.yaml"), Set.of()),
                folder.resolve("spill"));
    }

    @Test
    void namesTheYearAndTheCovariateThatTheDataLack() {
        Delivery delivery = delivery()
                .with("schools", "school_code,year,altitude", "S1,2022,1890")
                .settings("value_added:\n  - {id: v, outcome: {year: 2023, grade: 9}, subjects: [math], "
                        + "covariates: [altitude, school_mean_altitude, altitud]}\n")
                .read();

        assertTrue(said(delivery)
                .contains("Y01 evaluation.yaml (data/schools.csv), column year: there is no school in the year 2023"));
        assertTrue(
                said(delivery).contains("column altitud: no delivered column has this name; the nearest is altitude"));
        assertFalse(said(delivery).contains("column school_mean_altitude"));
        assertTrue(said(delivery).contains("H08 pupil_scores"));
    }

    @Test
    void keepsFurtherColumnsOfSchoolsAndPupilsOnly() {
        Delivery delivery = delivery()
                .with("schools", "school_code,year,lpop", "S1,2023,5.896760933305299")
                .with("staff", "school_code,year,stage,remark", "S1,2023,PRIMARY,none")
                .read();

        assertEquals("5.896760933305299", column(delivery, "schools", "lpop"));
        assertFalse(Arrays.asList(delivery.table("staff").dataset().columns()).contains("remark"));
        assertEquals("H05", rules(delivery, "staff"));
    }

    @Test
    void everyRuleHasItsTextsInBothLanguages() {
        for (Rule rule : Rule.values()) {
            assertFalse(rule.what("x").zh().isBlank() || rule.what("x").en().isBlank(), rule.code());
            assertFalse(rule.fix().zh().isBlank() || rule.fix().en().isBlank(), rule.code());
            assertFalse(rule.severity().name().isEmpty());
        }
        assertEquals(
                Rule.values().length,
                Arrays.stream(Rule.values()).map(Rule::code).distinct().count());
    }

    private DeliveredFiles delivery() {
        return new DeliveredFiles(folder);
    }
}
