package org.junheng.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.junheng.metric.Interval;
import org.junit.jupiter.api.Test;

class StandardisedDifferenceTest {
    /** Means 2 and 4, both variances 1, f = 4: d = -2, J = Gamma(2) / (sqrt 2 Gamma(1.5)). */
    @Test
    void isTheDifferenceInPooledDeviations() {
        StandardisedDifference gap = StandardisedDifference.of(new double[] {1, 2, 3}, new double[] {3, 4, 5});
        assertEquals(-2, gap.d(), 1e-15);
        assertEquals(-2 / (Math.sqrt(2) * Math.sqrt(Math.PI) / 2), gap.g(), 1e-14);
        assertEquals(-2 * Math.sqrt(1.5), gap.t(), 1e-15);
        assertEquals(2 / 3.0 + 4 / 12.0, gap.variance(), 1e-15);
        assertEquals(new TDistribution(null, 4).cumulativeProbability(gap.t()) * 2, gap.pValue(), 1e-12);
        assertEquals(1, StandardisedDifference.correction(1));
    }

    @Test
    void intervalHoldsTheDifferenceAndTurnsWithIt() {
        Interval down = StandardisedDifference.of(new double[] {1, 2, 3}, new double[] {3, 4, 5})
                .noncentral(0.95);
        Interval up = StandardisedDifference.of(new double[] {3, 4, 5}, new double[] {1, 2, 3})
                .noncentral(0.95);
        assertTrue(down.low() < -2 && -2 < down.high());
        assertEquals(down.low(), -up.high(), 1e-12);
        assertEquals(down.high(), -up.low(), 1e-12);
        Interval none = new StandardisedDifference(10, 10, 0, 1).noncentral(0.95);
        assertEquals(none.low(), -none.high(), 1e-12);
    }

    @Test
    void withoutADeltaItIsStudentsT() {
        for (double t : new double[] {-3, -0.5, 0, 0.7, 2, 9}) {
            assertEquals(new TDistribution(null, 5).cumulativeProbability(t), NoncentralT.cumulative(t, 5, 0), 1e-13);
        }
    }

    @Test
    void withManyDegreesItIsTheShiftedNormal() {
        double normal = new NormalDistribution(null, 0, 1).cumulativeProbability(2.5 - 1.5);
        assertEquals(normal, NoncentralT.cumulative(2.5, 1e7, 1.5), 1e-6);
    }

    /** P(T <= 0) = P(Z <= -delta), whatever the degrees; large deltas lose nothing to underflow. */
    @Test
    void atZeroItIsTheNormal() {
        assertEquals(
                new NormalDistribution(null, 0, 1).cumulativeProbability(-1), NoncentralT.cumulative(0, 3, 1), 1e-15);
        assertEquals(0.5, NoncentralT.cumulative(50, 1e6, 50), 1e-3);
    }

    @Test
    void smallProbabilitiesKeepTheirDigits() {
        assertEquals(2 * 3.0, TailProbability.ofT(0, 3) * 6, 1e-14);
        assertEquals(1 / (1 + 1e20), TailProbability.ofF(1e20, 2, 2), 1e-32);
    }
}
