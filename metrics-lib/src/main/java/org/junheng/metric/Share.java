package org.junheng.metric;

import java.math.BigDecimal;
import java.util.Collection;
import org.junheng.stats.Decimals;

/** A quotient of two sums of delivered decimals, as an outcome: exact until the last rounding. */
public final class Share {
    private Share() {}

    /** The sum, not rounded. */
    public static BigDecimal sum(Collection<Double> numbers) {
        return numbers.stream().map(Decimals::of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * {@code factor * numerator / denominator}.
     *
     * @param nothing why there is no value when the denominator is 0
     * @param caution why the value is of little evidence; {@link Words#NONE} when it is sound
     */
    public static Outcome of(
            int factor, BigDecimal numerator, BigDecimal denominator, Counts counts, Words nothing, Words caution) {
        if (denominator.signum() == 0) {
            return new Absent(nothing, counts);
        }
        BigDecimal share = Decimals.ratio(BigDecimal.valueOf(factor).multiply(numerator), denominator);
        for (BigDecimal part : new BigDecimal[] {share, numerator, denominator}) {
            if (Outcome.nearest(part, counts) instanceof Absent beyond) {
                return beyond;
            }
        }
        return Value.ofRatio(share.doubleValue(), numerator.doubleValue(), denominator.doubleValue(), counts)
                .withCaution(caution);
    }

    /** A sum, as an outcome. */
    public static Outcome total(BigDecimal sum, Counts counts, Words caution) {
        return Outcome.nearest(sum, counts) instanceof Value value
                ? value.withCaution(caution)
                : Outcome.nearest(sum, counts);
    }

    /** How many schools are left out because something of theirs is not known; no words where there is none. */
    public static Words leftOut(long schools, Words what) {
        return schools == 0
                ? Words.NONE
                : new Words(
                        schools + "所学校" + what.zh() + ",未计入",
                        schools + (schools == 1 ? " school is" : " schools are") + " left out: " + what.en());
    }
}
