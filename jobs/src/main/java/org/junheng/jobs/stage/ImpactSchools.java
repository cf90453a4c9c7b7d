package org.junheng.jobs.stage;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junheng.impact.SchoolPlace;
import org.junheng.impact.SchoolTrait;
import org.junheng.jobs.config.ImpactBlock;
import org.junheng.jobs.table.Schools;

/** What blocks ask of the schools table: covariates of every year, the population and place of the last year. */
final class ImpactSchools {
    private final Covariates covariates;
    private final SchoolIdentity identity;
    private final SortedMap<String, Map<String, String>> lastYear = new TreeMap<>();
    private final SortedMap<String, SchoolPlace> places = new TreeMap<>();

    private ImpactSchools(Covariates covariates, SchoolIdentity identity) {
        this.covariates = covariates;
        this.identity = identity;
    }

    static ImpactSchools of(
            Map<String, Dataset<Row>> tables, List<ImpactBlock> blocks, SchoolIdentity identity, int last) {
        Dataset<Row> schools = Panel.table(tables, "schools");
        SortedSet<String> columns = new TreeSet<>();
        blocks.forEach(block -> columns.addAll(block.population().keySet()));
        columns.retainAll(Arrays.asList(schools.columns()));
        ImpactSchools read = new ImpactSchools(
                Covariates.ofSchools(
                        schools,
                        blocks.stream().flatMap(b -> b.covariates().stream()).toList()),
                identity);
        if (!columns.isEmpty()) {
            read.add(schools.filter(col("year").equalTo(last)), List.copyOf(columns));
        }
        Registers.records(tables, Schools.class).stream()
                .filter(s -> s.year() == last && s.countyCode() != null)
                .sorted(Comparator.comparing(Schools::schoolCode))
                .forEach(s -> read.places.putIfAbsent(
                        identity.of(s.schoolCode()), new SchoolPlace(s.countyCode(), s.township())));
        return read;
    }

    private void add(Dataset<Row> schools, List<String> columns) {
        List<Column> selected = new ArrayList<>(List.of(col("school_code")));
        columns.forEach(column -> selected.add(Covariates.text(column)));
        for (Row row : schools.select(selected.toArray(Column[]::new)).collectAsList()) {
            Map<String, String> cells = lastYear.computeIfAbsent(identity.of(row.getString(0)), s -> new TreeMap<>());
            for (int i = 0; i < columns.size(); i++) {
                if (!row.isNullAt(i + 1)) {
                    cells.merge(columns.get(i), row.getString(i + 1), (a, b) -> a.compareTo(b) <= 0 ? a : b);
                }
            }
        }
    }

    /** Whether a school's row of the last year has one of the named values in every named column. */
    boolean isIn(String school, Map<String, List<String>> population) {
        Map<String, String> cells = lastYear.getOrDefault(school, Map.of());
        return population.entrySet().stream().allMatch(p -> p.getValue().contains(cells.getOrDefault(p.getKey(), "")));
    }

    /** The county of a school in the last year; the school itself where it is not known. */
    String county(String school) {
        SchoolPlace place = places.get(school);
        return place == null ? school : place.county();
    }

    /** Where schools are in the last year; without those that do not say their county. */
    SortedMap<String, SchoolPlace> places() {
        return places;
    }

    List<SchoolTrait> traits(List<String> names) {
        return names.stream().map(this::trait).toList();
    }

    private SchoolTrait trait(String name) {
        Map<Integer, Map<String, String>> byYear = new TreeMap<>();
        covariates.years(name).forEach((year, values) -> {
            Map<String, String> ofSchools = byYear.computeIfAbsent(year, y -> new TreeMap<>());
            values.forEach(
                    (code, value) -> ofSchools.merge(identity.of(code), value, (a, b) -> a.compareTo(b) <= 0 ? a : b));
        });
        return new SchoolTrait(
                name, covariates.isNumber(name) ? SchoolTrait.Kind.NUMBER : SchoolTrait.Kind.TEXT, byYear);
    }
}
