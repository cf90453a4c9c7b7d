package org.junheng.jobs.ingest;

import org.jspecify.annotations.Nullable;

/**
 * Where the value of a column comes from.
 *
 * @param cell its place in a row; -1 = the file has no such column
 * @param constant one value for all rows; null = none
 * @param conversion what a cell is turned into before it is read; null = nothing
 */
record ColumnSource(
        int cell, @Nullable String constant, @Nullable Conversion conversion) {
    /** What is delivered for a row; null when nothing is. */
    @Nullable
    String of(RawRow row) {
        if (constant != null) {
            return constant;
        }
        return cell >= 0 && cell < row.cells().size() ? row.cells().get(cell) : null;
    }
}
