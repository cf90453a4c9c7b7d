package org.junheng.jobs.ingest;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Schema;

/**
 * What tables read earlier say to those read later: known codes, types and opening days of schools, full marks of exams. A code is known
 * when it stands in a row that can be read, even if that row leaves for its own fault: one fault is told once.
 */
final class References {
    private final Set<String> schools = new HashSet<>();
    private final Set<String> counties = new HashSet<>();
    private final Set<String> clusters = new TreeSet<>();
    private final Set<Integer> years = new TreeSet<>();
    private final Map<String, String> types = new HashMap<>();
    private final Map<String, LocalDate> opened = new HashMap<>();
    private final Map<String, Double> fullMarks = new HashMap<>();
    private final Set<String> delivered;

    References(Set<String> delivered) {
        this.delivered = delivered;
    }

    /** Takes note of a row whose cells could all be read. */
    void learn(Schema<?> schema, @Nullable Object[] row) {
        switch (schema.table()) {
            case "counties" -> counties.add(text(schema, row, "county_code"));
            case "clusters" -> clusters.add(text(schema, row, "cluster_id"));
            case "schools" -> learnSchool(schema, row);
            case "school_scores" -> learnFullMark(schema, row);
            case "school_links" -> {
                schools.add(text(schema, row, "school_code"));
                schools.add(text(schema, row, "successor_code"));
            }
            default -> {}
        }
    }

    private void learnSchool(Schema<?> schema, @Nullable Object[] row) {
        String code = text(schema, row, "school_code");
        Object type = value(schema, row, "school_type");
        schools.add(code);
        if (type != null) {
            types.put(code + "|" + value(schema, row, "year"), type.toString());
        }
        if (value(schema, row, "opened_on") instanceof LocalDate day) {
            opened.merge(code, day, (a, b) -> a.isBefore(b) ? a : b);
        }
    }

    private void learnFullMark(Schema<?> schema, @Nullable Object[] row) {
        if (value(schema, row, "full_mark") instanceof Double mark) {
            String exam = value(schema, row, "year") + "|" + value(schema, row, "grade") + "|"
                    + value(schema, row, "subject");
            fullMarks.merge(exam, mark, Math::max);
        }
    }

    /** A row of schools is used. */
    void use(int year) {
        years.add(year);
    }

    boolean hasSchoolsIn(int year) {
        return years.contains(year);
    }

    boolean knowsSchool(String code) {
        return schools.contains(code);
    }

    /** Counties and clusters are known by their tables; where such a table is not delivered, every code is. */
    boolean knowsCounty(String code) {
        return !delivered.contains("counties") || counties.contains(code);
    }

    boolean knowsCluster(String id) {
        return !delivered.contains("clusters") || clusters.contains(id);
    }

    Set<String> clusters() {
        return clusters;
    }

    @Nullable
    String typeOf(String school, Object year) {
        return types.get(school + "|" + year);
    }

    @Nullable
    LocalDate openingOf(String school) {
        return opened.get(school);
    }

    @Nullable
    Double fullMarkOf(Object year, Object grade, Object subject) {
        return fullMarks.get(year + "|" + grade + "|" + subject);
    }

    private static @Nullable Object value(Schema<?> schema, @Nullable Object[] row, String column) {
        return row[schema.names().indexOf(column)];
    }

    private static String text(Schema<?> schema, @Nullable Object[] row, String column) {
        return Objects.requireNonNull(value(schema, row, column)).toString();
    }
}
