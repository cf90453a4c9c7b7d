package org.junheng.jobs.ingest;

import java.util.List;

/** A row as it stands in a file: its physical number (line or sheet row of its beginning) and its cells as text. */
record RawRow(long number, List<String> cells) {
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
