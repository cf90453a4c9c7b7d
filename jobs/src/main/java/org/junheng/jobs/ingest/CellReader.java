package org.junheng.jobs.ingest;

import org.jspecify.annotations.Nullable;

/** Reads the cells of one column. */
interface CellReader {
    /**
     * The value of a cell; null when it is missing.
     *
     * @throws RowFault when the cell cannot be read without guessing
     */
    @Nullable
    Object read(String cell, CellNotes notes) throws RowFault;

    /** The reader of a column, by the type and the name of its record component. */
    static CellReader of(org.junheng.jobs.table.Schema.Column column) {
        Class<?> type = column.type();
        if (type == String.class) {
            return isCode(column.name()) ? TextCells::code : TextCells::text;
        } else if (type.isEnum()) {
            return new WordCells(type);
        } else if (type == boolean.class || type == Boolean.class) {
            return WordCells::flag;
        } else if (type == java.time.LocalDate.class) {
            return DateCells::date;
        } else if (column.name().equals("year")) {
            return NumberCells.year(column);
        }
        return NumberCells.of(column);
    }

    private static boolean isCode(String name) {
        return name.endsWith("_code") || name.endsWith("_id");
    }
}
