package org.junheng.jobs;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junheng.jobs.table.Quality;

/**
 * What came out of a run.
 *
 * @param folder where it was published
 * @param isNew false when the results of the same code, configuration and files stood there already and nothing was done
 * @param account what became of the delivered rows
 * @param rows number of rows by published table
 * @param statuses number of measures by status
 * @param verdicts number of judgements by verdict
 */
public record RunSummary(
        String runId,
        Path folder,
        boolean isNew,
        Account account,
        SortedMap<String, Long> rows,
        SortedMap<String, Long> statuses,
        SortedMap<String, Long> verdicts) {

    /** Rows of all delivered tables: read = used + quarantined. */
    public record Account(long read, long used, long quarantined) {

        /** The sum of the accounts of every table: the rows of {@code quality} that name neither file nor rule. */
        public static Account of(List<Quality> quality) {
            long read = 0;
            long used = 0;
            long quarantined = 0;
            for (Quality q : quality) {
                if (q.file().isEmpty() && q.rule().isEmpty()) {
                    read += q.rowsIn();
                    used += q.rowsUsed();
                    quarantined += q.rowsQuarantined();
                }
            }
            return new Account(read, used, quarantined);
        }
    }
}
