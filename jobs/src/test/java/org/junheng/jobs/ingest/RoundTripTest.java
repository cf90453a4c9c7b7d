package org.junheng.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.Runs;
import org.junheng.jobs.SparkForTests;
import org.junheng.jobs.config.EvaluationReader;
import org.junheng.jobs.simulate.Plan;
import org.junheng.jobs.simulate.Simulation;
import org.junheng.jobs.table.Inputs;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.table.Vocabulary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A drawn province, delivered as CSV, as GB18030 forms with Chinese headings and as workbooks, is the same province. */
class RoundTripTest {
    @TempDir
    Path folder;

    private final List<Schema<?>> drawn = new ArrayList<>();
    private final Map<String, StringBuilder> inputs = new LinkedHashMap<>();

    @BeforeEach
    void deliver() throws IOException {
        Simulation.write(folder.resolve("csv"), Plan.of(40, 4, 200, 5));
        Files.createDirectories(folder.resolve("forms"));
        Files.createDirectories(folder.resolve("books"));
        Files.writeString(folder.resolve("key"), "a key for these tests");
        List.of("csv", "forms", "books").forEach(clothes -> inputs.put(clothes, new StringBuilder()));
        drawn.addAll(drawn());
        for (Schema<?> table : drawn) {
            String name = table.table();
            List<CSVRecord> records = records(folder.resolve("csv/data/" + name + ".csv"));
            form(folder.resolve("forms/" + name + ".csv"), table, records);
            TemplateBook.write(folder.resolve("books/" + name + ".xlsx"), table, typed(table, records));
            add("csv", name, "csv/data/" + name + ".csv");
            add("forms", name, "{path: forms/" + name + ".csv, encoding: GB18030}");
            add("books", name, "books/" + name + ".xlsx");
        }
    }

    private void add(String clothes, String table, String input) {
        Objects.requireNonNull(inputs.get(clothes)).append("  " + table + ": " + input + "\n");
    }

    @Test
    void formsAndWorkbooksAreReadBitForBit() throws IOException {
        Delivery expected = read("csv");
        for (Delivery actual : List.of(read("forms"), read("books"))) {
            for (Schema<?> table : drawn) {
                assertEquals(rows(expected, table), rows(actual, table), table.table());
                assertEquals(
                        DeliveredFiles.account(expected, table.table()),
                        DeliveredFiles.account(actual, table.table()),
                        table.table());
            }
        }
        assertEquals(17, drawn.size(), "tables of a drawn province");
        assertFalse(rows(expected, Inputs.named("pupil_scores").orElseThrow()).isEmpty());
    }

    /** Every byte of every published table; of {@code quality}, which names files and conversions, the account of every table. */
    @Test
    void aWholeRunPublishesTheSameBytes() throws IOException {
        Map<String, String> expected = published("csv");
        assertEquals(expected, published("forms"));
        assertEquals(expected, published("books"));
        assertTrue(expected.size() >= 10, expected.keySet().toString());
        assertTrue(expected.get("measures.csv").lines().count() > 1_000);
    }

    private Map<String, String> published(String clothes) throws IOException {
        String evaluation = Files.readString(folder.resolve("csv/evaluation.yaml"))
                .replaceAll("(?m)^  [a-z_]+: data/.*\n", "")
                .replace("inputs:\n", "privacy: {key_file: key}\ninputs:\n" + inputs.get(clothes));
        Path file = Files.writeString(folder.resolve("of-" + clothes + ".yaml"), evaluation);
        Files.copy(
                folder.resolve("csv/protocol.yaml"),
                folder.resolve("protocol.yaml"),
                StandardCopyOption.REPLACE_EXISTING);
        Path run = Runs.of(file, folder.resolve("out-" + clothes), new Room(Room.ORDINARY, () -> {}));
        Map<String, String> tables = new TreeMap<>();
        try (Stream<Path> all = Files.list(run.resolve("csv"))) {
            for (Path table : all.toList()) {
                String name = String.valueOf(table.getFileName());
                tables.put(name, name.equals("quality.csv") ? accounts(table) : Files.readString(table));
            }
        }
        return tables;
    }

    private static String accounts(Path quality) throws IOException {
        return records(quality).stream()
                .filter(r -> r.get("rule").isEmpty() && r.get("file").isEmpty())
                .map(CSVRecord::toString)
                .map(r -> r.replaceAll(".*values=", ""))
                .collect(Collectors.joining("\n"));
    }

    /** The tables that a drawn province has. */
    private List<Schema<?>> drawn() {
        return Inputs.ALL.stream()
                .<Schema<?>>map(table -> table)
                .filter(table -> Files.exists(folder.resolve("csv/data/" + table.table() + ".csv")))
                .toList();
    }

    private Delivery read(String clothes) throws IOException {
        Path file = folder.resolve("evaluation.yaml");
        Files.writeString(
                file,
                "evaluation: e\nyears: [2021, 2022, 2023, 2024]\ngate: {max_quarantined_share: 1}\nprivacy: {key_file: key}\ninputs:\n"
                        + inputs.get(clothes));
        return Ingest.read(
                SparkForTests.session(),
                EvaluationReader.read(file, Set.of()),
                Files.createTempDirectory(folder, "spill"));
    }

    /** Everything but the file it came from. */
    private static List<String> rows(Delivery delivery, Schema<?> table) {
        return delivery.tables().get(table.table()).rows().list().stream()
                .map(r -> text(r, table))
                .sorted()
                .toList();
    }

    private static String text(Row row, Schema<?> table) {
        return table.names().stream()
                        .map(n -> String.valueOf(row.<Object>getAs(n)))
                        .collect(Collectors.joining("|"))
                + row.getAs("source_row");
    }

    private static List<CSVRecord> records(Path file) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(file))
                .getRecords();
    }

    private static void form(Path file, Schema<?> table, List<CSVRecord> records) throws IOException {
        try (CSVPrinter out =
                new CSVPrinter(Files.newBufferedWriter(file, Charset.forName("GB18030")), CSVFormat.EXCEL)) {
            out.printRecord(table.columns().stream()
                    .map(c -> Vocabulary.heading(c.name()).orElseThrow())
                    .toList());
            for (CSVRecord r : records) {
                out.printRecord(table.columns().stream().map(c -> chinese(c, r)).toList());
            }
        }
    }

    private static String chinese(Schema.Column column, CSVRecord r) {
        String cell = r.get(column.name());
        if (column.type() == Boolean.class) {
            return cell.replace("true", "是").replace("false", "否");
        }
        return TemplateBook.words(column).getOrDefault(cell, cell);
    }

    private static List<@Nullable Object[]> typed(Schema<?> table, List<CSVRecord> records) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (CSVRecord r : records) {
            rows.add(
                    table.columns().stream().map(c -> typed(c, r.get(c.name()))).toArray());
        }
        return rows;
    }

    private static @Nullable Object typed(Schema.Column column, String cell) {
        Class<?> type = column.type();
        if (cell.isEmpty()) {
            return null;
        } else if (type == Boolean.class && cell.matches("true|false")) {
            return Boolean.valueOf(cell);
        } else if (type == LocalDate.class && cell.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return LocalDate.parse(cell);
        }
        boolean number = type != String.class && cell.matches("-?[0-9]+(\\.[0-9]+)?");
        return number ? (Object) Double.valueOf(cell) : cell;
    }
}
