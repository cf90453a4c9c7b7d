package org.junheng.jobs.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

class SummaryTablesTest {
    @TempDir
    Path run;

    @Test
    void anIdIsTextAndKeepsItsZeros() throws IOException {
        csv("subjects", "subject_type,subject_id,name,county_code", "county,0012,零县,", "school,007,七校,0012");
        csv("measures", MEASURES, "valueadded.school,m,school,007,2024,,,6,score:math,1.5,score,0.5,0.52,2.48,OK,");
        Table schools = SummaryTables.of(run).valueAdded();
        assertEquals(ColumnType.STRING, schools.column("school_code").type());
        assertEquals("007", schools.stringColumn("school_code").get(0));
        assertEquals("0012", schools.stringColumn("county_code").get(0));
        assertEquals("零县", schools.stringColumn("county").get(0));
    }

    @Test
    void onlyAnIntervalWithoutZeroSetsASchoolApartFromAverage() throws IOException {
        csv(
                "measures",
                MEASURES,
                "valueadded.school,m,school,1,2024,,,6,score:math,2,score,1,0.04,3.96,OK,",
                "valueadded.school,m,school,2,2024,,,6,score:math,1.9,score,1,-0.06,3.86,OK,",
                "valueadded.school,m,school,3,2024,,,6,score:math,-2,score,1,-3.96,-0.04,LOW_EVIDENCE,少 | few",
                "valueadded.school,m,school,4,2024,,,6,score:math,1,score,0.5,0,2,OK,",
                "valueadded.school,m,school,5,2024,,,6,score:math,,score,,,,SUPPRESSED,少 | few");
        Table schools = SummaryTables.of(run).valueAdded();
        assertEquals(
                List.of("ABOVE", "AVERAGE", "BELOW", "AVERAGE", ""),
                schools.stringColumn("band").asList());
        assertTrue(schools.doubleColumn("value").isMissing(4), "a suppressed value is missing, not 0");
    }

    @Test
    void theSevenTestsOfACountyStandInOneRowWithTheirVerdicts() throws IOException {
        csv("subjects", "subject_type,subject_id,name,county_code", "county,01,甲,01", "school,5,校,01");
        csv(
                "judgements",
                JUDGEMENTS,
                "R-CV,county,01,2024,PRIMARY,R1,0.49,<=,0.50,PASS,false",
                "R-CV,county,01,2024,PRIMARY,R2,0.501787,<=,0.50,FAIL,true",
                "R-CV,county,01,2024,PRIMARY,R6,,<=,0.50,NOT_ASSESSED,",
                "R-SCHOOL,stage_school,5:PRIMARY,2024,PRIMARY,,,>=,6 of 7,PASS,",
                "R-SCHOOL,county,01,2024,PRIMARY,,,,all,FAIL,",
                "B-COMPOSITE,county,01,2024,PRIMARY,,0.367503,<=,0.65,PASS,false");
        Cells row = Cells.of(SummaryTables.of(run).balance()).findFirst().orElseThrow();
        assertEquals(0.501787, row.number("cv_R2"));
        assertEquals("FAIL", row.text("verdict_R2"));
        assertEquals("R2", row.text("only_rounded"));
        assertEquals("NOT_ASSESSED", row.text("verdict_R6"));
        assertEquals(0.5, row.number("limit"));
        assertEquals(1, row.count("tests_pass"));
        assertEquals(1, row.count("tests_fail"));
        assertEquals(1, row.count("tests_undecided"));
        assertEquals(1, row.count("schools_pass"));
        assertEquals(0.0, row.number("schools_fail"), "the verdict on the county is not the verdict on a school");
        assertEquals(0.367503, row.number("composite_cv"));
    }

    @Test
    void aTrendHasAColumnPerYearAndTheLastChange() throws IOException {
        csv(
                "measures",
                MEASURES,
                "gap.cv,,county,01,2022,,PRIMARY,,R1,0.40,ratio,,,,OK,",
                "gap.cv,,county,01,2024,,PRIMARY,,R1,0.35,ratio,,,,OK,",
                "gap_change.cv,,county,01,2024,2022,PRIMARY,,R1,-0.05,ratio,,,,OK,",
                "gap_change.cv,,county,01,2023,2022,PRIMARY,,R1,-0.01,ratio,,,,OK,",
                "retention.yearly_rise,,county,01,2022,2021,PRIMARY,,,-0.01,ratio,,,,OK,",
                "gap.cv,,school,9,2024,,PRIMARY,,R1,9,ratio,,,,OK,");
        SummaryTables tables = SummaryTables.of(run);
        assertEquals(1, tables.gaps().rowCount(), "only areas have a gap between schools");
        Cells row = Cells.of(tables.gaps()).findFirst().orElseThrow();
        assertEquals(0.40, row.number("2022"));
        assertEquals(0.35, row.number("2024"));
        assertEquals(-0.05, row.number("change"), "the change of the last year, in whatever order rows come");
        assertEquals(2022, tables.baseline(), "not the year before, with which a yearly rise compares");
        assertEquals(2024, tables.lastYear());
    }

    @Test
    void whatIsMissingIsCountedByMetricAndReason() throws IOException {
        csv(
                "measures",
                MEASURES,
                "gap.gini,,county,01,2024,,PRIMARY,,R1,,ratio,,,,NOT_ASSESSED,无 | none",
                "gap.gini,,county,02,2024,,PRIMARY,,R1,,ratio,,,,NOT_ASSESSED,无 | none",
                "gap.gini,,county,03,2024,,PRIMARY,,R1,,ratio,,,,SUPPRESSED,少 | few",
                "gap.gini,,county,04,2024,,PRIMARY,,R1,0.1,ratio,,,,OK,");
        Table missing = SummaryTables.of(run).notAssessed();
        assertEquals(2, missing.rowCount());
        assertEquals(2, Cells.of(missing).findFirst().orElseThrow().count("count"));
    }

    @Test
    void reasonsThatDifferInTheirFiguresOnlyAreOne() throws IOException {
        csv(
                "measures",
                MEASURES,
                "valueadded.school,m,school,1,2024,,,6,score:math,,score,,,,SUPPRESSED,只有7人 | only 7",
                "valueadded.school,m,school,2,2024,,,6,score:math,,score,,,,SUPPRESSED,只有5人 | only 5",
                "valueadded.school,m,school,3,2024,,,6,score:math,,score,,,,SUPPRESSED,没有数据 | no data");
        Table missing = SummaryTables.of(run).notAssessed();
        assertEquals(2, missing.rowCount());
        assertEquals(
                List.of("只有5人 | only 5", "没有数据 | no data"),
                missing.stringColumn("reason").asList());
        assertEquals("数字各有不同 | figures vary", missing.stringColumn("varies").get(0));
    }

    @Test
    void aRunWithoutTablesGivesEmptyTables() {
        SummaryTables tables = SummaryTables.of(run);
        assertTrue(tables.years().isEmpty());
        assertTrue(tables.balance().isEmpty());
        assertFalse(tables.balance().columnNames().isEmpty());
    }

    private static final String MEASURES =
            "metric_id,model_id,subject_type,subject_id,year,base_year,stage,grade,facet,value,unit,se,ci_low,ci_high,status,reason";
    private static final String JUDGEMENTS =
            "rule_id,subject_type,subject_id,year,stage,facet,value,operator,standard,verdict,passes_only_rounded";

    private void csv(String table, String... lines) throws IOException {
        Files.createDirectories(run.resolve("csv"));
        Files.writeString(
                run.resolve("csv").resolve(table + ".csv"), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }
}
