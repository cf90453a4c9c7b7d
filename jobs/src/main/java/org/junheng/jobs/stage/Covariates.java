package org.junheng.jobs.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.rows.Rows;

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

    static final Pattern IS_NUMBER = Pattern.compile("[+-]?(\\d{1,40}(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,2})?");

    /** Short texts of digits and at most one point are numbers without a closer look. */
    private static final int MOST_DIGITS = 40;

    private static final StructType KIND =
            new StructType().add("column", DataTypes.StringType, false).add("is_number", DataTypes.BooleanType, false);

    static Covariates of(Rows pupils, Rows schools, List<String> named) {
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
    static Covariates ofSchools(Rows schools, List<String> named) {
        return withSchools(schools, delivered(schools, new TreeSet<>(named)), new TreeMap<>());
    }

    /** A cell as text, null when it holds nothing. */
    static Column text(String column) {
        Column text = functions.trim(col(column).cast("string"));
        return when(text.notEqual(""), text);
    }

    /** The same of a cell. */
    static @Nullable String text(@Nullable Object cell) {
        String text = cell == null ? "" : cell.toString();
        if (text.startsWith(" ") || text.endsWith(" ")) {
            text = UTF8String.fromString(text).trim().toString();
        }
        return text.isEmpty() ? null : text;
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

    private static List<String> delivered(Rows table, Set<String> columns) {
        Set<String> delivered = new HashSet<>(Arrays.asList(table.struct().fieldNames()));
        return columns.stream().filter(delivered::contains).toList();
    }

    /** One small job: of each column that is filled anywhere, whether every filled value is a number. */
    private static SortedMap<String, Boolean> kinds(Rows table, List<String> columns) {
        SortedMap<String, Boolean> kinds = new TreeMap<>();
        if (!columns.isEmpty()) {
            table.only(columns)
                    .parts(KIND, rows -> kinds(rows, columns))
                    .list()
                    .forEach(row -> kinds.merge(row.getString(0), row.getBoolean(1), Boolean::logicalAnd));
        }
        return kinds;
    }

    private static Iterator<Row> kinds(Iterator<Row> rows, List<String> columns) {
        BitSet filled = new BitSet();
        BitSet texts = new BitSet();
        rows.forEachRemaining(row -> {
            for (int i = 0; i < columns.size(); i++) {
                String text = texts.get(i) ? null : text(row.get(i));
                if (text != null) {
                    filled.set(i);
                    texts.set(i, !isNumeric(text));
                }
            }
        });
        return filled.stream()
                .mapToObj(i -> RowFactory.create(columns.get(i), !texts.get(i)))
                .iterator();
    }

    private static boolean isNumeric(String text) {
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                points++;
            } else if (c < '0' || c > '9') {
                return IS_NUMBER.matcher(text).matches();
            }
        }
        boolean plain = points <= 1 && text.length() > points && text.length() <= MOST_DIGITS;
        return plain || IS_NUMBER.matcher(text).matches();
    }

    private static Covariates withSchools(Rows schools, List<String> columns, SortedMap<String, Boolean> ofPupils) {
        Map<String, Map<Integer, Map<String, String>>> values = new TreeMap<>();
        if (!columns.isEmpty()) {
            for (Row row : schools.list()) {
                for (String column : columns) {
                    String text = text(row.<Object>getAs(column));
                    if (text != null) {
                        values.computeIfAbsent(column, c -> new TreeMap<>())
                                .computeIfAbsent(row.getAs("year"), y -> new TreeMap<>())
                                .put(row.getAs("school_code"), text);
                    }
                }
            }
        }
        return new Covariates(ofPupils, kinds(schools, columns), values);
    }
}
