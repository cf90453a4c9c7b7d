package org.junheng.jobs.ingest;

import java.util.List;
import org.junheng.jobs.config.ColumnFrom;

/** A file whose header is known: its rows can be read as often as needed. */
final class OpenedFile {
    private final HeaderSearch.Found found;
    private final ColumnSource[] sources;
    private final int[] unnamed;

    OpenedFile(HeaderSearch.Found found, List<String> columns) {
        this.found = found;
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
        return sheet;
    }
}
