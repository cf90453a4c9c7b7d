package org.junheng.jobs.ingest;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
    private final Map<String, Map<Object, String>> types = new HashMap<>();
    private final Map<String, LocalDate> opened = new HashMap<>();
    private final Map<List<@Nullable Object>, Double> fullMarks = new HashMap<>();
    private final Set<String> delivered;

    References(Set<String> delivered) {
        this.delivered = new HashSet<>(delivered);
    }

    /** Takes note of a row whose cells could all be read. */
    void learn(Schema<?> schema, Cells row) {
        switch (schema.table()) {
            case "counties" -> counties.add(text(row, "county_code"));
            case "clusters" -> clusters.add(text(row, "cluster_id"));
            case "schools" -> learnSchool(row);
            case "school_scores" -> learnFullMark(row);
            case "school_links" -> {
                schools.add(text(row, "school_code"));
                schools.add(text(row, "successor_code"));
            }
            default -> {}
        }
    }

    /** Takes note of the code of a row that leaves because of another cell: one fault is told once. */
    void learnCode(Schema<?> schema, @Nullable String cell) {
        try {
            Object code = cell == null ? null : TextCells.code(cell, new CellNotes());
            if (code != null) {
                codes(schema.table()).add(code.toString());
            }
        } catch (RowFault e) {
            codes(schema.table()).remove(cell); // nobody can name what cannot be read
        }
    }

    private Set<String> codes(String table) {
        return switch (table) {
            case "counties" -> counties;
            case "clusters" -> clusters;
            case "schools" -> schools;
            default -> new HashSet<>();
        };
    }

    private void learnSchool(Cells row) {
        String code = text(row, "school_code");
        String type = row.text("school_type");
        LocalDate day = row.date("opened_on");
        schools.add(code);
        if (type != null) {
            types.computeIfAbsent(code, c -> new HashMap<>(8)).put(Objects.requireNonNull(row.value("year")), type);
        }
        if (day != null) {
            opened.merge(code, day, (a, b) -> a.isBefore(b) ? a : b);
        }
    }

    private void learnFullMark(Cells row) {
        if (row.value("full_mark") instanceof Double mark) {
            List<@Nullable Object> exam = exam(row.value("year"), row.value("grade"), row.value("subject"));
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

    /** A table with a header alone says no more than one that is not delivered. */
    void learnEmpty(String table) {
        delivered.remove(table);
    }

    /** Counties and clusters are known by their tables; where such a table is not delivered or has no row, every code is. */
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
    String typeOf(@Nullable Object school, @Nullable Object year) {
        return types.getOrDefault(school, Map.of()).get(year == null ? "" : year);
    }

    @Nullable
    LocalDate openingOf(String school) {
        return opened.get(school);
    }

    @Nullable
    Double fullMarkOf(@Nullable Object year, @Nullable Object grade, @Nullable Object subject) {
        return fullMarks.get(exam(year, grade, subject));
    }

    /** A list, for it is asked for every score: its hash is reckoned without a detour, which that of a record is not while a program is warming up. */
    private static List<@Nullable Object> exam(
            @Nullable Object year, @Nullable Object grade, @Nullable Object subject) {
        return Arrays.asList(year, grade, subject);
    }

    private static String text(Cells row, String column) {
        return Objects.requireNonNull(row.text(column));
    }
}
