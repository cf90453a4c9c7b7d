package org.junheng.stats;

import org.apache.commons.math3.special.Beta;

/**
 * Tails of the binomial distribution.
 *
 * <p>{@code P(X >= k) = I_p(k, n - k + 1)} and {@code P(X <= k) = I_(1-p)(n - k, k + 1)} with the regularized incomplete beta function, which is
 * accurate for few and for millions of trials, and is defined between whole numbers of successes too.
 */
public final class BinomialTail {
    private BinomialTail() {}

    /** Probability of {@code k} successes or more in {@code n} trials of probability {@code p}. */
    public static double atLeast(double k, double n, double p) {
        check(k, n, p);
        if (k == 0 || p == 1) {
            return 1;
        }
        return p == 0 ? 0 : Beta.regularizedBeta(p, k, n - k + 1);
    }

    /** Probability of {@code k} successes or fewer in {@code n} trials of probability {@code p}. */
    public static double atMost(double k, double n, double p) {
        return atLeast(n - k, n, 1 - p);
    }

    private static void check(double k, double n, double p) {
        if (!(n > 0 && k >= 0 && k <= n && p >= 0 && p <= 1)) {
            throw new IllegalArgumentException(k + " of " + n + " at " + p);
        }
    }
}
