package org.junheng.jobs.report.svg;

import java.util.List;
import java.util.stream.Stream;

/** The estimates of a model from low to high, and how they lie; made once for all pictures. */
public record Ordered(List<Estimate> estimates, Counts counts) {
    public static Ordered of(List<Estimate> fromLowToHigh) {
        return new Ordered(List.copyOf(fromLowToHigh), Counts.of(fromLowToHigh.stream()));
    }

    /** How many have their interval below 0, around it and above it, and how many have none. */
    public record Counts(long below, long average, long above, long without) {
        static Counts of(Stream<Estimate> estimates) {
            long[] counts = new long[4];
            estimates.forEach(e -> counts[!e.hasInterval() ? 3 : e.isBelow(0) ? 0 : e.isAbove(0) ? 2 : 1]++);
            return new Counts(counts[0], counts[1], counts[2], counts[3]);
        }
    }
}
