package org.junheng.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialTailTest {

    /** Sums of exact fractions: C(n, i) p^i (1 - p)^(n - i). */
    @ParameterizedTest
    @CsvSource({"300, 0.90", "300, 0.85", "41, 0.5", "20, 0.03", "1, 0.9", "500, 0.995"})
    void equalsTheSumOfExactTerms(int n, BigDecimal p) {
        BigDecimal tail = BigDecimal.ZERO;
        for (int k = n; k >= 0; k--) {
            tail = tail.add(term(n, k, p));
            assertClose(tail.doubleValue(), BinomialTail.atLeast(k, n, p.doubleValue()), k + " or more of " + n);
            assertClose(
                    BigDecimal.ONE.subtract(tail).add(term(n, k, p)).doubleValue(),
                    BinomialTail.atMost(k, n, p.doubleValue()),
                    k + " or fewer of " + n);
        }
    }

    /** SciPy binom.sf and binom.cdf: a million trials at 0.9, two standard deviations away. */
    @Test
    void isSoundForAMillionTrials() {
        assertEquals(0.022768075716948943, BinomialTail.atLeast(900_600, 1_000_000, 0.9), 1e-11);
        assertEquals(0.022912211671373868, BinomialTail.atMost(899_400, 1_000_000, 0.9), 1e-11);
    }

    @Test
    void isSureAtTheEnds() {
        assertEquals(1, BinomialTail.atLeast(0, 10, 0.3));
        assertEquals(1, BinomialTail.atMost(10, 10, 0.3));
        assertEquals(0, BinomialTail.atLeast(1, 10, 0));
        assertEquals(1, BinomialTail.atLeast(10, 10, 1));
        assertEquals(0, BinomialTail.atMost(9, 10, 1));
        assertThrows(IllegalArgumentException.class, () -> BinomialTail.atLeast(11, 10, 0.5));
        assertThrows(IllegalArgumentException.class, () -> BinomialTail.atLeast(1, 0, 0.5));
    }

    private static BigDecimal term(int n, int k, BigDecimal p) {
        BigInteger ways = BigInteger.ONE;
        for (int i = 0; i < k; i++) {
            ways = ways.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1));
        }
        MathContext exact = new MathContext(60);
        BigDecimal q = BigDecimal.ONE.subtract(p);
        return new BigDecimal(ways).multiply(p.pow(k, exact)).multiply(q.pow(n - k, exact), exact);
    }

    private static void assertClose(double exact, double found, String what) {
        assertEquals(exact, found, 1e-12 * Math.max(exact, 1e-3), what);
    }
}
