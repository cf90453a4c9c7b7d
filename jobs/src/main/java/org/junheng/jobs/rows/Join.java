package org.junheng.jobs.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Schema;

/** Two lists of rows that meet in some columns: these, then the further columns of the one, then those of the other. */
final class Join {
    private final Listed one;
    private final Map<List<Object>, List<Row>> others;
    private final int[] key;
    private final int[] rest;
    private final int[] more;
    private final StructType to;

    Join(Listed one, Listed other, List<String> by) {
        this.one = one;
        this.key = one.places(by);
        this.others = other.groups(other.places(by));
        this.rest = further(one.struct(), by);
        this.more = further(other.struct(), by);
        this.to = new StructType(
                Stream.of(fields(one.struct(), key), fields(one.struct(), rest), fields(other.struct(), more))
                        .flatMap(fields -> fields)
                        .toArray(StructField[]::new));
    }

    Listed rows(Rows.Unmatched own) {
        List<Row> rows = new ArrayList<>(one.list().size());
        for (Row row : one.list()) {
            List<Object> cells = Listed.key(row, key);
            List<Row> partners = cells.contains(null) ? List.of() : others.getOrDefault(cells, List.of());
            partners.forEach(partner -> rows.add(row(row, partner)));
            if (partners.isEmpty() && own == Rows.Unmatched.STAYS) {
                rows.add(row(row, null));
            }
        }
        return new Listed(to, rows);
    }

    private Row row(Row row, @Nullable Row partner) {
        @Nullable Object[] cells = new @Nullable Object[to.size()];
        int at = 0;
        for (int place : key) {
            cells[at++] = row.get(place);
        }
        for (int place : rest) {
            cells[at++] = row.get(place);
        }
        for (int i = 0; partner != null && i < more.length; i++) {
            cells[at + i] = partner.get(more[i]);
        }
        return Schema.named(cells, to);
    }

    private static int[] further(StructType struct, List<String> by) {
        String[] names = struct.fieldNames();
        return IntStream.range(0, names.length)
                .filter(i -> !by.contains(names[i]))
                .toArray();
    }

    private static Stream<StructField> fields(StructType struct, int[] places) {
        return IntStream.of(places).mapToObj(i -> struct.fields()[i]);
    }
}
