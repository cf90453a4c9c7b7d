package org.junheng.jobs.report;

import org.junheng.jobs.report.Dossier.Subject;
import org.junheng.jobs.report.Grid.Cell;

/**
 * Cells that name a subject and lead to its page, where it has one.
 *
 * @param root the way from a page to the folder of the report
 */
record Linked(SummaryTables tables, String root) {
    Cell cell(String type, String id) {
        Subject subject = new Subject(type, id);
        String href = tables.dossiers().has(subject) ? root + subject.file() : "";
        return Cell.link(tables.places().name(type, id), href);
    }
}
