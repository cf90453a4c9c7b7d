package org.junheng.jobs.ingest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junheng.jobs.table.Quality;
import org.junheng.jobs.table.Schema;

/** The folder {@code check}: the account of every row, and the rows that left. */
public final class CheckFolder {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private CheckFolder() {}

    /** Writes {@code csv/quality.csv} and {@code quarantine/<table>.csv}, in place of what an earlier check left there. */
    public static void write(Path folder, Delivery delivery) throws IOException {
        Path csv = Files.createDirectories(folder.resolve("csv"));
        Path quarantine = Files.createDirectories(folder.resolve("quarantine"));
        try (var old = Files.newDirectoryStream(quarantine, "*.csv")) {
            for (Path path : old) {
                Files.delete(path);
            }
        }
        writeQuality(csv.resolve("quality.csv"), delivery);
        for (Map.Entry<String, Path> entry : delivery.quarantine().entrySet()) {
            Files.copy(
                    entry.getValue(), quarantine.resolve(entry.getKey() + ".csv"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The same for people, as {@code quality.html} and {@code quality.xlsx}. */
    public static void writeReport(Path folder, Delivery delivery) throws IOException {
        QualityReport.of(delivery).write(folder);
    }

    private static void writeQuality(Path file, Delivery delivery) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                CSVPrinter printer = new CSVPrinter(writer, FORMAT)) {
            printer.printRecord(Schema.of(Quality.class).names());
            for (Quality row : delivery.quality()) {
                printer.printRecord(
                        row.inputTable(),
                        InertText.of(row.file()),
                        row.rule(),
                        row.severity(),
                        row.rowsIn(),
                        row.rowsUsed(),
                        row.rowsQuarantined(),
                        InertText.of(row.examples()));
            }
        }
    }
}
