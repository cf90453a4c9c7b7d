package org.junheng.jobs.stage;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junheng.Catalogue;
import org.junheng.jobs.stage.Margins.Cell;
import org.junheng.jobs.table.Judgements;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junheng.metric.Words;
import org.junheng.rules.Verdict;
import org.junheng.subject.Status;
import org.junheng.subject.SubjectType;
import org.junheng.subject.SurveyChangeView;

/** After small cells are emptied, those from which they could be recovered: school or township, county, prefecture and province of metrics that add up. */
public final class ProtectTotals {
    static final Words RECOVERABLE = new Words("为防止由合计反推而不公布", "withheld so that it cannot be recovered from totals");

    /** What tells the tables of additive cells apart. */
    private static final List<String> TABLE = List.of("metric_id", "year", "stage", "grade", "facet");

    private static final List<String> CELL =
            List.of("metric_id", "year", "stage", "grade", "facet", "subject_type", "subject_id");
    private static final StructType WITHHELD = new StructType()
            .add("metric_id", DataTypes.StringType)
            .add("year", DataTypes.IntegerType)
            .add("stage", DataTypes.StringType)
            .add("grade", DataTypes.IntegerType)
            .add("facet", DataTypes.StringType)
            .add("subject_type", DataTypes.StringType)
            .add("subject_id", DataTypes.StringType);

    private ProtectTotals() {}

    /**
     * Measures without the cells from which small ones could be recovered.
     *
     * @param measures as {@link Protect#measures} leaves them
     * @param measured the part of them that holds the metrics that add up
     * @param schoolYears the county of every school and year
     * @param counties the prefecture and province of every county
     * @param changes the years in which a change since a year is told, by that year
     */
    public static Dataset<Row> of(
            Dataset<Row> measures,
            Dataset<Row> measured,
            Dataset<Row> schoolYears,
            Dataset<Row> counties,
            Map<Integer, List<Integer>> changes) {
        return withheld(measured, schoolYears, counties, changes)
                .map(cells -> measures(measures, cells))
                .orElse(measures);
    }

    /** The cells to be withheld. Looks once whether anything is hidden at all, for the rest costs a run more than the answer. */
    public static Optional<Dataset<Row>> withheld(
            Dataset<Row> measured,
            Dataset<Row> schoolYears,
            Dataset<Row> counties,
            Map<Integer, List<Integer>> changes) {
        Dataset<Row> cells = cells(measured);
        if (cells.filter(col("status").equalTo(Status.SUPPRESSED.name())).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(placed(cells, schoolYears, counties)
                .groupByKey((MapFunction<Row, String>) ProtectTotals::table, Encoders.STRING())
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, Row, Row>) (key, rows) -> withheld(rows, changes),
                        Encoders.row(WITHHELD)));
    }

    public static Dataset<Row> measures(Dataset<Row> measures, Dataset<Row> withheld) {
        return measures.as("m")
                .join(broadcast(withheld).as("w"), same(CELL), "left")
                .select(Schema.of(Measures.class).names().stream()
                        .map(name -> emptied(name, col("w.subject_id").isNotNull()))
                        .toArray(Column[]::new));
    }

    /** The verdict on a cell that is withheld is withheld too. */
    public static Dataset<Row> judgements(Dataset<Row> judgements, Dataset<Row> withheld) {
        List<String> key = CELL.stream().filter(name -> !name.equals("grade")).toList();
        Dataset<Row> cells = withheld.select(Columns.of(key)).distinct();
        return judgements
                .as("m")
                .join(broadcast(cells).as("w"), same(key), "left")
                .select(Schema.of(Judgements.class).names().stream()
                        .map(name -> unjudged(name, col("w.subject_id").isNotNull()))
                        .toArray(Column[]::new));
    }

    private static Column same(List<String> key) {
        return key.stream()
                .map(name -> col("m." + name).eqNullSafe(col("w." + name)))
                .reduce(Column::and)
                .orElseThrow();
    }

    private static Column unjudged(String name, Column recoverable) {
        Column cell = col("m." + name);
        if (name.equals("verdict")) {
            return when(recoverable, Verdict.SUPPRESSED.name()).otherwise(cell).as(name);
        } else if (name.equals("reason")) {
            return when(recoverable, RECOVERABLE.both()).otherwise(cell).as(name);
        }
        return Protect.UNJUDGED.contains(name)
                ? when(recoverable, lit(null)).otherwise(cell).as(name)
                : cell;
    }

    private static Column emptied(String name, Column recoverable) {
        Column cell = col("m." + name);
        return switch (name) {
            case "status" ->
                when(recoverable, Status.SUPPRESSED.name()).otherwise(cell).as(name);
            case "reason" ->
                when(recoverable, RECOVERABLE.both()).otherwise(cell).as(name);
            default ->
                Protect.EMPTIED.contains(name)
                        ? when(recoverable, lit(null)).otherwise(cell).as(name)
                        : cell;
        };
    }

    /** A row that rests on nothing adds nothing to any total. */
    private static Dataset<Row> cells(Dataset<Row> measures) {
        return measures.filter(col("metric_id").isin(Catalogue.additive().toArray()))
                .filter(col("status").notEqual(Status.NOT_ASSESSED.name()))
                .filter(col("subject_type").notEqual(SubjectType.CLUSTER.toString()))
                .withColumn("n", coalesce(col("n_responses"), col("n_pupils"), col("n_schools"), lit(0L)))
                .filter(col("n").gt(0).or(col("status").equalTo(Status.SUPPRESSED.name())))
                .select(Columns.of("status", "n", CELL));
    }

    /** Cells with the areas they lie in: those of a school in the year of the cell. */
    private static Dataset<Row> placed(Dataset<Row> cells, Dataset<Row> schoolYears, Dataset<Row> counties) {
        Dataset<Row> schools = schoolYears.select(
                lit(SubjectType.SCHOOL.toString()).as("subject_type"),
                col("school_code").as("subject_id"),
                col("year"),
                col("county_code").as("of_school"));
        Dataset<Row> areas = counties.select("county_code", "prefecture_code", "province_code");
        return cells.join(schools, Columns.using("subject_type", "subject_id", "year"), "left")
                .withColumn(
                        "county_code",
                        when(col("subject_type").equalTo(SubjectType.COUNTY.toString()), col("subject_id"))
                                .when(
                                        col("subject_type").equalTo(SubjectType.TOWNSHIP.toString()),
                                        substring_index(col("subject_id"), ":", 1))
                                .otherwise(col("of_school")))
                .join(broadcast(areas), Columns.using("county_code"), "left");
    }

    private static String table(Row row) {
        List<String> parts = new ArrayList<>();
        TABLE.forEach(name -> parts.add(String.valueOf(row.<Object>getAs(name))));
        return String.join("|", parts);
    }

    private static Iterator<Row> withheld(Iterator<Row> rows, Map<Integer, List<Integer>> changes) {
        Map<String, Row> given = new HashMap<>();
        Map<String, String> totals = new HashMap<>();
        rows.forEachRemaining(row -> {
            given.put(id(row.getAs("subject_type"), row.getAs("subject_id")), row);
            place(totals, row);
        });
        List<Cell> cells = new ArrayList<>();
        given.forEach((id, row) -> cells.add(new Cell(
                id,
                totals.get(id),
                row.<Long>getAs("n"),
                row.<String>getAs("status").equals(Status.SUPPRESSED.name()))));
        return Margins.withheld(cells).stream()
                .flatMap(id -> keys(given.getOrDefault(id, Row.empty()), changes))
                .iterator();
    }

    /** What the areas of a row say of each other: a county without a prefecture is a part of its province. */
    private static void place(Map<String, String> totals, Row row) {
        @Nullable String below = null;
        for (SubjectType area : List.of(SubjectType.COUNTY, SubjectType.PREFECTURE, SubjectType.PROVINCE)) {
            String code = row.getAs(area + "_code");
            if (code != null) {
                if (below != null) {
                    totals.put(below, id(area.toString(), code));
                }
                below = id(area.toString(), code);
            }
        }
        String type = row.getAs("subject_type");
        boolean inCounty = type.equals(SubjectType.SCHOOL.toString()) || type.equals(SubjectType.TOWNSHIP.toString());
        if (inCounty && row.getAs("county_code") != null) {
            totals.put(id(type, row.getAs("subject_id")), id(SubjectType.COUNTY.toString(), row.getAs("county_code")));
        }
    }

    private static String id(String type, String subject) {
        return type.toLowerCase(Locale.ROOT) + ":" + subject;
    }

    /** The cell itself, and the cells of other metrics from which it could be read. */
    private static Stream<Row> keys(Row cell, Map<Integer, List<Integer>> changes) {
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
        return Schema.named(
                CELL.stream()
                        .map(name -> switch (name) {
                            case "metric_id" -> metric;
                            case "year" -> year;
                            default -> cell.<Object>getAs(name);
                        })
                        .toArray(),
                WITHHELD);
    }
}
