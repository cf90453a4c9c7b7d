package org.junheng.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A file of which one bit has flipped, or the end is gone, is refused, or its cells are what they were: no other cell is ever used. */
class DamagedFilesTest {
    private static final int ROWS = 400;
    private static final String[] NAMES = {"school_code", "year", "school_type", "school_name", "opened_on"};

    @TempDir
    Path folder;

    enum Kind {
        PARQUET("schools.parquet"),
        GZIP("schools.csv.gz"),
        XLSX("schools.xlsx");

        final String file;

        Kind(String file) {
            this.file = file;
        }
    }

    private record Ends(int refused, int unharmed) {}

    @ParameterizedTest
    @EnumSource
    void aFewFlippedBits(Kind kind) throws IOException {
        flips(kind, 12);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("faults")
    void twoHundredFlippedBits(Kind kind) throws IOException {
        flips(kind, 200);
    }

    @ParameterizedTest
    @EnumSource
    void aFewCuts(Kind kind) throws IOException {
        cuts(kind, 6);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("faults")
    void aHundredCuts(Kind kind) throws IOException {
        cuts(kind, 100);
    }

    private void flips(Kind kind, int times) throws IOException {
        Random random = new Random(7);
        Ends ends = damaged(kind, times, bytes -> {
            int bit = random.nextInt(bytes.length * 8);
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            return bytes;
        });
        System.out.println(kind + ": " + times + " one-bit flips, " + ends.refused + " refused, " + ends.unharmed
                + " without effect on any cell, 0 accepted with another");
    }

    private void cuts(Kind kind, int times) throws IOException {
        Random random = new Random(8);
        Ends ends = damaged(kind, times, bytes -> Arrays.copyOf(bytes, random.nextInt(bytes.length)));
        assertEquals(times, ends.refused, kind + " cut short");
        System.out.println(kind + ": cut " + times + " times, refused " + ends.refused + " times");
    }

    private interface Damage {
        byte[] to(byte[] bytes);
    }

    private Ends damaged(Kind kind, int times, Damage damage) throws IOException {
        write(kind);
        byte[] whole = Files.readAllBytes(folder.resolve("data").resolve(kind.file));
        String cells = cells(kind);
        assertEquals(ROWS, cells.lines().count());
        int refused = 0;
        for (int i = 0; i < times; i++) {
            Files.write(folder.resolve("data").resolve(kind.file), damage.to(whole.clone()));
            String found = cells(kind);
            refused += found.isEmpty() ? 1 : 0;
            assertTrue(found.isEmpty() || found.equals(cells), "other cells were accepted: " + i);
        }
        return new Ends(refused, times - refused);
    }

    /** Every used cell of the delivery; nothing where it is refused, which it must say of the file. */
    private String cells(Kind kind) {
        Delivery delivery =
                new DeliveredFiles(folder).input("schools", "data/" + kind.file).read();
        if (delivery.refusal() != null) {
            assertTrue(DeliveredFiles.said(delivery).contains(kind.file), DeliveredFiles.said(delivery));
            return "";
        }
        return delivery.table("schools").dataset().collectAsList().stream()
                .map(DamagedFilesTest::shown)
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String shown(Row row) {
        TreeMap<String, String> cells = new TreeMap<>();
        for (String name : row.schema().fieldNames()) {
            if (!name.startsWith("source_")) {
                cells.put(name, String.valueOf(row.<Object>getAs(name)));
            }
        }
        return cells.toString();
    }

    private void write(Kind kind) throws IOException {
        Path file = folder.resolve("data").resolve(kind.file);
        Files.createDirectories(file.getParent());
        switch (kind) {
            case GZIP -> {
                try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                    out.write(String.join("\n", lines(",")).concat("\n").getBytes(StandardCharsets.UTF_8));
                }
            }
            case XLSX ->
                new Books().sheet("schools", lines("|").toArray(String[]::new)).write(file);
            case PARQUET -> {
                StructType struct = new StructType();
                for (String name : NAMES) {
                    struct = struct.add(name, DataTypes.StringType);
                }
                try (ParquetRows rows = ParquetRows.lasting(file, struct)) {
                    for (@Nullable Object[] row : rows()) {
                        rows.add(row);
                    }
                }
            }
        }
    }

    private static List<String> lines(String separator) {
        List<String> lines = new ArrayList<>(List.of(String.join(separator, NAMES)));
        for (Object[] row : rows()) {
            lines.add(Arrays.stream(row).map(String::valueOf).collect(Collectors.joining(separator)));
        }
        return lines;
    }

    private static List<Object[]> rows() {
        Random random = new Random(6);
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            String opened = 1950 + random.nextInt(60) + "-09-01";
            String type = random.nextBoolean() ? "PRIMARY" : "JUNIOR";
            rows.add(new Object[] {"S" + random.nextInt(10) + i, "2023", type, "第" + random.nextInt() + "学校", opened});
        }
        return rows;
    }
}
