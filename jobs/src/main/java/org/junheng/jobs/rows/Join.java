package org.junheng.jobs.rows;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Schema;

/** Rows of two shapes that meet in some columns: these, then the further columns of the one, then those of the other. */
final class Join implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int[] key;
    private final int[] keyOfOthers;
    private final int[] rest;
    private final int[] more;
    private final StructType to;

    Join(StructType one, StructType other, List<String> by) {
        this.key = by.stream().mapToInt(one::fieldIndex).toArray();
        this.keyOfOthers = by.stream().mapToInt(other::fieldIndex).toArray();
        this.rest = further(one, by);
        this.more = further(other, by);
        this.to = new StructType(Stream.of(fields(one, key), fields(one, rest), fields(other, more))
                .flatMap(fields -> fields)
                .toArray(StructField[]::new));
    }

    StructType struct() {
        return to;
    }

    int[] key() {
        return key.clone();
    }

    int[] keyOfOthers() {
        return keyOfOthers.clone();
    }

    /** Rows with the same key, each with each; an empty cell is like no other. */
    Iterator<Row> rows(List<Row> ones, List<Row> others, Rows.Unmatched own) {
        List<Row> rows = new ArrayList<>();
        for (Row row : ones) {
            boolean isLikeNone = IntStream.of(key).anyMatch(row::isNullAt);
            if (!isLikeNone) {
                others.forEach(partner -> rows.add(row(row, partner)));
            }
            if ((isLikeNone || others.isEmpty()) && own == Rows.Unmatched.STAYS) {
                rows.add(row(row, null));
            }
        }
        return rows.iterator();
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
