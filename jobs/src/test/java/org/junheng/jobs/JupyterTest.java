package org.junheng.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every notebook runs from its first cell to its last against the sample, and shows what the run has published; what they showed stays in {@code target/notebooks}. */
class JupyterTest {
    private static final Path NOTEBOOKS =
            Path.of("..", "notebooks").toAbsolutePath().normalize();
    private static final Path EXECUTED = Path.of("target", "notebooks").toAbsolutePath();
    private static final Path DATA = Path.of("target", "jupyter").toAbsolutePath();

    private static final int MOST_STARTS = 4;
    private static final Pattern SILENT = Pattern.compile("Kernel (didn't respond|died before)");

    @BeforeAll
    static void execute() throws IOException, InterruptedException {
        assumeTrue(
                new Program("jupyter", "nbconvert", "--version").succeeds(),
                "Jupyter is missing: the notebooks were not executed (install jupyter-nbconvert)");
        Program kernel = new Program(NOTEBOOKS.resolve("kernel").toString())
                .with("JUPYTER_DATA_DIR", DATA.toString())
                .with("JUNHENG_RUN", SampleRun.folder().toString())
                .with(
                        "JUNHENG_CLASS_PATH",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        assumeTrue(
                kernel.succeeds(), "the Java kernel of Jupyter could not be fetched: the notebooks were not executed");
        for (Path notebook : notebooks()) {
            execute(notebook);
        }
    }

    /** A kernel that does not answer at its start is started again: its first message can be lost. */
    private static void execute(Path notebook) throws InterruptedException {
        Program convert = new Program(
                        "jupyter",
                        "nbconvert",
                        "--to",
                        "notebook",
                        "--execute",
                        "--ExecutePreprocessor.startup_timeout=45",
                        "--ExecutePreprocessor.timeout=200",
                        "--output-dir",
                        EXECUTED.toString(),
                        notebook.toString())
                .with("JUPYTER_DATA_DIR", DATA.toString());
        int starts = 1;
        while (!convert.succeeds()) {
            assertTrue(starts < MOST_STARTS && SILENT.matcher(convert.said()).find(), convert::said);
            starts++;
        }
    }

    private static List<Path> notebooks() throws IOException {
        try (Stream<Path> all = Files.list(NOTEBOOKS)) {
            return all.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
        }
    }

    private static String shown(String notebook) throws IOException {
        StringBuilder shown = new StringBuilder();
        for (JsonNode cell : new ObjectMapper()
                .readTree(EXECUTED.resolve(notebook + ".ipynb").toFile())
                .path("cells")) {
            cell.path("outputs").forEach(output -> {
                output.path("text").forEach(text -> shown.append(text.asText()));
                output.path("data").path("text/html").forEach(html -> shown.append(html.asText()));
            });
        }
        return shown.toString();
    }

    private static Stream<CSVRecord> measures(String metric) throws IOException {
        return Runs.table(SampleRun.folder().resolve("csv/measures.csv")).stream()
                .filter(row -> row.get("metric_id").equals(metric));
    }

    @Test
    void thereAreFourAndTheyHoldNoResultsOfTheirOwn() throws IOException {
        assertEquals(4, notebooks().size());
        for (Path notebook : notebooks()) {
            new ObjectMapper()
                    .readTree(notebook.toFile())
                    .path("cells")
                    .forEach(cell -> assertEquals(0, cell.path("outputs").size(), notebook.toString()));
        }
    }

    @Test
    void theGapOfACountyIsTheOneThatWasPublished() throws IOException {
        String shown = shown("1-county-gap");
        assertTrue(shown.contains("<svg"), shown);
        long published = measures("gap.cv")
                .filter(row -> row.get("subject_type").equals("county")
                        && row.get("facet").equals("R2")
                        && row.get("stage").equals("PRIMARY")
                        && row.get("year").equals("2024"))
                .map(row -> Math.round(Double.parseDouble(row.get("value")) * 10_000) / 10_000.0)
                .filter(value -> shown.contains(" " + value + " "))
                .count();
        assertTrue(published > 0, shown);
    }

    @Test
    void valueAddedCountsTheSchoolsOfTheRunAndHoldsMostTruths() throws IOException {
        String shown = shown("2-value-added");
        long schools = measures("valueadded.school")
                .filter(row -> row.get("facet").equals("score:math")
                        && !row.get("value").isEmpty())
                .count();
        assertTrue(shown.contains(schools + " schools") && shown.contains("<svg"), shown);
        assertTrue(shown.contains("correlation"), shown);
    }

    @Test
    void theVerdictOnClustersIsTheOneThatWasPublished() throws IOException {
        String shown = shown("3-clusters");
        List<String> said = measures("impact.verdict")
                .filter(row -> row.get("subject_type").equals("province"))
                .map(row -> row.get("reason")
                        .substring(row.get("reason").indexOf('|') + 1)
                        .strip())
                .toList();
        assertEquals(2, said.size());
        said.forEach(words -> assertTrue(shown.contains(words), words + " in " + shown));
    }

    @Test
    void anIndicatorOfOnesOwnGivesWhatArithmeticGives() throws IOException {
        String shown = shown("4-own-indicator");
        assertTrue(shown.contains("by hand 0.2500, found 0.2500"), shown);
        assertTrue(shown.contains("fewer than two schools with a figure"), shown);
    }
}
