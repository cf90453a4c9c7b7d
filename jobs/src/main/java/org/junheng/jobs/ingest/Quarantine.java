package org.junheng.jobs.ingest;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Schema;

/** The rows of a table that left: written as they come, whole, with personal columns masked and formulas made inert. */
final class Quarantine implements Closeable {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private final Schema<?> schema;
    private final Mask mask;
    private final Path file;
    private @Nullable CSVPrinter printer;

    Quarantine(Schema<?> schema, Mask mask, Path folder) {
        this.schema = schema;
        this.mask = mask;
        this.file = folder.resolve(schema.table() + ".csv");
    }

    /** The file; empty when no row left. */
    Optional<Path> file() {
        return printer == null ? Optional.empty() : Optional.of(file);
    }

    void add(Fault fault, RawRow raw, Header header) {
        List<String> cells = new ArrayList<>();
        cells.add(fault.rule().code());
        cells.add(fault.file());
        cells.add(String.valueOf(fault.row()));
        cells.add(fault.column());
        cells.add(fault.value() == null ? "" : InertText.of(fault.value()));
        cells.add(fault.rule().what(fault.detail()).both());
        cells.add(fault.rule().fix().both());
        boolean shifted = fault.column().isEmpty();
        for (String column : schema.names()) {
            int at = header.names().indexOf(column);
            cells.add(
                    at < 0 || at >= raw.cells().size()
                            ? ""
                            : cell(column, raw.cells().get(at), shifted));
        }
        cells.add(further(raw, header, shifted));
        print(cells);
    }

    private String cell(String column, String cell, boolean shifted) {
        return InertText.of(mask.cell(shifted ? "" : column, cell));
    }

    private String further(RawRow raw, Header header, boolean shifted) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < raw.cells().size(); i++) {
            String name = i < header.names().size() ? header.names().get(i) : "";
            boolean dropped = name.isEmpty()
                    && i < header.headings().size()
                    && header.headings().get(i).isKnown();
            if (!dropped
                    && !schema.names().contains(name)
                    && !raw.cells().get(i).isBlank()) {
                cells.add(name + "=" + cell(name, raw.cells().get(i), shifted));
            }
        }
        return InertText.of(String.join("; ", cells));
    }

    private void print(List<String> cells) {
        try {
            if (printer == null) {
                printer = open();
            }
            printer.printRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CSVPrinter open() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        CSVPrinter opened = new CSVPrinter(writer, FORMAT);
        List<String> header = new ArrayList<>(List.of("rule", "file", "row", "column", "value", "reason", "fix"));
        schema.names().forEach(n -> header.add("cell:" + n));
        header.add("cell:further");
        opened.printRecord(header);
        return opened;
    }

    @Override
    public void close() throws IOException {
        if (printer != null) {
            printer.close();
        }
    }
}
