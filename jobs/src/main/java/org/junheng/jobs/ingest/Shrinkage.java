package org.junheng.jobs.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.config.Waiver;
import org.junheng.jobs.table.Quality;
import org.junheng.metric.Words;

/** Tables against those of the run before: one that lost a fifth of its rows is told, one that lost half is refused. */
public final class Shrinkage {
    private static final int COMPARABLE = 10;

    private Shrinkage() {}

    /**
     * The delivery with what must be said of tables that shrank.
     *
     * @param before folder of the last run of this evaluation; it may not be there
     */
    public static Delivery judged(Delivery delivery, Evaluation evaluation, Path before) {
        Map<String, Long> rows = rows(before, evaluation.id());
        Waivers waivers = new Waivers(evaluation.waivers());
        List<Words> messages = new ArrayList<>(delivery.messages());
        List<Words> refusals = new ArrayList<>();
        for (Quality q : delivery.quality()) {
            long was = rows.getOrDefault(q.inputTable(), 0L);
            if (q.rule().isEmpty() && q.file().isEmpty() && was >= COMPARABLE) {
                compare(q, was, waivers, messages, refusals);
            }
        }
        if (refusals.isEmpty() && messages.size() == delivery.messages().size()) {
            return delivery;
        }
        Refusal refusal = delivery.refusal();
        if (refusal != null) {
            refusals.addAll(0, refusal.sentences());
        }
        return delivery.with(messages, refusals.isEmpty() ? null : new Refusal(ExitStatus.REFUSED, refusals));
    }

    private static void compare(Quality now, long was, Waivers waivers, List<Words> messages, List<Words> refusals) {
        String counts = was + " → " + now.rowsIn();
        Optional<Waiver> waiver = waivers.of(now.inputTable(), Rule.TABLE_HALVED);
        if (2 * now.rowsIn() < was && waiver.isEmpty()) {
            refusals.add(Fault.of(Rule.TABLE_HALVED, now.inputTable(), counts).words());
        } else if (2 * now.rowsIn() < was) {
            messages.add(Fault.of(Rule.WAIVED, now.inputTable(), Waivers.shown(waiver.orElseThrow()))
                    .words());
        } else if (10 * now.rowsIn() < 8 * was) {
            messages.add(Fault.of(Rule.TABLE_SHRANK, now.inputTable(), counts).words());
        }
    }

    /** The rows that each table had; none when there is no such run, or it was of another evaluation. */
    private static Map<String, Long> rows(Path run, String evaluation) {
        Map<String, Long> rows = new TreeMap<>();
        Path quality = run.resolve("check/csv/quality.csv");
        Path manifest = run.resolve("manifest.json");
        if (!Files.isRegularFile(quality) || !Files.isRegularFile(manifest)) {
            return rows;
        }
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var in = Files.newBufferedReader(quality, StandardCharsets.UTF_8)) {
            boolean same = new ObjectMapper()
                    .readTree(manifest.toFile())
                    .path("evaluation")
                    .asText()
                    .equals(evaluation);
            for (CSVRecord r : same ? format.parse(in).getRecords() : List.<CSVRecord>of()) {
                if (r.get("file").isEmpty() && r.get("rule").isEmpty()) {
                    rows.put(r.get("input_table"), Long.parseLong(r.get("rows_in")));
                }
            }
            return rows;
        } catch (IOException | RuntimeException e) {
            return Map.of(); // a run that cannot be read any more is nothing to compare with
        }
    }
}
