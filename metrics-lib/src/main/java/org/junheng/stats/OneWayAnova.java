package org.junheng.stats;

/**
 * One-way analysis of variance: how much of the spread of units lies between their groups.
 *
 * <p>{@code SSB = sum(n_g (m_g - m)^2)} with k - 1 degrees, {@code SSW} within groups with n - k; {@code F = MSB / MSW}. Sums are centred exactly, so that
 * leading digits which all numbers share cost nothing.
 *
 * <p>F is infinite without spread within groups and not a number without any; ratios need two groups and more units than groups.
 *
 * <p>Source: Fisher 1925; NIST StRD analysis of variance.
 */
public record OneWayAnova(double betweenSquares, double withinSquares, long betweenDegrees, long withinDegrees) {

    /** The analysis of a response that is the first variable of a split. */
    public static OneWayAnova of(BetweenWithin split) {
        int groups = split.groups().size();
        CompensatedSum between = new CompensatedSum();
        for (int g = 0; g < groups; g++) {
            between.add(split.size(g) * split.mean(g, 0) * split.mean(g, 0));
        }
        return new OneWayAnova(between.value(), split.within(0, 0), groups - 1, split.units() - groups);
    }

    public double betweenMeanSquare() {
        return betweenSquares / betweenDegrees;
    }

    public double withinMeanSquare() {
        return withinSquares / withinDegrees;
    }

    public double f() {
        return betweenMeanSquare() / withinMeanSquare();
    }

    /** The probability of an F at least as large when the groups do not differ. */
    public double pValue() {
        return TailProbability.ofF(f(), betweenDegrees, withinDegrees);
    }

    public double rSquared() {
        return betweenSquares / (betweenSquares + withinSquares);
    }

    public double residualDeviation() {
        return Math.sqrt(withinMeanSquare());
    }
}
