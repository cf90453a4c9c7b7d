package org.junheng.jobs.ingest;

/**
 * One way to see the rows of a file: text cut at a separator, or one sheet of a workbook.
 *
 * @param sheet name of the sheet; empty where a file has none
 * @param isHidden whether a spreadsheet does not show the sheet
 * @param separator between the cells of a text; a blank elsewhere
 */
record SheetView(String sheet, boolean isHidden, char separator, Opener opener) {
    /** Begins to read. */
    interface Opener {
        SheetSource open();
    }

    SheetSource open() {
        return opener.open();
    }
}
