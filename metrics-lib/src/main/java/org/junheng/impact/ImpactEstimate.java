package org.junheng.impact;

import org.jspecify.annotations.Nullable;
import org.junheng.metric.Words;
import org.junheng.subject.Status;

/**
 * An effect of joining as it is published.
 *
 * @param cohort, year, eventTime the key of the aggregation; null where it has none, and for the average of an aggregation
 * @param band interval that holds for all effects of the aggregation at once
 * @param clusters error clusters that joined, and that are compared with
 * @param reason why a number is missing or of little evidence, or how an interval was found
 */
public record ImpactEstimate(
        Aggregation aggregation,
        @Nullable Integer cohort,
        @Nullable Integer year,
        @Nullable Integer eventTime,
        @Nullable Double estimate,
        @Nullable Double se,
        @Nullable Span interval,
        @Nullable Span band,
        @Nullable Double pValue,
        long treated,
        long comparison,
        long clusters,
        Status status,
        Words reason) {

    /** Two ends. */
    public record Span(double low, double high) {
        public Span {
            if (!(low <= high)) {
                throw new IllegalArgumentException("span " + low + " .. " + high);
            }
        }

        /** Whether no effect is outside. */
        public boolean excludesZero() {
            return low > 0 || high < 0;
        }
    }
}
