package org.junheng.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ExactMomentsTest {
    /** 2, 4, 4, 4, 5, 5, 7, 9: mean 5, squared deviations 32. */
    private static final double[] NUMBERS = {2, 4, 4, 4, 5, 5, 7, 9};

    @Test
    void divideByNOrByNLessOne() {
        ExactMoments moments = of(NUMBERS);
        assertEquals(8, moments.n());
        assertEquals(5.0, moments.mean());
        assertEquals(4.0, moments.populationVariance());
        assertEquals(2.0, moments.populationDeviation());
        assertEquals(32 / 7.0, moments.sampleVariance());
        assertEquals(Math.sqrt(32 / 7.0), moments.sampleDeviation());
        assertEquals(0, moments.sum().compareTo(new BigDecimal(40)));
    }

    @Test
    void mergedPartsEqualTheWhole() {
        ExactMoments merged = of(0.1, 1e8).merge(of(-7, 3e-5)).merge(new ExactMoments());
        ExactMoments whole = of(3e-5, -7, 1e8, 0.1);
        assertEquals(whole.mean(), merged.mean());
        assertEquals(whole.sampleVariance(), merged.sampleVariance());
    }

    @Test
    void surviveWritingAndReading() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        of(NUMBERS).write(new DataOutputStream(bytes));
        ExactMoments read = ExactMoments.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertEquals(8, read.n());
        assertEquals(4.0, read.populationVariance());
    }

    @Test
    void refuseWhatIsNotDefined() {
        assertThrows(IllegalStateException.class, () -> new ExactMoments().mean());
        assertThrows(IllegalStateException.class, () -> new ExactMoments().populationVariance());
        assertThrows(IllegalStateException.class, () -> of(1).sampleVariance());
        assertEquals(0.0, of(1).populationVariance());
    }

    private static ExactMoments of(double... numbers) {
        ExactMoments moments = new ExactMoments();
        for (double number : numbers) {
            moments.add(number);
        }
        return moments;
    }
}
