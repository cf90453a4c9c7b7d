package org.junheng.jobs.trace;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.rows.Rows;

/** Which rows of a delivery a number rests on; wherever the rows are. */
@FunctionalInterface
interface Criterion extends Serializable {
    boolean holds(Row row);

    /** Every row, or none. */
    static Criterion always(boolean holds) {
        return row -> holds;
    }

    /** A cell is one of these; an empty cell is none. */
    static Criterion in(String column, Collection<?> cells) {
        TreeSet<String> known = cells.stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
        return row -> {
            @Nullable Object cell = row.getAs(column);
            return cell != null && known.contains(cell.toString());
        };
    }

    /** What stands before the first colon of a cell is one of these: a school of a stage of it, a county of a township. */
    static Criterion within(String column, Collection<String> cells) {
        TreeSet<String> known = new TreeSet<>(cells);
        return row -> {
            @Nullable Object cell = row.getAs(column);
            return cell != null && known.contains(cell.toString().split(":", 2)[0]);
        };
    }

    default Criterion and(Criterion other) {
        return row -> holds(row) && other.holds(row);
    }

    default Criterion or(Criterion other) {
        return row -> holds(row) || other.holds(row);
    }

    /** The rows for which it holds. */
    default Rows of(Rows rows) {
        return rows.each(rows.struct(), row -> (holds(row) ? List.of(row) : List.<Row>of()).iterator());
    }
}
