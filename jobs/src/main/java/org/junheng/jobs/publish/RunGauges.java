package org.junheng.jobs.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.RunSummary;
import org.junheng.jobs.Stopwatch;

/**
 * How the last run ended, as gauges in the text format of Prometheus, replaced as a whole at every end; for the collector of text files of a
 * machine that runs Junheng on a schedule.
 */
public final class RunGauges {
    private final Path out;
    private final String evaluation;
    private final List<String> lines = new ArrayList<>();

    /** @param out where results go; the gauges are {@code junheng.prom} in it */
    public RunGauges(Path out, String evaluation) {
        this.out = out;
        this.evaluation = evaluation;
    }

    /**
     * The facts of a run by name, for the last line.
     *
     * @param folder where it stands, in the words of whoever asked for it
     */
    public static Map<String, Object> facts(RunSummary summary, String folder) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("run_id", summary.runId());
        facts.put("folder", folder);
        facts.put("computed", summary.isNew());
        facts.put("rows_read", summary.account().read());
        facts.put("rows_used", summary.account().used());
        facts.put("rows_quarantined", summary.account().quarantined());
        facts.put("measures", summary.statuses());
        facts.put("judgements", summary.verdicts());
        return facts;
    }

    /** When the newest file of each table was written: how fresh a delivery is. */
    public void delivered(Map<String, Instant> written) {
        Map<String, Object> seconds = new LinkedHashMap<>();
        written.forEach((table, at) -> seconds.put(table, at.getEpochSecond()));
        gauge(
                "junheng_input_written_seconds",
                "When the newest file of a table was written.",
                labelled("table", seconds));
    }

    /** What differs from the run before, by kind of change. */
    public void changed(String table, Map<String, Long> kinds) {
        gauge(
                "junheng_run_" + table + "_changes",
                "Rows of " + table + " against the run before.",
                labelled("change", kinds));
    }

    /**
     * Writes the gauges; where there is no folder for results there are none to speak of.
     *
     * @param summary null when the run did not end well
     */
    public void write(int exit, @Nullable RunSummary summary, Stopwatch watch) {
        if (!Files.isDirectory(out)) {
            return;
        }
        gauge("junheng_run_exit_status", "Exit status of the last run.", Map.of("", exit));
        gauge(
                "junheng_run_end_seconds",
                "When the last run ended.",
                Map.of("", Instant.now().getEpochSecond()));
        gauge("junheng_run_duration_seconds", "How long it took.", Map.of("", watch.total()));
        gauge("junheng_run_stage_seconds", "How long each stage took.", labelled("stage", watch.seconds()));
        gauge("junheng_run_peak_memory_bytes", "Most heap in use.", Map.of("", Stopwatch.peakMemory()));
        if (summary != null) {
            RunSummary.Account account = summary.account();
            gauge("junheng_run_computed", "0 when nothing had changed.", Map.of("", summary.isNew() ? 1 : 0));
            Map<String, Object> fates = new LinkedHashMap<>();
            fates.put("used", account.used());
            fates.put("quarantined", account.quarantined());
            gauge("junheng_run_rows", "Delivered rows by what became of them.", labelled("fate", fates));
            gauge("junheng_run_measures", "Measures by status.", labelled("status", summary.statuses()));
            gauge("junheng_run_judgements", "Judgements by verdict.", labelled("verdict", summary.verdicts()));
        }
        replace();
    }

    private static Map<String, Object> labelled(String label, Map<String, ?> values) {
        Map<String, Object> labelled = new LinkedHashMap<>();
        values.forEach((name, value) -> labelled.put("," + label + "=\"" + name + "\"", value));
        return labelled;
    }

    private void gauge(String name, String help, Map<String, ?> values) {
        lines.add("# HELP " + name + " " + help);
        lines.add("# TYPE " + name + " gauge");
        values.forEach((label, value) -> lines.add(name + "{evaluation=\"" + evaluation + "\"" + label + "} " + value));
    }

    private void replace() {
        Path file = out.resolve("junheng.prom");
        Path next = out.resolve(".junheng.prom");
        try {
            Files.writeString(next, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Storage.refuse(file, e);
        }
    }
}
