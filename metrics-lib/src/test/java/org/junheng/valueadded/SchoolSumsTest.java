package org.junheng.valueadded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junheng.stats.CrossSums;
import org.junit.jupiter.api.Test;

class SchoolSumsTest {
    private static final List<String> GIRL = List.of("F", "town");
    private static final List<String> BOY = List.of("M", "town");

    private static SchoolSums some() {
        SchoolSums sums = new SchoolSums();
        assertSame(sums, sums.addOutcome());
        return sums.addOutcome().addOutcome().addComplete(GIRL, 1, 10).addComplete(BOY, 2, 20);
    }

    /** Three with an outcome, two of them complete; then one girl more. */
    @Test
    void mergesCellByCell() {
        SchoolSums other = new SchoolSums().addOutcome().addComplete(GIRL, 3, 30);
        SchoolSums sums = some();
        assertSame(sums, sums.merge(other));
        assertEquals(4, sums.withOutcome());
        assertEquals(3, sums.complete());
        CrossSums girls = sums.cells().get(GIRL);
        assertEquals(2, girls.n());
        assertEquals(40, girls.sum(1).doubleValue());
        assertEquals(100, girls.product(0, 1).doubleValue()); // 1 x 10 + 3 x 30
        SchoolSums fromNothing = new SchoolSums().merge(some());
        assertEquals(List.of(GIRL, BOY), List.copyOf(fromNothing.cells().keySet()));
        assertEquals(2, fromNothing.complete());
    }

    @Test
    void comesBackAsItWasWritten() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        some().write(new DataOutputStream(bytes));
        new SchoolSums().addComplete(List.of(), 7).write(new DataOutputStream(bytes));
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        SchoolSums read = SchoolSums.read(in);
        assertEquals(3, read.withOutcome());
        assertEquals(List.of(GIRL, BOY), List.copyOf(read.cells().keySet()));
        assertEquals(20, read.cells().get(BOY).mean(1));
        SchoolSums second = SchoolSums.read(in);
        assertEquals(0, second.withOutcome());
        assertEquals(7, second.cells().get(List.of()).mean(0));
        assertEquals(0, in.available());
    }
}
