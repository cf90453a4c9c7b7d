package org.junheng.jobs.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.SparkForTests;
import org.junheng.jobs.table.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is done with lists, with data sets of the engine and with its parcels is the same. */
class RowsTest {
    static final StructType INNER =
            new StructType().add("clause", DataTypes.StringType).add("score", DataTypes.DoubleType);
    static final StructType STRUCT = new StructType()
            .add("school", DataTypes.StringType)
            .add("year", DataTypes.IntegerType)
            .add("pupils", DataTypes.LongType)
            .add("mean", DataTypes.DoubleType)
            .add("lead", DataTypes.BooleanType)
            .add("joined", DataTypes.DateType)
            .add("judged", INNER);
    private static final StructType COUNTED = new StructType()
            .add("school", DataTypes.StringType)
            .add("rows", DataTypes.LongType)
            .add("pupils", DataTypes.LongType);
    static final List<String> TEXTS =
            List.of("", "1", "12", "012", "学校", "学校\u0000一", "学校\u0000", "𠮷", "￿", "ß", "x".repeat(300));

    @AfterAll
    static void end() {
        Kept.end(SparkForTests.session());
    }

    static List<Row> drawn(int seed, int size) {
        Random random = new Random(seed);
        return IntStream.range(0, size)
                .mapToObj(i -> {
                    Row inner = Schema.named(
                            new @Nullable Object[] {some(random, TEXTS.get(i % TEXTS.size())), i / 7.0}, INNER);
                    return Schema.named(
                            new @Nullable Object[] {
                                some(random, TEXTS.get(random.nextInt(TEXTS.size()))),
                                some(random, random.nextInt(5) - 2),
                                some(random, random.nextLong()),
                                some(random, i % 5 == 0 ? -0.0 : random.nextGaussian()),
                                some(random, random.nextBoolean()),
                                some(random, LocalDate.of(1960 + random.nextInt(80), 2, 28)),
                                some(random, inner)
                            },
                            STRUCT);
                })
                .toList();
    }

    private static <T> @Nullable T some(Random random, T cell) {
        return random.nextInt(6) == 0 ? null : cell;
    }

    /** The same rows, however they are held. */
    static List<Rows> held(StructType struct, List<Row> rows) {
        Listed listed = new Listed(struct, rows);
        return List.of(
                listed,
                Packed.of(SparkForTests.session(), struct, rows.iterator()),
                new Spread(listed.dataset(SparkForTests.session()).repartition(3)),
                Rows.of(struct, rows)
                        .beside(new Spread(SparkForTests.session().emptyDataFrame()))
                        .kept());
    }

    private static List<String> told(Rows rows) {
        return rows.list().stream()
                .map(row -> row.schema() == null
                        ? row.toString()
                        : List.of(rows.struct().fieldNames()) + " " + row)
                .sorted()
                .toList();
    }

    private interface Doing {
        Rows with(Rows rows, List<Rows> others);
    }

    private static List<String> requireSame(Doing doing) {
        List<Rows> ones = held(STRUCT, drawn(1, 700));
        List<Rows> others = held(STRUCT, drawn(2, 90));
        List<String> expected = told(doing.with(ones.get(0), List.of(others.get(0))));
        for (int i = 1; i < ones.size(); i++) {
            for (int j = 0; j < others.size(); j++) {
                Rows made = doing.with(ones.get(i), List.of(others.get(j)));
                assertEquals(expected, told(made), i + " and " + j);
                assertEquals(expected.isEmpty(), made.isEmpty());
            }
        }
        return expected;
    }

    @Test
    void asTheyWereGiven() {
        assertEquals(700, requireSame((rows, others) -> rows).size());
        assertEquals(700, requireSame((rows, others) -> rows.kept().kept()).size());
    }

    @Test
    void whereCellsAreAskedFor() {
        int some = requireSame((rows, others) -> rows.where(Which.ALL
                        .in("school", List.of("学校", "", "x".repeat(300)))
                        .filled("pupils", "joined")))
                .size();
        assertTrue(some > 50 && some < 200, () -> some + " rows");
        assertFalse(requireSame((rows, others) -> rows.where(
                        Which.ALL.together(List.of("school", "year", "lead"), List.of("12|1|true", "1", "学校|-2"))))
                .isEmpty());
        assertTrue(requireSame((rows, others) -> rows.where(Which.ALL.is("year", 77)))
                .isEmpty());
    }

    @Test
    void someColumnsAndRowsInAColumn() {
        requireSame((rows, others) -> rows.only(List.of("joined", "school")));
        int inner = requireSame((rows, others) -> rows.within("judged")).size();
        assertTrue(inner > 500 && inner < 650);
    }

    @Test
    void andOthersThatLackAColumn() {
        assertEquals(790, requireSame((rows, others) -> rows.and(others.get(0))).size());
        List<String> columns = List.of("school", "mean");
        List<Row> ones = drawn(1, 700);
        Rows few = new Listed(STRUCT, ones).only(columns);
        List<Rows> held = held(few.struct(), few.list());
        for (Rows one : held) {
            for (Rows other : held(STRUCT, drawn(2, 90))) {
                assertEquals(790, one.and(other).list().size());
                assertEquals(
                        told(held.get(0).and(new Listed(STRUCT, drawn(2, 90))).only(STRUCT_NAMES)),
                        told(one.and(other).only(STRUCT_NAMES)));
            }
        }
    }

    private static final List<String> STRUCT_NAMES = List.of(STRUCT.fieldNames());

    @Test
    void eachAndParts() {
        long ofAYear = drawn(1, 700).stream().filter(row -> !row.isNullAt(1)).count();
        List<String> twice = requireSame((rows, others) -> rows.each(
                STRUCT,
                row -> row.isNullAt(1)
                        ? Collections.emptyIterator()
                        : List.of(row, row).iterator()));
        assertEquals(2 * ofAYear, twice.size());
        requireSame((rows, others) -> rows.parts(STRUCT, some -> some));
    }

    @Test
    void groups() {
        List<String> groups =
                requireSame((rows, others) -> rows.grouped(List.of("school", "year"), COUNTED, RowsTest::counted));
        assertEquals((TEXTS.size() + 1) * 6, groups.size());
    }

    private static Iterator<Row> counted(Iterator<Row> group) {
        long rows = 0;
        long pupils = 0;
        String school = null;
        while (group.hasNext()) {
            Row row = group.next();
            school = row.getString(0);
            rows++;
            pupils += row.isNullAt(2) ? 0 : row.getLong(2);
        }
        return List.of(Schema.named(new @Nullable Object[] {school, rows, pupils}, COUNTED))
                .iterator();
    }

    @Test
    void partners() {
        for (Rows.Unmatched own : Rows.Unmatched.values()) {
            List<Row> few = new Listed(STRUCT, drawn(2, 90))
                    .only(List.of("year", "school", "joined"))
                    .list();
            StructType struct = new StructType()
                    .add("year", DataTypes.IntegerType)
                    .add("school", DataTypes.StringType)
                    .add("left", DataTypes.DateType);
            List<Rows> others = held(struct, few);
            List<Rows> ones = held(STRUCT, drawn(1, 700));
            List<String> expected = told(ones.get(0).joined(others.get(0), List.of("school", "year"), own));
            assertTrue(expected.size() > 500);
            for (Rows one : ones) {
                for (Rows other : others) {
                    assertEquals(expected, told(one.joined(other, List.of("school", "year"), own)));
                }
            }
        }
    }

    @Test
    void rowsThatMeet() {
        List<String> pairs = requireSame((rows, others) -> rows.met(
                row -> row.getAs("school") + "|" + row.getAs("lead"),
                others.get(0),
                row -> row.getAs("school") + "|" + row.getAs("lead"),
                COUNTED,
                (key, own, theirs) -> {
                    Row mine = counted(own).next();
                    Row other = counted(theirs).next();
                    return List.of(Schema.named(new Object[] {key, mine.getLong(1), other.getLong(1)}, COUNTED))
                            .iterator();
                }));
        assertEquals((TEXTS.size() + 1) * 3, pairs.size());
    }

    @Test
    void nothingAtAll() {
        for (Rows none : held(STRUCT, List.of())) {
            assertTrue(none.isEmpty());
            assertTrue(none.grouped(List.of("year"), COUNTED, RowsTest::counted).isEmpty());
            assertEquals(
                    List.of("0 false"), none.ordered(List.of("year"), 8, (part, rows) -> part + " " + rows.hasNext()));
        }
    }
}
