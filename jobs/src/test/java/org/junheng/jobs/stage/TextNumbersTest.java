package org.junheng.jobs.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import org.junheng.jobs.rows.RecordBytes;
import org.junit.jupiter.api.Test;

/** Codes of schools as numbers. */
class TextNumbersTest {

    @Test
    void textsAreNumberedAsTheyCome() {
        TextNumbers numbers = new TextNumbers();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 3000; i++) {
                assertEquals(i, numbers.of(text("学校" + i)));
                assertEquals(i / 2, numbers.of(text("学校" + i / 2)));
            }
            assertEquals("学校999", numbers.text(999));
            assertEquals(3000, numbers.size());
            numbers.clear();
        }
        String longer = "12345678".repeat(400);
        assertEquals(0, numbers.of(text(longer)));
        assertEquals(1, numbers.of(text("")));
        assertEquals(2, numbers.of(text("\0")), "nothing is left out");
        assertEquals(3, numbers.of(text(longer + "9")));
        assertEquals(0, numbers.of(text(longer)));
    }

    private static ByteBuffer text(String text) {
        return ByteBuffer.wrap(new RecordBytes().putText(text).taken());
    }
}
