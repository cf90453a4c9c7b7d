package org.junheng.jobs.stage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.junheng.impact.SchoolPlace;
import org.junheng.impact.SchoolTrait;
import org.junheng.jobs.config.ImpactBlock;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.rows.Which;
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

    static ImpactSchools of(Tables tables, List<ImpactBlock> blocks, SchoolIdentity identity, int last) {
        Rows schools = tables.rows("schools");
        SortedSet<String> columns = new TreeSet<>();
        blocks.forEach(block -> columns.addAll(block.population().keySet()));
        columns.retainAll(Arrays.asList(schools.struct().fieldNames()));
        ImpactSchools read = new ImpactSchools(
                Covariates.ofSchools(
                        schools,
                        blocks.stream().flatMap(b -> b.covariates().stream()).toList()),
                identity);
        if (!columns.isEmpty()) {
            read.add(schools.where(Which.ALL.is("year", last)), List.copyOf(columns), last);
        }
        tables.records(Schools.class).stream()
                .filter(s -> s.year() == last && s.countyCode() != null)
                .sorted(Comparator.comparing(Schools::schoolCode))
                .forEach(s -> read.places.putIfAbsent(
                        identity.of(s.schoolCode(), last), new SchoolPlace(s.countyCode(), s.township())));
        return read;
    }

    private void add(Rows schools, List<String> columns, int last) {
        for (Row row : schools.list()) {
            Map<String, String> cells =
                    lastYear.computeIfAbsent(identity.of(row.<String>getAs("school_code"), last), s -> new TreeMap<>());
            for (String column : columns) {
                String text = Covariates.text(row.<Object>getAs(column));
                if (text != null) {
                    cells.merge(column, text, (a, b) -> a.compareTo(b) <= 0 ? a : b);
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
            values.forEach((code, value) ->
                    ofSchools.merge(identity.of(code, year), value, (a, b) -> a.compareTo(b) <= 0 ? a : b));
        });
        return new SchoolTrait(
                name, covariates.isNumber(name) ? SchoolTrait.Kind.NUMBER : SchoolTrait.Kind.TEXT, byYear);
    }
}
