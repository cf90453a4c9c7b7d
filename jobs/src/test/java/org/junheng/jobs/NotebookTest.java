package org.junheng.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.apache.commons.csv.CSVRecord;
import org.junheng.jobs.simulate.Plan;
import org.junheng.jobs.simulate.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The notebook runs from its first line to its last, and shows what the run has published. */
class NotebookTest {
    private static final Path NOTEBOOK = Path.of("..", "notebooks", "first-look.jsh");
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    @TempDir
    Path folder;

    @Test
    void theFirstLookShowsTheNumbersOfTheRun() throws IOException {
        Simulation.write(folder, Plan.of(60, 4, 1200, 7));
        Path run = Runs.of(folder.resolve("evaluation.yaml"), folder.resolve("out"));
        String printed = printed(Files.readString(NOTEBOOK), run);
        List<CSVRecord> measures = Runs.table(run.resolve("csv/measures.csv"));
        long sound = measures.stream().filter(m -> m.get("status").equals("OK")).count();
        assertTrue(printed.lines().anyMatch(l -> l.matches("\\s*OK\\s*\\|\\s*" + sound + "\\s*\\|")), printed);
        assertEquals(
                List.of(),
                measures.stream()
                        .filter(m -> m.get("metric_id").equals("gap.cv")
                                && m.get("subject_type").equals("county"))
                        .filter(m ->
                                m.get("facet").equals("R1") && m.get("stage").equals("PRIMARY"))
                        .map(m -> m.get("subject_id"))
                        .distinct()
                        .filter(county -> !printed.contains(" " + county + " "))
                        .toList());
        String best = measures.stream()
                .filter(m -> m.get("metric_id").equals("valueadded.school")
                        && m.get("facet").equals("score:math"))
                .filter(m -> !m.get("value").isEmpty())
                .max((a, b) -> Double.compare(Double.parseDouble(a.get("value")), Double.parseDouble(b.get("value"))))
                .orElseThrow()
                .get("subject_id");
        assertTrue(printed.contains(best), printed);
    }

    /** A title may come from the evaluation file: what a notebook draws under it holds no markup of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"1-county-gap", "2-value-added", "3-clusters"})
    void aTitleStaysTextInADrawnCell(String notebook) throws IOException {
        String script = "";
        for (JsonNode cell : new ObjectMapper()
                .readTree(Path.of("..", "notebooks", notebook + ".ipynb").toFile())
                .path("cells")) {
            StringBuilder source = new StringBuilder();
            cell.path("source").forEach(line -> source.append(line.asText()));
            int from = source.indexOf("void draw(Chart");
            script += from < 0 ? "" : source.substring(from);
        }
        assertTrue(script.startsWith("void draw"), notebook);
        String shown = printed(
                "import java.util.*;\nimport org.junheng.jobs.report.svg.*;\nvoid display(String type, String html) { System.out.println(html); }\n"
                        + script
                        + "\ndraw(new Trend(\"<script>alert(1)</script>\", \"<b>\", List.of(2024), List.of(), null));\n",
                folder);
        assertTrue(shown.contains("&lt;script&gt;"), shown);
        assertFalse(shown.contains("<script"), shown);
    }

    private static String printed(String script, Path run) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
                JShell shell = JShell.builder()
                        .out(out)
                        .remoteVMOptions("-Djunheng.run=" + run, "-Dstdout.encoding=UTF-8", "-Dfile.encoding=UTF-8")
                        .build()) {
            shell.addToClasspath(CLASS_PATH);
            String rest = script;
            while (!rest.isBlank()) {
                CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
                for (SnippetEvent event : next.source() == null ? List.<SnippetEvent>of() : shell.eval(next.source())) {
                    assertEquals(Snippet.Status.VALID, event.status(), () -> said(shell, event));
                    assertEquals(null, event.exception(), () -> said(shell, event));
                }
                rest = next.remaining();
            }
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    private static String said(JShell shell, SnippetEvent event) {
        return event.snippet().source()
                + shell.diagnostics(event.snippet())
                        .map(d -> d.getMessage(java.util.Locale.ROOT))
                        .toList();
    }
}
