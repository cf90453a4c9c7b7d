package org.junheng.jobs.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junheng.jobs.SparkForTests;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.config.EvaluationReader;
import org.junheng.jobs.table.Quality;
import org.junheng.metric.Words;

/** A small delivery written by a test: one county, the primary school S1, the junior school S2 and cluster C1, all in 2023. */
final class DeliveredFiles {
    private final Path folder;
    private final Map<String, String> inputs = new LinkedHashMap<>();
    private String settings = "";
    private String gate = "1";

    DeliveredFiles(Path folder) {
        this.folder = folder;
        with("schools", "school_code,year,school_type,opened_on", "S1,2023,PRIMARY,2000-09-01", "S2,2023,JUNIOR,");
    }

    DeliveredFiles with(String table, String... lines) {
        inputs.put(table, "data/" + table + ".csv");
        return file("data/" + table + ".csv", String.join("\n", lines) + "\n");
    }

    DeliveredFiles file(String path, String text) {
        try {
            Files.createDirectories(folder.resolve(path).getParent());
            Files.writeString(folder.resolve(path), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DeliveredFiles input(String table, String path) {
        inputs.put(table, path);
        return this;
    }

    DeliveredFiles settings(String lines) {
        settings = lines;
        return this;
    }

    DeliveredFiles gate(String share) {
        gate = share;
        return this;
    }

    Path place(String path) {
        return folder.resolve(path);
    }

    /** The account alone: the rows of the tables cannot be asked. */
    Delivery check() {
        return Ingest.checked(evaluation(), folder.resolve("spill"));
    }

    /** The same of what was known of the roster on a day. */
    Delivery checkAsKnownOn(String day) {
        evaluation();
        Path file = folder.resolve("evaluation.yaml");
        return Ingest.checked(
                EvaluationReader.read(file, Set.of(), new EvaluationReader.Day(null, LocalDate.parse(day))),
                folder.resolve("spill"));
    }

    Delivery read() {
        Evaluation evaluation = evaluation();
        return Ingest.read(SparkForTests.session(), evaluation, folder.resolve("spill"));
    }

    /** Reads what was known of the roster on a day. */
    Delivery readAsKnownOn(String day) {
        evaluation();
        Evaluation evaluation = EvaluationReader.read(
                folder.resolve("evaluation.yaml"), Set.of(), new EvaluationReader.Day(null, LocalDate.parse(day)));
        return Ingest.read(SparkForTests.session(), evaluation, folder.resolve("spill"));
    }

    Evaluation evaluation() {
        String tables = inputs.entrySet().stream()
                .map(e -> "  " + e.getKey() + ": "
                        + (e.getValue().startsWith("{") ? e.getValue() : "\"" + e.getValue() + "\"") + "\n")
                .collect(Collectors.joining());
        file(
                "evaluation.yaml",
                "evaluation: e\nyears: [2023]\ngate: {max_quarantined_share: " + gate + "}\ninputs:\n" + tables
                        + settings);
        return EvaluationReader.read(folder.resolve("evaluation.yaml"), Set.of());
    }

    /** {@code in used quarantined} of a table. */
    static String account(Delivery delivery, String table) {
        return delivery.quality().stream()
                .filter(q -> q.inputTable().equals(table) && q.rule().isEmpty())
                .map(q -> q.rowsIn() + " " + q.rowsUsed() + " " + q.rowsQuarantined())
                .collect(Collectors.joining());
    }

    /** The codes of the rules that were found in a table, in order. */
    static String rules(Delivery delivery, String table) {
        return delivery.quality().stream()
                .filter(q -> q.inputTable().equals(table) && !q.rule().isEmpty())
                .map(Quality::rule)
                .filter(r -> !r.equals("H02"))
                .collect(Collectors.joining(" "));
    }

    /** Everything that is said in English. */
    static String said(Delivery delivery) {
        String messages = delivery.messages().stream().map(Words::en).collect(Collectors.joining("\n"));
        String refused = delivery.refusal() == null
                ? ""
                : Objects.requireNonNull(delivery.refusal()).sentences().stream()
                        .map(Words::en)
                        .collect(Collectors.joining("\n"));
        return messages + "\n" + refused;
    }

    /** The values of a column in the order of the rows. */
    static String column(Delivery delivery, String table, String column) {
        return delivery.table(table).dataset().orderBy("source_file", "source_row").collectAsList().stream()
                .map(r -> String.valueOf(r.<Object>getAs(column)))
                .collect(Collectors.joining(" "));
    }

    static Row first(Delivery delivery, String table) {
        return delivery.table(table).dataset().orderBy("source_row").first();
    }
}
