package org.junheng.jobs.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junheng.jobs.table.ClusterSchools;
import org.junheng.jobs.table.ImpactEstimates;
import org.junheng.jobs.table.Judgements;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Metrics;
import org.junheng.jobs.table.ModelFits;
import org.junheng.jobs.table.Quality;
import org.junheng.jobs.table.Review;
import org.junheng.jobs.table.Rules;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.table.StockFlows;
import org.junheng.jobs.table.Subjects;

/** A run folder with the published tables of a province that does not exist: made-up numbers, hostile names. */
record FixtureRun(
        Path csv,
        int counties,
        int years,
        int schoolsPerCounty,
        int clusters,
        int members,
        List<String> models,
        List<String> subjects,
        List<String> groups) {
    private static final int CLUSTER = 5;
    private static final List<String> MODELS = List.of("junior-2024", "primary-2024");

    static final List<String> HOSTILE = List.of(
            "<b>粗体</b>小学",
            "=SUM(1,2)",
            "</script><script>document.title='broken'</script>",
            "\" onmouseover=\"document.title='broken'",
            "<img src=x onerror=\"document.title='broken'\">",
            "@cmd|' /C calc'!A0");

    private static final String MANIFEST = """
            {"run_id": "fixture-0123456789ab", "as_of": "2024-11-15", "as_known_on": "2024-12-01",
             "code_sha256": "%1$s", "configuration_sha256": "%1$s", "inputs_sha256": "%1$s",
             "input_sha256": {"data/<b>schools</b>.csv": "%1$s"}}
            """.formatted("0123456789abcdef".repeat(4));

    /** Twelve counties, four years, two models, every table filled. */
    static Path small(Path run) {
        return write(run, 12, 4, 20, 9, List.of("math"), List.of("PUPIL", "PARENT"));
    }

    /** A large province: 320 counties, six years, 25,600 schools, six groups of respondents, four subjects. */
    static Path large(Path run) {
        return write(
                run,
                320,
                6,
                80,
                800,
                List.of("chinese", "math", "english", "science"),
                List.of("PUPIL", "PARENT", "TEACHER", "PRINCIPAL", "DEPUTY", "OTHER"));
    }

    /** A province of 3,000 counties, with few schools in each. */
    static Path manyCounties(Path run) {
        return write(run, 3_000, 4, 2, 3_000, List.of("chinese", "math"), List.of("PUPIL", "PARENT", "TEACHER"));
    }

    /** Two counties of many schools, a large cluster in each, and so many models of value-added. */
    static Path greatCounties(Path run, int schools, int members, int models) {
        new FixtureRun(
                        run.resolve("csv"),
                        2,
                        6,
                        schools,
                        2,
                        members,
                        IntStream.range(0, models)
                                .mapToObj(m -> (m % 2 == 0 ? "junior-" : "primary-") + m)
                                .toList(),
                        List.of("chinese", "math", "english", "science"),
                        List.of("PUPIL", "PARENT"))
                .write();
        return run;
    }

    /** A run in which nothing could be computed. */
    static Path empty(Path run) {
        return write(run, 0, 0, 0, 0, List.of(), List.of());
    }

    private static Path write(
            Path run,
            int counties,
            int years,
            int schoolsPerCounty,
            int clusters,
            List<String> subjects,
            List<String> groups) {
        new FixtureRun(
                        run.resolve("csv"),
                        counties,
                        years,
                        schoolsPerCounty,
                        clusters,
                        CLUSTER,
                        MODELS,
                        subjects,
                        groups)
                .write();
        return run;
    }

    private void write() {
        try {
            Files.createDirectories(csv);
            table(Subjects.class, rows -> new FixturePlaces(this, rows).write());
            table(Measures.class, rows -> {
                new FixtureMeasures(this, rows).write();
                new FixtureImpact(this, rows).readings();
            });
            table(Judgements.class, rows -> new FixtureVerdicts(this, rows).judgements());
            table(ModelFits.class, rows -> new FixtureVerdicts(this, rows).modelFits());
            table(Metrics.class, rows -> new FixtureVerdicts(this, rows).metrics());
            table(Rules.class, rows -> new FixtureVerdicts(this, rows).rules());
            if (counties > 0) {
                table(ImpactEstimates.class, rows -> new FixtureImpact(this, rows).estimates());
                table(Review.class, rows -> new FixtureImpact(this, rows).review());
                table(StockFlows.class, rows -> new FixtureImpact(this, rows).flows());
            }
            table(ClusterSchools.class, rows -> new FixturePlaces(this, rows).members());
            table(Quality.class, rows -> new FixtureVerdicts(this, rows).quality());
            Files.writeString(csv.resolveSibling("manifest.json"), MANIFEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the cells of a row by column; columns that are not named stay empty. */
    interface Rows {
        void row(Object... namesAndCells);
    }

    private interface Filling {
        void fill(Rows rows);
    }

    private <R extends Record> void table(Class<R> type, Filling filling) throws IOException {
        List<String> names = Schema.of(type).names();
        Path file = csv.resolve(Schema.of(type).table() + ".csv");
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(String.join(",", names) + "\n");
            filling.fill(cells -> {
                String[] row = new String[names.size()];
                Arrays.fill(row, "");
                for (int i = 0; i < cells.length; i += 2) {
                    int at = names.indexOf((String) cells[i]);
                    if (at < 0) {
                        throw new IllegalArgumentException(cells[i] + " is no column of " + file.getFileName());
                    }
                    row[at] = cells[i + 1] == null ? "" : quoted(cells[i + 1].toString());
                }
                write(out, String.join(",", row) + "\n");
            });
        }
    }

    private static void write(BufferedWriter out, String line) {
        try {
            out.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String cell) {
        return cell.matches("[^,\"\n\r]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    static String county(int c) {
        return String.format(Locale.ROOT, "53%04d", 101 + c);
    }

    static String school(int c, int s) {
        return String.format(Locale.ROOT, "0153%03d%03d", c, s);
    }

    int firstYear() {
        return 2025 - years;
    }
}
