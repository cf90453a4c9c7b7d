package org.junheng.jobs.simulate;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Schema;

/** A CSV file being written row by row: UTF-8, a header, lines ended by a line feed, numbers without exponent and with at most six decimals. */
final class CsvFile implements Closeable {
    private static final int DECIMALS = 6;

    private final BufferedWriter writer;
    private final StringBuilder line = new StringBuilder();
    private final int columns;
    private long row;

    CsvFile(Path file, List<String> header) throws IOException {
        this.writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        this.columns = header.size();
        cells(header.toArray());
    }

    /** The file of a table of the contract, with its header. */
    static CsvFile of(Path folder, Class<? extends Record> table) throws IOException {
        Schema<?> schema = Schema.of(table);
        return new CsvFile(folder.resolve(schema.table() + ".csv"), schema.names());
    }

    /** Writes a record of the table and says in which physical line. */
    @SuppressWarnings("unchecked")
    <R extends Record> long add(R facts) throws IOException {
        Row cells = ((Schema<R>) Schema.of(facts.getClass())).row(facts);
        Object[] values = new Object[cells.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = cells.get(i);
        }
        return cells(values);
    }

    /** Writes a row of cells as they are, and says in which physical line. */
    long cells(@Nullable Object... values) throws IOException {
        if (values.length != columns) {
            throw new IllegalArgumentException(values.length + " cells in a table of " + columns + " columns");
        }
        line.setLength(0);
        for (int i = 0; i < values.length; i++) {
            line.append(i == 0 ? "" : ",").append(text(values[i]));
        }
        return line(line);
    }

    /** Writes a finished line; the fast way for the many rows of pupils. */
    long line(CharSequence text) throws IOException {
        writer.append(text).append('\n');
        return ++row;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    /** A number as text, the same on every version of Java. */
    static String number(double value) {
        BigDecimal rounded = new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value instanceof Double number ? number(number) : value.toString();
        if (text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("the generator writes no cell that needs quotes: " + text);
        }
        return text;
    }
}
