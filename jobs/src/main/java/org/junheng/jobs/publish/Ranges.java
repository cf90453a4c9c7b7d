package org.junheng.jobs.publish;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows cut by the words of a column, in their order, into parts of about the same size: every word in one part, which the counts alone decide.
 *
 * @param last the last word of every part but the last part
 */
record Ranges(String column, List<String> last) {
    Ranges {
        last = List.copyOf(last);
    }

    /**
     * Counts the rows.
     *
     * @param size rows of a part; a table with fewer has one part
     * @param most parts
     */
    static Ranges of(Dataset<Row> rows, String column, long size, int most) {
        List<Row> counts = rows.groupBy(column).count().collectAsList().stream()
                .sorted(Comparator.comparing(row -> row.getString(0), TextOrder.BYTES))
                .toList();
        long all = counts.stream().mapToLong(row -> row.getLong(1)).sum();
        long share = Math.max(size, (all + most - 1) / most);
        List<String> last = new ArrayList<>();
        long before = 0;
        for (Row row : counts.subList(0, Math.max(0, counts.size() - 1))) {
            before += row.getLong(1);
            if (before >= share * (last.size() + 1)) {
                last.add(row.getString(0));
            }
        }
        return new Ranges(column, last);
    }

    int parts() {
        return last.size() + 1;
    }

    /** The rows, every part in a task of its own. */
    Dataset<Row> of(Dataset<Row> rows) {
        if (last.isEmpty()) {
            return rows.coalesce(1);
        }
        Column part = lit(last.size());
        for (int i = last.size() - 1; i >= 0; i--) {
            part = when(col(column).leq(last.get(i)), i).otherwise(part);
        }
        return rows.repartitionById(parts(), part);
    }
}
