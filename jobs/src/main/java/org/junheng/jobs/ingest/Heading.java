package org.junheng.jobs.ingest;

import java.util.List;

/**
 * What stands above one column of a file.
 *
 * @param name column of the contract, or the heading itself without what carries no meaning; empty = nothing stands there
 * @param path the headings from the top to the lowest, as delivered
 * @param isKnown whether the vocabulary has a name for it, though perhaps no column of this table
 * @param shift by how many places the declared unit moves the decimal point: -4 for yuan in a column of 10 000 yuan
 */
record Heading(String name, List<String> path, boolean isKnown, int shift) {
    static final Heading NONE = new Heading("", List.of(), false, 0);

    /** {@code 专任教师 > #按学历分 > 本科}. */
    String shown() {
        return String.join(" > ", path);
    }
}
