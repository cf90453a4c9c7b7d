package org.junheng.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junheng.jobs.query.PublishedRun;
import org.junheng.jobs.query.RunDatabase;
import org.junit.jupiter.api.Test;

/** The same question put to the same tables from DuckDB, Spark SQL, Python and R has the same answer. */
class SnippetsTest {
    private static final Path SNIPPETS = Path.of("..", "notebooks", "snippets");

    /** County, stage, coefficient and what is lacking, found without any of them. */
    private static List<List<String>> answer() throws IOException {
        Map<String, String> lacking = Runs.table(SampleRun.folder().resolve("csv/measures.csv")).stream()
                .filter(row -> row.get("metric_id").equals("resource.shortfall")
                        && row.get("facet").equals("R2")
                        && row.get("subject_type").equals("county")
                        && row.get("year").equals("2024"))
                .collect(Collectors.toMap(row -> row.get("subject_id") + row.get("stage"), row -> row.get("value")));
        List<List<String>> rows = Runs.table(SampleRun.folder().resolve("csv/judgements.csv")).stream()
                .filter(row -> row.get("rule_id").equals("R-CV")
                        && row.get("facet").equals("R2")
                        && row.get("verdict").equals("FAIL")
                        && row.get("year").equals("2024"))
                .map(row -> row(row, lacking))
                .sorted((a, b) -> (a.get(0) + a.get(1)).compareTo(b.get(0) + b.get(1)))
                .toList();
        assertFalse(rows.isEmpty());
        return rows;
    }

    private static List<String> row(CSVRecord row, Map<String, String> lacking) {
        String county = row.get("subject_id");
        String stage = row.get("stage");
        return List.of(county, stage, row.get("value"), lacking.getOrDefault(county + stage, ""));
    }

    private static String query() throws IOException {
        return Files.readString(SNIPPETS.resolve("r2.sql"));
    }

    @Test
    void duckDb() throws IOException {
        try (RunDatabase database = RunDatabase.of(new PublishedRun(SampleRun.folder()))) {
            assertEquals(
                    answer(),
                    database.ask(query()).rows().stream()
                            .map(row -> row.stream().map(String::valueOf).toList())
                            .toList());
        }
    }

    @Test
    void sparkSql() throws IOException {
        SparkSession spark = SparkForTests.session().newSession();
        spark.conf().set("run", SampleRun.folder().toString());
        statements("views-spark.sql").forEach(spark::sql);
        List<List<String>> rows = new ArrayList<>();
        for (Row row : spark.sql(query()).collectAsList()) {
            rows.add(
                    Stream.of(0, 1, 2, 3).map(at -> String.valueOf(row.get(at))).toList());
        }
        assertEquals(answer(), rows);
    }

    private static List<String> statements(String file) throws IOException {
        return Stream.of(Files.readString(SNIPPETS.resolve(file)).split(";", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    @Test
    void python() throws IOException, InterruptedException {
        String python = Stream.of("/usr/bin/python3", "python3")
                .filter(SnippetsTest::hasPandas)
                .findFirst()
                .orElse("");
        assumeTrue(!python.isEmpty(), "Python with pandas is missing: the snippet was not run");
        says(new Program(python, snippet("r2.py"), SampleRun.folder().toString()));
    }

    private static boolean hasPandas(String python) {
        try {
            return new Program(python, "-c", "import pandas").succeeds();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void r() throws IOException, InterruptedException {
        assumeTrue(new Program("Rscript", "--version").succeeds(), "R is missing: the snippet was not run");
        says(new Program("Rscript", snippet("r2.R"), SampleRun.folder().toString()));
    }

    private static String snippet(String file) {
        return SNIPPETS.resolve(file).toString();
    }

    private static void says(Program program) throws IOException, InterruptedException {
        assertTrue(program.succeeds(), program::said);
        List<String> lines = new ArrayList<>(List.of("county,stage,cv,lacking"));
        answer().forEach(row -> lines.add(String.join(",", row)));
        assertEquals(lines, program.said().lines().toList());
    }
}
