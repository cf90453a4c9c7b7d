package org.junheng.jobs.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junheng.balance.Resource;
import org.junheng.jobs.table.Schools;
import org.junheng.jobs.table.Staff;
import org.junheng.subject.SchoolType;
import org.junheng.subject.Stage;
import org.junit.jupiter.api.Test;

/** Campuses that do not count as schools: into which school each is merged for the resource check, and which stand alone. */
class CampusesTest {
    private final List<Schools> schools = new ArrayList<>();
    private final List<Staff> staff = new ArrayList<>();

    /** 100 * (1 + 2 + 6) / (100 + 100 + 100) */
    @Test
    void aCampusOfACampusIsMergedIntoTheSchoolThatCounts() {
        school("whole", true, null, 1.0).school("campus", false, "whole", 2.0).school("point", false, "campus", 6.0);
        assertEquals(Map.of("whole", 3.0), levels());
        assertEquals(Map.of("whole", ""), reasons());
    }

    /** 100 * (2 + 6) / (100 + 100); the school of the campus was not delivered. */
    @Test
    void withoutASchoolThatCountsTheLastOneDeliveredStandsForItsCampusesAndIsFlagged() {
        school("campus", false, "elsewhere", 2.0).school("point", false, "campus", 6.0);
        assertEquals(Map.of("campus", 4.0), levels());
        assertEquals(true, reasons().get("campus").contains("stands alone"));
    }

    @Test
    void whatHasNoParentOrGoesRoundInACircleStandsAloneAndIsFlagged() {
        school("none", false, null, 1.0)
                .school("self", false, "self", 2.0)
                .school("here", false, "there", 3.0)
                .school("there", false, "here", 4.0);
        assertEquals(Map.of("none", 1.0, "self", 2.0, "here", 3.0, "there", 4.0), levels());
        assertEquals(
                4,
                reasons().values().stream()
                        .filter(reason -> reason.contains("stands alone"))
                        .count());
    }

    private CampusesTest school(String code, boolean counts, @Nullable String parent, double aboveDegree) {
        schools.add(new Schools(
                code,
                2021,
                null,
                "510101",
                null,
                SchoolType.PRIMARY,
                null,
                null,
                counts,
                parent,
                null,
                null,
                null,
                null,
                null,
                null));
        staff.add(new Staff(
                code,
                2021,
                Stage.PRIMARY,
                100L,
                null,
                aboveDegree,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null));
        return this;
    }

    private Map<String, Double> levels() {
        Map<String, Double> levels = new TreeMap<>();
        points().forEach(row -> levels.put(row.getAs("school_code"), row.getAs("value")));
        return levels;
    }

    private Map<String, String> reasons() {
        Map<String, String> reasons = new TreeMap<>();
        points().forEach(row -> reasons.put(row.getAs("school_code"), row.getAs("reason")));
        return reasons;
    }

    private List<Row> points() {
        Tables tables = ExamTables.tables(Map.of(
                "schools", ExamTables.table(Schools.class, schools), "staff", ExamTables.table(Staff.class, staff)));
        return SchoolPanel.of(SchoolYears.of(tables, List.of(2021)).rows(), tables, List.of(Resource.R1))
                .list()
                .stream()
                .filter(row -> row.getAs("kind").equals(PanelPoint.Kind.RESOURCE.name()))
                .toList();
    }
}
