package org.junheng.jobs.ingest;

import java.util.List;
import org.junheng.metric.Words;

/**
 * One kind of fault in one column of one file: how often, and the worst places.
 *
 * @param examples the first rows where it was found
 */
public record Finding(
        String table, Rule rule, String file, String column, long rows, List<Example> examples, Words fix) {
    /**
     * @param row 0 = the file as a whole
     * @param value empty when there is none or it must not be shown
     */
    public record Example(long row, String value, Words what) {}
}
