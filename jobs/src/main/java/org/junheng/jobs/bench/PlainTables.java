package org.junheng.jobs.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junheng.jobs.table.Inputs;
import org.junheng.jobs.table.Schema;

/** What {@code jobs/bench/tables.sql} says, for an engine that runs it. */
final class PlainTables {
    private static final Pattern VIEW =
            Pattern.compile("CREATE OR REPLACE TEMP VIEW (\\w+) AS\\s+(.*)", Pattern.DOTALL);
    private static final String KEPT = "-- kept";

    /** Tables of the delivery that the statements read. */
    static final List<String> READ = List.of(
            "schools",
            "counties",
            "memberships",
            "staff",
            "facilities",
            "school_scores",
            "school_indicators",
            "survey_counts",
            "survey_responses",
            "pupil_scores",
            "pupils");

    /** What is written, and the order of its rows; no order for what is small. */
    static final List<Output> WRITTEN = List.of(
            new Output("measures", "metric_id, subject_type, subject_id, year, base_year, stage, grade, facet"),
            new Output("judgements", "rule_id, subject_type, subject_id, year, stage, facet"),
            new Output("school_sums", "subject, school_code"));

    record Output(String view, String order) {}

    /**
     * A view.
     *
     * @param kept whether it is computed once
     */
    record View(String name, String query, boolean kept) {}

    private PlainTables() {}

    static List<View> views(Path file) throws IOException {
        List<View> views = new ArrayList<>();
        for (String statement : Files.readString(file).split(";", -1)) {
            Matcher view = VIEW.matcher(statement);
            if (view.find()) {
                boolean kept = statement.substring(0, view.start()).contains(KEPT);
                views.add(new View(view.group(1), view.group(2).strip(), kept));
            }
        }
        return views;
    }

    /** The columns of a delivered table of text, as what they are; a cell that is none of its kind is missing. */
    static String columns(String table) {
        Schema<?> schema = Inputs.named(table).orElseThrow();
        return schema.columns().stream()
                .map(column -> "try_cast(" + column.name() + " AS "
                        + schema.struct().apply(column.name()).dataType().sql() + ") AS " + column.name())
                .collect(Collectors.joining(", "));
    }

    /** The columns of a table that its file brings. */
    static String delivered(String table, Path csv) throws IOException {
        String header;
        try (var lines = Files.newBufferedReader(csv)) {
            header = "," + lines.readLine() + ",";
        }
        List<String> parts = new ArrayList<>();
        for (String part : columns(table).split(", (?=try_cast)", -1)) {
            String name = part.substring(part.lastIndexOf(' ') + 1);
            if (header.contains("," + name + ",")) {
                parts.add(part);
            }
        }
        return String.join(", ", parts);
    }

    /** Seconds since a moment of {@link System#nanoTime}, and the most memory that the process has held. */
    static String account(String what, long began, long rows) throws IOException {
        String peak = Files.isReadable(Path.of("/proc/self/status"))
                ? Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .map(line -> line.replaceAll("\\D", ""))
                        .findFirst()
                        .orElse("0")
                : "0";
        return String.format(
                Locale.ROOT,
                "%s seconds %.2f rows %d peak_mb %d",
                what,
                (System.nanoTime() - began) / 1e9,
                rows,
                Long.parseLong(peak) / 1024);
    }
}
