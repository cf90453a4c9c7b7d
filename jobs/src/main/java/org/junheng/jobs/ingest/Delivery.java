package org.junheng.jobs.ingest;

import java.util.List;
import java.util.Map;
import org.junheng.jobs.table.Quality;
import org.junheng.metric.Words;

/**
 * A whole delivery after its checks.
 *
 * @param tables every table of the contract, by name; one that was not delivered has no rows and no filled columns
 * @param quality the account of every row
 * @param messages what the official must be told
 */
public record Delivery(Map<String, CheckedTable> tables, List<Quality> quality, List<Words> messages) {
    public CheckedTable table(String name) {
        CheckedTable table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("no table " + name + " in the contract");
        }
        return table;
    }
}
