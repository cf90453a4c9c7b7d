package org.junheng.jobs.ingest;

import static org.junheng.jobs.ingest.DeliveredFiles.account;
import static org.junheng.jobs.ingest.DeliveredFiles.column;
import static org.junheng.jobs.ingest.DeliveredFiles.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A got a new code twice, B was merged into C in time and D after the last evaluated year, E was split. */
class CountyCodesTest {
    @TempDir
    Path folder;

    private DeliveredFiles files;

    @BeforeEach
    void delivery() {
        files = new DeliveredFiles(folder)
                .with(
                        "county_links",
                        "county_code,successor_code,effective_on,link_type",
                        "A,A2,2021-09-01,RENAMED",
                        "A2,A3,2022-09-01,",
                        "B,C,2023-06-01,MERGED",
                        "D,C,2024-09-01,MERGED",
                        "E,F,2022-09-01,SPLIT",
                        "E,G,2022-09-01,SPLIT")
                .with("counties", "county_code", "A", "A2", "A3", "B", "C", "D", "E", "F", "G");
    }

    @Test
    void rowsOfAllYearsSpeakOfTheCountiesOfTheLast() {
        files.with(
                "schools",
                "school_code,year,county_code",
                "S1,2021,A",
                "S1,2022,A2",
                "S1,2023,A3",
                "S2,2023,B",
                "S3,2023,D",
                "S4,2021,E");
        Delivery delivery = files.read();
        assertEquals("A3 A3 A3 C D E", column(delivery, "schools", "county_code"));
        assertEquals("6 6 0", account(delivery, "schools"));
        assertTrue(
                said(delivery)
                        .contains(
                                "K20 data/schools.csv, row 2, column county_code: \"A\" - was put under county A3 as county_links says (3 rows)"),
                said(delivery));
    }

    @Test
    void aSchoolOfASplitCountyGoesWhereItIsListedOrWhereItLiesLater() {
        files.with(
                        "county_links",
                        "county_code,successor_code,effective_on,link_type,school_code,township",
                        "E,F,2022-09-01,SPLIT,S1,",
                        "E,G,2022-09-01,SPLIT,,河东镇",
                        "G,G2,2023-09-01,RENAMED,,",
                        "H,K,2022-09-01,SPLIT,,")
                .with("counties", "county_code", "E", "F", "G", "G2", "H", "K")
                .with(
                        "schools",
                        "school_code,year,county_code,township",
                        "S1,2021,E,城关镇",
                        "S2,2021,E,河东镇",
                        "S3,2021,E,城关镇",
                        "S3,2022,F,城关镇",
                        "S4,2021,E,城关镇",
                        "S5,2022,E,城关镇",
                        "S6,2021,H,",
                        "S6,2023,K,",
                        "S8,2021,E,",
                        "S8,2023,G2,",
                        "S7,2021,H,",
                        "S7,2023,H,")
                .with("retention", "county_code,township,year,stage", "E,河东镇,2021,PRIMARY", "E,城关镇,2021,PRIMARY")
                .with("clusters", "cluster_id,county_code", "C1,E");
        Delivery delivery = files.read();
        assertEquals("F G2 F F E K K G2 G2 H H", column(delivery, "schools", "county_code"));
        assertEquals("12 11 1", account(delivery, "schools"));
        assertEquals("G2 E", column(delivery, "retention", "county_code"));
        assertTrue(
                said(delivery)
                        .contains(
                                "K22 data/schools.csv, row 6, column county_code: \"E\" - was later split into F, G and nothing says where this went; it stays under the old county. Fix: list"),
                said(delivery));
        assertTrue(
                said(delivery)
                        .contains(
                                "K23 data/schools.csv, row 7, column county_code: \"E\" - is a county that was split into F, G"),
                said(delivery));
        assertTrue(said(delivery).contains("K22 data/clusters.csv, row 2"), said(delivery));
    }

    /** Two counties' budgets are not one, but a county is the same under its new code. */
    @Test
    void whatACountyStatedOfItselfFollowsItsCodeAndNoMerger() {
        files.with("county_inputs", "county_code,year,item,value", "A,2021,x,1", "B,2021,x,2", "C,2021,x,3")
                .with(
                        "evidence",
                        "rule_id,subject_type,subject_id,year,verdict",
                        "G1,county,A,2021,PASS",
                        "G1,school,S1,2021,PASS");
        Delivery delivery = files.read();
        assertEquals("A3 B C", column(delivery, "county_inputs", "county_code"));
        assertEquals("A3 S1", column(delivery, "evidence", "subject_id"));
    }
}
