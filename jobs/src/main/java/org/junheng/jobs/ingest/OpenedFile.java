package org.junheng.jobs.ingest;

import java.util.List;

/** A file whose header is known: its rows can be read as often as needed. */
final class OpenedFile {
    private final HeaderSearch.Found found;
    private final int[] cells;

    OpenedFile(HeaderSearch.Found found, List<String> columns) {
        this.found = found;
        this.cells = found.header().cellsOf(columns);
    }

    SourceFile source() {
        return found.header().file();
    }

    Header header() {
        return found.header();
    }

    /** For each column of the table the cell that holds it; -1 when none does. */
    int[] cells() {
        return cells;
    }

    /** The rows below the header. */
    SheetSource rows() {
        SheetSource sheet = found.sheets().open(found.separator());
        RawRow row = sheet.next();
        while (row != null && row.number() < found.header().row()) {
            row = sheet.next();
        }
        return sheet;
    }
}
