package org.junheng.jobs.rows;

import static org.junheng.jobs.rows.RowsTest.INNER;
import static org.junheng.jobs.rows.RowsTest.TEXTS;
import static org.junheng.jobs.rows.RowsTest.drawn;
import static org.junheng.jobs.rows.RowsTest.held;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junheng.jobs.SparkForTests;
import org.junheng.jobs.table.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Rows in the order of their cells, however they are held, and where they are cut. */
class OrderedRowsTest {
    @AfterAll
    static void end() {
        Kept.end(SparkForTests.session());
    }

    @Test
    void inTheirOrder() {
        for (List<String> by : List.of(
                List.of("school", "year", "joined", "pupils"),
                List.of("year", "lead", "pupils", "school"),
                List.of("joined", "school", "pupils"))) {
            List<List<String>> orders = new ArrayList<>();
            for (Rows rows : held(RowsTest.STRUCT, drawn(3, 4000))) {
                List<String> parts = rows.ordered(by, 1, (part, some) -> keys(some, by));
                assertEquals(1, parts.size());
                orders.add(parts);
            }
            orders.forEach(order -> assertEquals(orders.get(0), order));
        }
    }

    private static String keys(Iterator<Row> rows, List<String> by) {
        StringBuilder keys = new StringBuilder();
        rows.forEachRemaining(row -> {
            by.forEach(column -> keys.append(row.<Object>getAs(column)).append('|'));
            keys.append('\n');
        });
        return keys.toString();
    }

    @Test
    void cutIntoPartsOnlyWhereACellEnds() {
        StructType struct = new StructType().add("metric", DataTypes.StringType).add("row", DataTypes.IntegerType);
        List<Row> rows = new ArrayList<>();
        int[] sizes = {30_000, 100, 90_000, 250_000, 1, 120_000};
        for (int metric = 0; metric < sizes.length; metric++) {
            for (int row = 0; row < sizes[metric]; row++) {
                rows.add(Schema.named(new Object[] {"m" + metric, row}, struct));
            }
        }
        Collections.shuffle(rows, new Random(4));
        Rows packed = Packed.of(SparkForTests.session(), struct, rows.iterator());
        List<String> parts = packed.ordered(List.of("metric", "row"), 8, OrderedRowsTest::account);
        assertEquals(
                List.of(
                        "0: m0 0 to m2 89999, 120100",
                        "1: m3 0 to m3 249999, 250000",
                        "2: m4 0 to m4 0, 1",
                        "3: m5 0 to m5 119999, 120000"),
                parts);
        assertEquals(
                1,
                packed.ordered(List.of("metric", "row"), 1, OrderedRowsTest::account)
                        .size());
        assertEquals(
                2,
                packed.ordered(List.of("metric", "row"), 2, OrderedRowsTest::account)
                        .size(),
                "about 250,000 each");
    }

    private static String account(int part, Iterator<Row> rows) {
        Row first = rows.next();
        Row last = first;
        int size = 1;
        while (rows.hasNext()) {
            Row next = rows.next();
            int order = last.getString(0).compareTo(next.getString(0));
            assertTrue(order < 0 || (order == 0 && last.getInt(1) + 1 == next.getInt(1)), last + " before " + next);
            last = next;
            size++;
        }
        return String.format(
                Locale.ROOT,
                "%d: %s %d to %s %d, %d",
                part,
                first.getString(0),
                first.getInt(1),
                last.getString(0),
                last.getInt(1),
                size);
    }

    @Test
    void textsOfTheOrderAreThoseOfBytes() {
        List<String> sorted = TEXTS.stream().sorted(TextOrder.BYTES).toList();
        List<String> seen = Packed.of(
                        SparkForTests.session(),
                        INNER,
                        TEXTS.stream()
                                .map(text -> Schema.named(new Object[] {text, 1.0}, INNER))
                                .iterator())
                .<List<String>>ordered(List.of("clause"), 1, (part, rows) -> Workers.listed(rows).stream()
                        .map(row -> row.getString(0))
                        .toList())
                .get(0);
        assertEquals(sorted, seen);
    }
}
