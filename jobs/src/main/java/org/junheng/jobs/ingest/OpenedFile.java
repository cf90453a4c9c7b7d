package org.junheng.jobs.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.config.ColumnFrom;
import org.junheng.jobs.table.Schema;

/** A file whose header is known: its rows can be read as often as needed. */
final class OpenedFile {
    private final HeaderSearch.Found found;
    private final ColumnSource[] sources;
    private final int[] unnamed;
    private final int keys;
    private final @Nullable String yearOfName;

    /** @param columns of the table and beyond it */
    OpenedFile(HeaderSearch.Found found, Schema<?> schema, List<String> columns) {
        this.found = found;
        this.keys =
                (int) schema.keys().stream().filter(header().names()::contains).count();
        this.yearOfName = header().names().contains("year")
                ? NameWords.of(String.valueOf(source().path().getFileName()), schema)
                        .get("year")
                : null;
        this.sources = columns.stream().map(this::sourceOf).toArray(ColumnSource[]::new);
        this.unnamed = found.header().unnamed();
    }

    private ColumnSource sourceOf(String column) {
        int cell = header().names().indexOf(column);
        ColumnFrom from = source().input().columns().get(column);
        Heading heading = cell < 0 ? Heading.NONE : header().headings().get(cell);
        return new ColumnSource(cell, found.constants().get(column), Conversion.of(heading, from));
    }

    SourceFile source() {
        return found.header().file();
    }

    Header header() {
        return found.header();
    }

    /** For each column of the table where its values come from. */
    ColumnSource[] sources() {
        return sources;
    }

    /** How many key columns of the table it has. */
    int keys() {
        return keys;
    }

    /** Notes that a row is of another school year than the file's name says. */
    void compareYear(Cells row, CellNotes notes) {
        if (yearOfName != null && !yearOfName.equals(row.text("year"))) {
            notes.column("year");
            notes.add(Rule.FILE_NAME_CONTRADICTED, yearOfName);
        }
    }

    /** Places of cells that stand under no name. */
    int[] unnamed() {
        return unnamed;
    }

    /** The rows below the header. */
    SheetSource rows() {
        SheetSource sheet = found.view().open();
        RawRow row = sheet.next();
        while (row != null && row.number() < header().last()) {
            row = sheet.next();
        }
        return new ReadAhead(sheet);
    }
}
