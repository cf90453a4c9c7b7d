package org.junheng.jobs.ingest;

/** A check of one row against itself and against the tables read before. */
interface RowCheck {
    void check(Cells row, CellNotes notes) throws RowFault;
}
