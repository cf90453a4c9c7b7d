package org.junheng.jobs.ingest;

import java.util.List;

/**
 * A row as it stands in a file: its physical number (line or sheet row of its beginning) and its cells as text.
 *
 * @param rowsOfCells of a column that is read as a row, the physical row of every cell; empty = all stand in one row
 */
record RawRow(long number, List<String> cells, List<Long> rowsOfCells) {
    RawRow(long number, List<String> cells) {
        this(number, cells, List.of());
    }

    /** The physical row of a cell; of the whole for a cell that is none. */
    long numberOf(int cell) {
        return cell >= 0 && cell < rowsOfCells.size() ? rowsOfCells.get(cell) : number;
    }

    boolean isBlank() {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** The first cell that holds something. */
    String first() {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return cell.strip();
            }
        }
        return "";
    }

    /** Whether the row holds something beyond so many cells. */
    boolean holdsMoreThan(int width) {
        for (int i = width; i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                return true;
            }
        }
        return false;
    }
}
