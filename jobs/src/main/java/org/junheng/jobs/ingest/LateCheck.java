package org.junheng.jobs.ingest;

import java.util.List;
import java.util.Set;

/** A check of rows against other rows of their table, made when the table has been read and repeated rows have left. */
interface LateCheck {
    /** Takes note of a row. */
    void see(Cells row, Place place);

    /**
     * The rows that leave; what is only told goes to the findings.
     *
     * @param gone rows that left already
     */
    List<LateFault> faults(Set<Place> gone, Findings findings);

    /** A row that leaves, and why. */
    record LateFault(Place place, Rule rule, String column, String detail) {}
}
