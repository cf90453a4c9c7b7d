package org.junheng.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that several threads read and write: nothing is lost, nothing changes its place, and what fails fails where it stands. */
class LongFilesTest {
    private static final int LONG = 12_345;

    @TempDir
    Path folder;

    @Test
    void rowsReadAheadArriveInTheirOrder() throws IOException {
        List<Long> numbers = new ArrayList<>();
        try (SheetSource sheet = new ReadAhead(new Counting(LONG, new AtomicInteger()))) {
            for (RawRow row = sheet.next(); row != null; row = sheet.next()) {
                numbers.add(row.number());
            }
            assertNull(sheet.next());
            assertTrue(sheet.isWhole());
        }
        assertEquals(LONG, numbers.size());
        assertTrue(IntStream.range(0, LONG).allMatch(i -> numbers.get(i) == i + 1));
    }

    @Test
    void whatFailsWhileReadingAheadFailsAfterTheRowsBeforeIt() throws IOException {
        try (SheetSource sheet = new ReadAhead(new Counting(LONG, new AtomicInteger()) {
            @Override
            public @Nullable RawRow next() {
                RawRow row = super.next();
                if (row != null && row.number() == 11_111) {
                    throw new IllegalStateException("row 11111");
                }
                return row;
            }
        })) {
            for (int i = 1; i < 11_111; i++) {
                assertEquals(i, next(sheet).number());
            }
            assertEquals(
                    "row 11111",
                    assertThrows(IllegalStateException.class, sheet::next).getMessage());
        }
    }

    @Test
    void whoStopsReadingLeavesNobodyAhead() throws IOException {
        AtomicInteger closed = new AtomicInteger();
        try (SheetSource sheet = new ReadAhead(new Counting(10 * LONG, closed))) {
            for (int i = 0; i < 6_000; i++) {
                next(sheet);
            }
        }
        assertEquals(1, closed.get());
        assertFalse(Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("reading ahead") && thread.isAlive()));
    }

    @Test
    void whatCannotBeWrittenIsToldToTheReader() throws IOException {
        StructType struct = new StructType().add("year", DataTypes.IntegerType);
        WriteBehind file = new WriteBehind(ParquetRows.passing(folder.resolve("rows.parquet"), struct));

        ClassCastException told = assertThrows(ClassCastException.class, () -> {
            for (int i = 0; i < LONG; i++) {
                file.add(new Object[] {struct});
            }
            file.close();
        });
        assertSame(told, assertThrows(ClassCastException.class, file::close));
    }

    @Test
    void manyRepeatedRowsOfALongTableLeave() {
        int remembered = repeated(9_000);
        int readAgain = repeated(11_000);

        assertEquals(9_000, remembered);
        assertEquals(11_000, readAgain);
    }

    /** Rows of a table that leave because so many of its first ones stand there twice. */
    private int repeated(int rows) {
        List<String> lines = new ArrayList<>(List.of("response_id,item,school_code,year,respondent_group,answer"));
        IntStream.range(0, LONG)
                .mapToObj(i -> "R" + i + ",overall,S1,2023,PARENT,5")
                .forEach(lines::add);
        lines.addAll(lines.subList(1, rows + 1));
        Delivery delivery = new DeliveredFiles(folder.resolve(String.valueOf(rows)))
                .with("survey_responses", lines.toArray(String[]::new))
                .read();

        assertNull(delivery.refusal());
        assertEquals(LONG, delivery.table("survey_responses").dataset().count());
        return (int) delivery.quality().stream()
                .filter(q ->
                        q.inputTable().equals("survey_responses") && q.rule().equals(Rule.ROW_TWICE.code()))
                .mapToLong(q -> q.rowsQuarantined())
                .sum();
    }

    private static RawRow next(SheetSource sheet) {
        RawRow row = sheet.next();
        assertNotNull(row);
        return row;
    }

    /** Rows 1 to some number. */
    private static class Counting implements SheetSource {
        private final int rows;
        private final AtomicInteger closed;
        private int given;

        Counting(int rows, AtomicInteger closed) {
            this.rows = rows;
            this.closed = closed;
        }

        @Override
        public @Nullable RawRow next() {
            return given == rows ? null : new RawRow(++given, List.of("S" + given));
        }

        @Override
        public boolean isWhole() {
            return given == rows;
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }
}
