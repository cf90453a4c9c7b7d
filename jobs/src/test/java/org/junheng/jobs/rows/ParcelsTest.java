package org.junheng.jobs.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import scala.Tuple2;

/** Small records that travel together. */
class ParcelsTest {

    private static void put(Integer number, Parcels to) {
        to.of(number).putInt(number).putText("学校" + number);
    }

    @Test
    void everyRecordArrivesOnceAndInOnePart() {
        Iterator<Integer> given = IntStream.range(0, 20_000).iterator();
        SortedMap<Integer, Integer> parts = new TreeMap<>();
        Parcels.of(16, given, ParcelsTest::put).forEachRemaining(parcel -> {
            ByteBuffer in = ByteBuffer.wrap(parcel._2());
            while (in.hasRemaining()) {
                int number = in.getInt();
                assertEquals("学校" + number, RecordBytes.text(in));
                assertNull(parts.put(number, parcel._1()));
            }
        });
        assertEquals(20_000, parts.size());
        int[] sizes = new int[16];
        parts.values().forEach(part -> sizes[part]++);
        for (int size : sizes) {
            assertTrue(size > 1000 && size < 1500, () -> "of 20,000 numbers that count up, " + size + " of 1,250");
        }
    }

    @Test
    void noMoreIsTakenThanFillsAParcel() {
        List<Integer> taken = new ArrayList<>();
        Iterator<Tuple2<Integer, byte[]>> parcels =
                Parcels.of(2, IntStream.range(0, 20_000).iterator(), (number, to) -> {
                    taken.add(number);
                    put(number, to);
                });
        parcels.next();
        assertTrue(taken.size() > 500 && taken.size() < 3000, taken::toString);
    }

    @Test
    void theEndIsToldOnce() {
        List<String> ends = new ArrayList<>();
        Iterator<Tuple2<Integer, byte[]>> none =
                Parcels.of(4, Collections.emptyIterator(), new Parcels.Step<Integer>() {
                    @Override
                    public void take(Integer number, Parcels to) {
                        put(number, to);
                    }

                    @Override
                    public void end(Parcels to) {
                        ends.add("end");
                        put(7, to);
                    }
                });
        assertEquals(7, ByteBuffer.wrap(none.next()._2()).getInt());
        assertFalse(none.hasNext());
        assertThrows(NoSuchElementException.class, none::next);
        assertEquals(List.of("end"), ends);
    }

    @Test
    void whatWasPutIsRead() {
        RecordBytes records = new RecordBytes();
        String longer = "x".repeat(5000);
        records.putByte(-3)
                .putText(longer)
                .putText(null)
                .putShort(-7)
                .putLong(Long.MIN_VALUE)
                .putDouble(-0.0);
        ByteBuffer in = ByteBuffer.wrap(records.taken());
        assertEquals(-3, in.get());
        assertEquals(longer, RecordBytes.textOrNull(in));
        assertNull(RecordBytes.textOrNull(in));
        assertEquals(-7, in.getShort());
        assertEquals(Long.MIN_VALUE, in.getLong());
        assertEquals(Double.doubleToLongBits(-0.0), Double.doubleToLongBits(in.getDouble()));
        assertFalse(in.hasRemaining());
        assertEquals(0, records.size());
    }
}
