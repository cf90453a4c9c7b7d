package org.junheng.metric;

import java.math.BigDecimal;
import org.junheng.stats.Decimals;

/** What a metric says of one subject: a value, or why there is none. */
public sealed interface Outcome permits Value, Absent {
    Counts counts();

    /** The double nearest to a result; absent where the result is beyond the range of doubles. */
    static Outcome nearest(BigDecimal result, Counts counts) {
        return nearest(Decimals.nearest(result), counts);
    }

    /** A result that may be beyond the range of doubles, where it is absent. */
    static Outcome nearest(double result, Counts counts) {
        return Double.isFinite(result)
                ? Value.of(result, counts)
                : new Absent("结果超出可表示的范围", "the result is beyond the range of numbers", counts);
    }
}
