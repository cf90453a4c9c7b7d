package org.junheng.jobs.ingest;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one column. */
interface CellReader {
    /** Columns of pupils that are covariates as they are delivered. */
    Set<String> FLAGS_AS_TEXT = Set.of("boarder", "migrant", "left_behind");

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
            CellReader text = text(column.name());
            return column.isPersonal() ? text : IdentityNumber.refusedBy(text);
        } else if (type.isEnum()) {
            return new WordCells(type);
        } else if (type == boolean.class || type == Boolean.class) {
            return WordCells::flag;
        } else if (type == java.time.LocalDate.class) {
            return DateCells::date;
        } else if (column.name().equals("year")) {
            return NumberCells.year(column);
        }
        return WordedCells.of(column.name(), NumberCells.of(column));
    }

    private static CellReader text(String column) {
        if (isCode(column)) {
            return TextCells::code;
        }
        return switch (column) {
            case "subject" -> WordedCells.of(column, TextCells::subject);
            case "item" -> TextCells::item;
            default -> WordedCells.of(FLAGS_AS_TEXT.contains(column) ? "flag" : column, TextCells::text);
        };
    }

    private static boolean isCode(String name) {
        return name.endsWith("_code") || name.endsWith("_id");
    }
}
