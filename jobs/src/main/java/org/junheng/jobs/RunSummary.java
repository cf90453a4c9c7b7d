package org.junheng.jobs;

import java.nio.file.Path;
import java.util.SortedMap;

/**
 * What came out of a run.
 *
 * @param folder where it was published
 * @param rows number of rows by published table
 * @param statuses number of measures by status
 * @param verdicts number of judgements by verdict
 */
public record RunSummary(
        String runId,
        Path folder,
        SortedMap<String, Long> rows,
        SortedMap<String, Long> statuses,
        SortedMap<String, Long> verdicts) {}
