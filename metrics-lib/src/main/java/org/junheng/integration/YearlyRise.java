package org.junheng.integration;

import java.math.BigDecimal;
import java.util.List;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Composite;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.Decimals;

/**
 * Rise of the share of registered children enrolled locally over the year before (生源稳定率较上年提高).
 *
 * <p>{@code share_t - share_(t-1)}, from the counts themselves, so that equal shares give exactly 0; a ratio. It must be above 0.
 *
 * <p>Absent in the first year, or when either year has no share.
 *
 * <p>Source: Shandong, strong townships plan: the share rises every year (SD-03).
 *
 * <p>Clause: SD-03.
 */
public record YearlyRise() implements Composite<YearlyRise.TwoYears> {
    private static final Words NO_YEAR_BEFORE = new Words("没有上一年的数据", "the year before is not there");

    /** The shares of a year and of the year before. */
    public record TwoYears(Outcome before, Outcome now) {}

    @Override
    public Definition definition() {
        return new Definition(
                "retention.yearly_rise",
                new Words("生源稳定率较上年提高", "rise of the share enrolled locally over the year before"),
                "share of the year - share of the year before",
                "1",
                "ratio",
                Better.HIGHER,
                List.of("SD-03"),
                List.of("retention.registered_children", "retention.enrolled_locally"),
                new Words("第一年或任一年缺数时不评价", "absent in the first year or when either year is not known"),
                "hand example");
    }

    @Override
    public Outcome of(TwoYears years) {
        Counts counts = years.now().counts();
        if (years.now() instanceof Absent absent) {
            return absent;
        } else if (years.before() instanceof Absent) {
            return new Absent(NO_YEAR_BEFORE, counts);
        }
        return Outcome.nearest(exact((Value) years.now()).subtract(exact((Value) years.before())), counts);
    }

    private static BigDecimal exact(Value share) {
        Double numerator = share.numerator();
        Double denominator = share.denominator();
        return numerator == null || denominator == null || denominator == 0
                ? Decimals.of(share.value())
                : Decimals.ratio(Decimals.of(numerator), Decimals.of(denominator));
    }
}
