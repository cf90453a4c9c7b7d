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
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.table.Quality;

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
        List<Fault> found = new ArrayList<>();
        for (Quality q : delivery.quality()) {
            long was = rows.getOrDefault(q.inputTable(), 0L);
            if (q.rule().isEmpty() && q.file().isEmpty() && was >= COMPARABLE) {
                compared(q, was, waivers).ifPresent(found::add);
            }
        }
        return found.isEmpty() ? delivery : delivery.with(found);
    }

    private static Optional<Fault> compared(Quality now, long was, Waivers waivers) {
        String counts = was + " → " + now.rowsIn();
        if (2 * now.rowsIn() < was) {
            return Optional.of(waivers.of(now.inputTable(), Rule.TABLE_HALVED)
                    .map(w -> Fault.of(Rule.WAIVED, now.inputTable(), Waivers.shown(w)))
                    .orElseGet(() -> Fault.of(Rule.TABLE_HALVED, now.inputTable(), counts)));
        }
        boolean shrank = 10 * now.rowsIn() < 8 * was;
        return shrank ? Optional.of(Fault.of(Rule.TABLE_SHRANK, now.inputTable(), counts)) : Optional.empty();
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
