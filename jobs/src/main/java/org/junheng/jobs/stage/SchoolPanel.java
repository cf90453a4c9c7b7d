package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junheng.balance.Campus;
import org.junheng.balance.Population;
import org.junheng.balance.Premises;
import org.junheng.balance.Resource;
import org.junheng.balance.ResourceLevel;
import org.junheng.balance.StageStaff;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.stage.PanelPoint.Kind;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.table.Staff;
import org.junheng.metric.Absent;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.subject.Stage;

/**
 * The school itself as rows of the panel: that it is there, the places of its stages, and the resources per pupil of every stage, campuses merged
 * and shared premises split (contract 5.2).
 */
public final class SchoolPanel {
    private static final ResourceLevel LEVEL = new ResourceLevel();
    private static final Schema<PanelPoint> POINT = Schema.of(PanelPoint.class);
    private static final Schema<SchoolYear> SCHOOL = Schema.of(SchoolYear.class);
    private static final Schema<Staff> STAFF = Schema.of(Staff.class);
    private static final List<String> PLACE = List.of("school_code", "year");
    private static final List<String> PREMISES = List.of(
            "teaching_auxiliary_area_m2",
            "indoor_sports_area_m2",
            "sports_ground_area_m2",
            "equipment_value_10k_yuan",
            "multimedia_classrooms",
            "computers",
            "books");

    private SchoolPanel() {}

    static Rows of(Rows schoolYears, Tables tables, List<Resource> resources) {
        Rows facilities = tables.rows("facilities")
                .only(Stream.concat(PLACE.stream(), PREMISES.stream()).toList());
        StructType housed = facilities.struct().add("has_premises", DataTypes.BooleanType, false);
        Rows premises =
                facilities.each(housed, row -> List.of(housed(row, housed)).iterator());
        return schoolYears
                .joined(tables.rows("staff").only(STAFF.names()), PLACE, Rows.Unmatched.STAYS)
                .joined(premises, PLACE, Rows.Unmatched.STAYS)
                .grouped(List.of(SchoolYears.COUNTING, "year"), POINT.struct(), rows -> points(rows, resources));
    }

    private static Row housed(Row row, StructType housed) {
        Object[] cells = new Object[housed.size()];
        for (int i = 0; i < row.size(); i++) {
            cells[i] = row.get(i);
        }
        cells[row.size()] = true;
        return Schema.named(cells, housed);
    }

    private static Iterator<Row> points(Iterator<Row> rows, List<Resource> resources) {
        SortedMap<String, List<Row>> bySchool = new TreeMap<>();
        rows.forEachRemaining(r -> bySchool.computeIfAbsent(r.getAs("school_code"), s -> new ArrayList<>())
                .add(r));
        String counting = bySchool.values().iterator().next().get(0).getAs(SchoolYears.COUNTING);
        Optional<Campus> parent = Optional.ofNullable(bySchool.get(counting)).map(SchoolPanel::campus);
        List<Campus> parts = bySchool.entrySet().stream()
                .filter(e -> !e.getKey().equals(counting))
                .map(e -> campus(e.getValue()))
                .toList();
        List<Row> points = new ArrayList<>();
        bySchool.values().forEach(of -> add(points, of));
        for (Population.Unit unit : Population.of(parent, parts)) {
            List<Row> of = bySchool.get(unit.campus().school());
            if (of != null) {
                SchoolYear school = SCHOOL.record(of.get(0));
                boolean orphan = unit.orphan() || Boolean.FALSE.equals(school.countsAsSchool());
                add(points, new Population.Unit(unit.campus(), orphan), new Points(school), resources);
            }
        }
        return points.iterator();
    }

    private static void add(List<Row> points, List<Row> school) {
        Points of = new Points(SCHOOL.record(school.get(0)));
        points.add(POINT.row(of.roster()));
        for (Row row : school) {
            String stage = row.getAs("stage");
            if (stage != null) {
                points.add(POINT.row(of.places(Stage.valueOf(stage), number(row, "pupil_count"))));
            }
        }
    }

    private static void add(List<Row> points, Population.Unit unit, Points school, List<Resource> resources) {
        for (Stage stage : unit.campus().stages().keySet()) {
            for (Resource resource : resources) {
                ResourceLevel.StageResource view = new ResourceLevel.StageResource(unit, stage, resource);
                if (LEVEL.appliesTo(view)) {
                    Points.Figures figures = figures(LEVEL.of(view), resource);
                    points.add(POINT.row(school.figure(Kind.RESOURCE, stage, null, resource.name(), figures)));
                }
            }
        }
    }

    private static Points.Figures figures(Outcome level, Resource resource) {
        Long count = level.counts().pupils();
        Double pupils = count == null ? null : Double.valueOf(count);
        if (level instanceof Absent absent) {
            return new Points.Figures(
                    null,
                    null,
                    pupils,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    absent.reason().both());
        }
        Value v = (Value) level;
        return new Points.Figures(
                v.value(),
                null,
                pupils,
                null,
                resource.factor(),
                v.numerator(),
                v.denominator(),
                null,
                null,
                null,
                v.caution().both());
    }

    private static Campus campus(List<Row> rows) {
        SchoolYear school = SCHOOL.record(rows.get(0));
        SortedMap<Stage, StageStaff> stages = new TreeMap<>();
        for (Row row : rows) {
            String stage = row.getAs("stage");
            if (stage != null) {
                stages.put(Stage.valueOf(stage), staff(STAFF.record(row)));
            }
        }
        return new Campus(school.schoolCode(), school.schoolType(), stages, premises(rows.get(0)));
    }

    private static StageStaff staff(Staff s) {
        return new StageStaff(
                s.pupilCount() == null ? null : Double.valueOf(s.pupilCount()),
                s.fullTimeTeacherCount(),
                s.aboveRequiredDegreeTeachers(),
                s.backboneTeachers(),
                s.peTeachers(),
                s.artsTeachersTotal(),
                s.midSeniorTitleTeachers());
    }

    private static @Nullable Premises premises(Row row) {
        if (row.isNullAt(row.fieldIndex("has_premises"))) {
            return null;
        }
        List<@Nullable Double> cells = new ArrayList<>();
        for (String column : PREMISES) {
            cells.add(number(row, column));
        }
        return new Premises(
                cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5), cells.get(6));
    }

    private static @Nullable Double number(Row row, String column) {
        Number cell = row.getAs(column);
        return cell == null ? null : Double.valueOf(cell.doubleValue());
    }
}
