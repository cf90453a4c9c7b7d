package org.junheng.jobs.ingest;

import java.util.List;

/**
 * One way to see the rows of a file: text cut at a separator, one sheet of a workbook, or the columns of a sheet that lies on its side.
 *
 * @param sheet name of the sheet; empty where a file has none
 * @param isHidden whether a spreadsheet does not show the sheet
 * @param separator between the cells of a text; a blank elsewhere
 * @param isSideways whether its columns are read as rows
 */
record SheetView(String sheet, boolean isHidden, char separator, boolean isSideways, Opener opener) {
    SheetView(String sheet, boolean isHidden, char separator, Opener opener) {
        this(sheet, isHidden, separator, false, opener);
    }

    /** Begins to read. */
    interface Opener {
        SheetSource open();
    }

    SheetSource open() {
        return opener.open();
    }

    /** The same sheet, of which these columns are the rows. */
    SheetView sideways(List<RawRow> columns) {
        return new SheetView(sheet, isHidden, separator, true, () -> SidewaysSheet.of(columns));
    }
}
