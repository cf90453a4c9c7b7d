package org.junheng.jobs.stage;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junheng.Catalogue;
import org.junheng.jobs.config.Disclosure;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.rows.Which;
import org.junheng.jobs.stage.Margins.Cell;
import org.junheng.jobs.table.Schema;
import org.junheng.metric.Words;
import org.junheng.subject.Status;
import org.junheng.subject.SubjectType;
import org.junheng.subject.SurveyChangeView;

/** After small cells are emptied, those from which they could be recovered: school or township, county, prefecture and province of metrics that add up. */
final class ProtectTotals implements Serializable {
    static final Words RECOVERABLE = new Words("为防止由合计反推而不公布", "withheld so that it cannot be recovered from totals");

    private static final long serialVersionUID = 1L;

    /** What tells the tables of additive cells apart. */
    private static final List<String> TABLE = List.of("metric_id", "year", "stage", "grade", "facet");

    private static final StructType WITHHELD = new StructType()
            .add("metric_id", DataTypes.StringType)
            .add("year", DataTypes.IntegerType)
            .add("stage", DataTypes.StringType)
            .add("grade", DataTypes.IntegerType)
            .add("facet", DataTypes.StringType)
            .add("subject_type", DataTypes.StringType)
            .add("subject_id", DataTypes.StringType);

    private final Disclosure limits;
    private final Map<Integer, List<Integer>> changes;
    private final Map<String, String> counties = new HashMap<>();
    private final Map<String, Above> areas = new HashMap<>();

    /** What a county lies in. */
    private record Above(
            @Nullable String prefecture, @Nullable String province) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** @param changes the years in which a change since a year is told, by that year */
    ProtectTotals(Disclosure limits, SchoolYears schoolYears, Tables tables, Map<Integer, List<Integer>> changes) {
        this.limits = limits;
        this.changes = changes;
        Registers.areas(tables)
                .forEach((county, area) -> areas.put(county, new Above(area.prefecture(), area.province())));
        schoolYears.list().forEach(s -> {
            if (s.countyCode() != null) {
                counties.put(s.schoolCode() + "|" + s.year(), s.countyCode());
            }
        });
    }

    /**
     * The cells to be withheld beside the small ones.
     *
     * @param measured what holds the metrics that add up, as it was measured
     */
    Set<Withheld> withheld(Rows measured) {
        Set<Withheld> withheld = new HashSet<>();
        measured.where(Which.ALL.in("metric_id", Catalogue.additive()))
                .grouped(TABLE, WITHHELD, this::withheld)
                .list()
                .forEach(row -> withheld.add(Withheld.of(row, row.getAs("grade"))));
        return withheld;
    }

    private Iterator<Row> withheld(Iterator<Row> rows) {
        Map<String, Row> given = new HashMap<>();
        Map<String, String> totals = new HashMap<>();
        List<Cell> cells = new ArrayList<>();
        rows.forEachRemaining(measured -> {
            Row row = Protect.measure(measured, limits);
            if (isCell(row)) {
                given.put(id(row.getAs("subject_type"), row.getAs("subject_id")), row);
                place(totals, row);
            }
        });
        given.forEach((id, row) -> cells.add(new Cell(id, totals.get(id), counted(row), isHidden(row))));
        return Margins.withheld(cells).stream()
                .map(given::get)
                .filter(Objects::nonNull)
                .flatMap(this::keys)
                .iterator();
    }

    /** A row that rests on nothing adds nothing to any total. */
    private static boolean isCell(Row row) {
        return !row.getAs("status").equals(Status.NOT_ASSESSED.name())
                && !row.getAs("subject_type").equals(SubjectType.CLUSTER.toString())
                && (counted(row) > 0 || isHidden(row));
    }

    private static boolean isHidden(Row row) {
        return row.getAs("status").equals(Status.SUPPRESSED.name());
    }

    private static long counted(Row row) {
        return Stream.of("n_responses", "n_pupils", "n_schools")
                .map(column -> row.<Long>getAs(column))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(0L);
    }

    /** What the areas of a row say of each other: a county without a prefecture is a part of its province. */
    private void place(Map<String, String> totals, Row row) {
        String type = row.getAs("subject_type");
        String subject = row.getAs("subject_id");
        String county = county(type, subject, row.getAs("year"));
        if (county == null) {
            return;
        }
        Above area = areas.getOrDefault(county, new Above(null, null));
        String below = id(SubjectType.COUNTY.toString(), county);
        if (!type.equals(SubjectType.COUNTY.toString())) {
            totals.put(id(type, subject), below);
        }
        if (area.prefecture() != null) {
            totals.put(below, id(SubjectType.PREFECTURE.toString(), area.prefecture()));
            below = id(SubjectType.PREFECTURE.toString(), area.prefecture());
        }
        if (area.province() != null) {
            totals.put(below, id(SubjectType.PROVINCE.toString(), area.province()));
        }
    }

    /** The county that a cell lies in, a school's in the year of the cell. */
    private @Nullable String county(String type, String subject, int year) {
        return switch (SubjectType.valueOf(type.toUpperCase(Locale.ROOT))) {
            case COUNTY -> subject;
            case TOWNSHIP -> subject.split(":", 2)[0];
            case SCHOOL -> counties.get(subject + "|" + year);
            default -> null;
        };
    }

    private static String id(String type, String subject) {
        return type.toLowerCase(Locale.ROOT) + ":" + subject;
    }

    /** The cell itself, and the cells of other metrics from which it could be read. */
    private Stream<Row> keys(Row cell) {
        String metric = cell.getAs("metric_id");
        Integer year = cell.getAs("year");
        Stream<Row> others = Catalogue.sharing(metric).stream()
                .flatMap(sharing -> sharing.view() == SurveyChangeView.class
                        ? Stream.concat(Stream.of(year), changes.getOrDefault(year, List.of()).stream())
                                .map(y -> key(cell, sharing.definition().id(), y))
                        : Stream.of(key(cell, sharing.definition().id(), year)));
        return Stream.concat(Stream.of(key(cell, metric, year)), others).distinct();
    }

    private static Row key(Row cell, String metric, Integer year) {
        Object[] cells = {
            metric,
            year,
            cell.getAs("stage"),
            cell.getAs("grade"),
            cell.getAs("facet"),
            cell.getAs("subject_type"),
            cell.getAs("subject_id")
        };
        return Schema.named(cells, WITHHELD);
    }
}
