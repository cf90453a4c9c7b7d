package org.junheng.jobs.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * What the named covariate columns are: of pupils, if that table fills the column, else of schools; numbers, if every filled value of the
 * column is a number, else texts. Only school columns are collected.
 *
 * @param ofPupils filled columns of pupils, whether they are numbers
 * @param ofSchools filled columns of schools, whether they are numbers
 * @param schools the values of school columns: column, then year, then school
 */
record Covariates(
        SortedMap<String, Boolean> ofPupils,
        SortedMap<String, Boolean> ofSchools,
        Map<String, Map<Integer, Map<String, String>>> schools) {
    static final String SCHOOL_MEAN = "school_mean_";
    static final String SCHOOL_MEAN_PRIOR = "school_mean_prior";

    private static final String NUMBER = "[+-]?(\\d{1,40}(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,2})?";
    private static final Pattern IS_NUMBER = Pattern.compile(NUMBER);

    static Covariates of(Dataset<Row> pupils, Dataset<Row> schools, List<String> named) {
        SortedSet<String> columns = new TreeSet<>();
        for (String name : named) {
            columns.add(name);
            if (name.startsWith(SCHOOL_MEAN)) {
                columns.add(name.substring(SCHOOL_MEAN.length()));
            }
        }
        columns.remove(SCHOOL_MEAN_PRIOR);
        SortedMap<String, Boolean> ofPupils = kinds(pupils, delivered(pupils, columns));
        columns.removeAll(ofPupils.keySet());
        return withSchools(schools, delivered(schools, columns), ofPupils);
    }

    /** Of schools alone. */
    static Covariates ofSchools(Dataset<Row> schools, List<String> named) {
        return withSchools(schools, delivered(schools, new TreeSet<>(named)), new TreeMap<>());
    }

    /** A cell as text, null when it holds nothing. */
    static Column text(String column) {
        Column text = functions.trim(col(column).cast("string"));
        return when(text.notEqual(""), text);
    }

    boolean isOfPupils(String column) {
        return ofPupils.containsKey(column);
    }

    boolean isOfSchools(String column) {
        return ofSchools.containsKey(column);
    }

    /** Whether every filled value is a number. */
    boolean isNumber(String column) {
        return ofPupils.getOrDefault(column, false) || ofSchools.getOrDefault(column, false);
    }

    /** A school column in one year, by school code. */
    Map<String, String> bySchool(String column, int year) {
        return schools.getOrDefault(column, Map.of()).getOrDefault(year, Map.of());
    }

    /** A school column: year, then school code. */
    Map<Integer, Map<String, String>> years(String column) {
        return schools.getOrDefault(column, Map.of());
    }

    private static List<String> delivered(Dataset<Row> table, Set<String> columns) {
        Set<String> delivered = new HashSet<>(Arrays.asList(table.columns()));
        return columns.stream().filter(delivered::contains).toList();
    }

    /** One small job: of each column, how many values are filled and how many of these are numbers. */
    private static SortedMap<String, Boolean> kinds(Dataset<Row> table, List<String> columns) {
        SortedMap<String, Boolean> kinds = new TreeMap<>();
        if (columns.isEmpty()) {
            return kinds;
        }
        List<Column> counts = new ArrayList<>();
        for (String column : columns) {
            counts.add(count(text(column)));
            counts.add(count(when(text(column).rlike("^" + NUMBER + "$"), 1)));
        }
        Row counted = table.agg(counts.get(0), counts.subList(1, counts.size()).toArray(Column[]::new))
                .head();
        for (int i = 0; i < columns.size(); i++) {
            if (counted.getLong(2 * i) > 0) {
                kinds.put(columns.get(i), counted.getLong(2 * i) == counted.getLong(2 * i + 1));
            }
        }
        return kinds;
    }

    private static Covariates withSchools(
            Dataset<Row> schools, List<String> columns, SortedMap<String, Boolean> ofPupils) {
        SortedMap<String, Boolean> kinds = new TreeMap<>();
        Map<String, Map<Integer, Map<String, String>>> values = new TreeMap<>();
        if (!columns.isEmpty()) {
            List<Column> selected = new ArrayList<>(List.of(col("school_code"), col("year")));
            columns.forEach(column -> selected.add(text(column)));
            for (Row row : schools.select(selected.toArray(Column[]::new)).collectAsList()) {
                for (int i = 0; i < columns.size(); i++) {
                    @Nullable String text = row.getString(i + 2);
                    if (text != null) {
                        kinds.merge(columns.get(i), IS_NUMBER.matcher(text).matches(), Boolean::logicalAnd);
                        values.computeIfAbsent(columns.get(i), c -> new TreeMap<>())
                                .computeIfAbsent(row.getInt(1), y -> new TreeMap<>())
                                .put(row.getString(0), text);
                    }
                }
            }
        }
        return new Covariates(ofPupils, kinds, values);
    }
}
