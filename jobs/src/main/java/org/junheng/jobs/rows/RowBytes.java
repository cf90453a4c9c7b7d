package org.junheng.jobs.rows;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Schema;

/**
 * Rows of one shape as bytes: how many follow, a bit for each cell that is there, then these cells; a row in a cell is written alike. A reader passes over
 * what it does not ask for.
 */
final class RowBytes implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LONG_TEXT = 0xFF;

    private final StructType struct;
    private final CellKind[] kinds;
    private final @Nullable RowBytes[] inner;

    RowBytes(StructType struct) {
        this.struct = struct;
        StructField[] fields = struct.fields();
        this.kinds = new CellKind[fields.length];
        this.inner = new @Nullable RowBytes[fields.length];
        for (int i = 0; i < fields.length; i++) {
            kinds[i] = CellKind.of(fields[i].dataType());
            inner[i] = fields[i].dataType() instanceof StructType of ? new RowBytes(of) : null;
        }
    }

    StructType struct() {
        return struct;
    }

    /** A cell by its place. */
    private interface Cells {
        @Nullable
        Object at(int column);
    }

    void put(Row row, RecordBytes to) {
        put(row::get, to);
    }

    /** A row as the engine holds it. */
    void put(InternalRow row, RecordBytes to) {
        StructField[] fields = struct.fields();
        put(column -> row.isNullAt(column) ? null : row.get(column, fields[column].dataType()), to);
    }

    /** Some cells of a row, in the shape of this. */
    void put(Row row, int[] places, RecordBytes to) {
        put(column -> places[column] < 0 ? null : row.get(places[column]), to);
    }

    private void put(Cells cells, RecordBytes to) {
        int begin = to.size();
        to.putInt(0);
        for (int i = 0; i < bitmap(); i++) {
            to.putByte(0);
        }
        for (int i = 0; i < kinds.length; i++) {
            Object cell = cells.at(i);
            if (cell != null) {
                to.setBits(begin + Integer.BYTES + i / 8, 1 << (i % 8));
                put(i, cell, to);
            }
        }
        to.setInt(begin, to.size() - begin - Integer.BYTES);
    }

    private void put(int column, Object cell, RecordBytes to) {
        switch (kinds[column]) {
            case TEXT ->
                putText(
                        cell instanceof UTF8String text
                                ? text.getBytes()
                                : ((String) cell).getBytes(StandardCharsets.UTF_8),
                        to);
            case INT -> to.putInt((Integer) cell);
            case LONG -> to.putLong((Long) cell);
            case DOUBLE -> to.putDouble((Double) cell);
            case FLAG -> to.putByte((Boolean) cell ? 1 : 0);
            case DAY -> to.putInt(cell instanceof LocalDate day ? (int) day.toEpochDay() : (Integer) cell);
            case ROW -> {
                RowBytes of = inner(column);
                if (cell instanceof InternalRow row) {
                    of.put(row, to);
                } else {
                    of.put((Row) cell, to);
                }
            }
        }
    }

    private static void putText(byte[] text, RecordBytes to) {
        if (text.length < LONG_TEXT) {
            to.putByte(text.length);
        } else {
            to.putByte(LONG_TEXT).putInt(text.length);
        }
        to.putRaw(text, 0, text.length);
    }

    private RowBytes inner(int column) {
        RowBytes of = inner[column];
        if (of == null) {
            throw new IllegalArgumentException(struct.fieldNames()[column] + " holds no rows");
        }
        return of;
    }

    private int bitmap() {
        return (kinds.length + 7) / 8;
    }

    /** Where the row that begins at a place ends. */
    static int end(ByteBuffer in, int begin) {
        return begin + Integer.BYTES + in.getInt(begin);
    }

    /** The row that begins at a place. */
    Row row(ByteBuffer in, int begin, Texts texts) {
        @Nullable Object[] cells = new @Nullable Object[kinds.length];
        int at = begin + Integer.BYTES + bitmap();
        for (int i = 0; i < cells.length; i++) {
            if (isThere(in, begin, i)) {
                cells[i] = cell(i, in, at, texts);
                at = after(i, in, at);
            }
        }
        return Schema.named(cells, struct);
    }

    /** One cell of the row that begins at a place. */
    @Nullable
    Object cell(ByteBuffer in, int begin, int column, Texts texts) {
        return isThere(in, begin, column) ? cell(column, in, place(in, begin, column), texts) : null;
    }

    private Object cell(int column, ByteBuffer in, int at, Texts texts) {
        return switch (kinds[column]) {
            case TEXT -> {
                int begin = body(in, at);
                yield texts.of(in, begin, after(column, in, at) - begin);
            }
            case INT -> in.getInt(at);
            case LONG -> in.getLong(at);
            case DOUBLE -> in.getDouble(at);
            case FLAG -> in.get(at) == 1;
            case DAY -> LocalDate.ofEpochDay(in.getInt(at));
            case ROW -> inner(column).row(in, at, texts);
        };
    }

    boolean isThere(ByteBuffer in, int begin, int column) {
        return (in.get(begin + Integer.BYTES + column / 8) & (1 << (column % 8))) != 0;
    }

    /** Where a cell begins that is there. */
    int place(ByteBuffer in, int begin, int column) {
        int at = begin + Integer.BYTES + bitmap();
        for (int i = 0; i < column; i++) {
            if (isThere(in, begin, i)) {
                at = after(i, in, at);
            }
        }
        return at;
    }

    /** Where the cell ends that begins at a place. */
    int after(int column, ByteBuffer in, int at) {
        return switch (kinds[column]) {
            case TEXT -> {
                int length = in.get(at) & LONG_TEXT;
                yield body(in, at) + (length == LONG_TEXT ? in.getInt(at + 1) : length);
            }
            case ROW -> end(in, at);
            default -> at + kinds[column].size();
        };
    }

    private static int body(ByteBuffer in, int at) {
        return (in.get(at) & LONG_TEXT) == LONG_TEXT ? at + 1 + Integer.BYTES : at + 1;
    }

    /** Some cells, absent ones too, so that equal bytes are equal cells. */
    void putKey(ByteBuffer in, int begin, int[] columns, RecordBytes to) {
        for (int column : columns) {
            boolean there = isThere(in, begin, column);
            to.putByte(there ? 1 : 0);
            if (there) {
                int at = place(in, begin, column);
                to.putRaw(in.array(), in.arrayOffset() + at, after(column, in, at) - at);
            }
        }
    }

    /**
     * A cell so that its bytes, without their signs, are ordered as cells are: none before any, texts by their bytes, numbers and days by size, no before yes.
     */
    void putOrdered(ByteBuffer in, int begin, int column, RecordBytes to) {
        if (!isThere(in, begin, column)) {
            to.putByte(0);
            return;
        }
        to.putByte(1);
        int at = place(in, begin, column);
        switch (kinds[column]) {
            case TEXT -> {
                int end = after(column, in, at);
                for (int i = body(in, at); i < end; i++) {
                    to.putByte(in.get(i));
                    if (in.get(i) == 0) {
                        to.putByte(LONG_TEXT); // a text that goes on comes after one that ends
                    }
                }
                to.putShort(0);
            }
            case INT, DAY -> to.putInt(in.getInt(at) ^ Integer.MIN_VALUE);
            case LONG -> to.putLong(in.getLong(at) ^ Long.MIN_VALUE);
            case FLAG -> to.putByte(in.get(at));
            case DOUBLE, ROW -> throw new IllegalArgumentException("no order of " + struct.fieldNames()[column]);
        }
    }
}
