package org.junheng.jobs.report;

import org.junheng.jobs.report.PublishedTable.Line;
import tech.tablesaw.api.Table;

/** One summary table while published rows pass by: it takes what belongs to it and lets the rest go. */
interface SummaryRows {
    default void measure(Line line) {}

    default void judgement(Line line) {}

    Table table();
}
