package org.junheng.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junheng.Given;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    @Test
    void aValueIsFinite() {
        assertThrows(IllegalArgumentException.class, () -> Value.of(Double.NaN, Counts.NONE));
        assertThrows(IllegalArgumentException.class, () -> Value.of(Double.NEGATIVE_INFINITY, Counts.NONE));
    }

    @Test
    void aResultBeyondTheRangeOfDoublesIsAbsent() {
        assertEquals(
                0.3,
                Given.value(Outcome.nearest(new BigDecimal("0.3"), Counts.NONE)).value());
        Given.absent(Outcome.nearest(new BigDecimal("-1e400"), Counts.NONE));
        Given.absent(Outcome.nearest(Double.NaN, Counts.NONE));
    }

    @Test
    void anIntervalHasTwoEndsInOrder() {
        assertThrows(IllegalArgumentException.class, () -> new Interval(null, 0.2, 0.1, 0.95));
        assertThrows(IllegalArgumentException.class, () -> new Interval(null, Double.NaN, 0.1, 0.95));
    }

    @Test
    void wordsGoToOneCellAndBack() {
        Words words = new Words("缺失", "missing");
        assertEquals("缺失 | missing", words.both());
        assertEquals(words, Words.parse(words.both()));
        assertEquals("", Words.NONE.both());
        assertEquals(Words.NONE, Words.parse(""));
    }
}
