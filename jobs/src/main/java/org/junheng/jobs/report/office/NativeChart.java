package org.junheng.jobs.report.office;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.report.svg.Estimate;

/**
 * A picture in the terms of an office program, which draws it itself from its numbers.
 *
 * @param format of the numbers at the axis
 * @param categories what stands side by side
 */
public record NativeChart(
        Kind kind,
        String title,
        String across,
        String unit,
        String format,
        List<String> categories,
        List<Series> series) {
    /** Colours of series in their order, and of stocks and steps, which have their own. */
    private static final List<String> COLOURS =
            List.of("1F5FA8", "A8430B", "2E7D5B", "7A4AA0", "B58900", "3A8FB7", "6B6B6B", "C2477F");

    private static final List<String> STEPS = List.of("FFFFFF", "8A95A0", "1F5FA8", "A8430B");
    private static final List<String> STACKED = List.of("1F5FA8", "A8430B", "8A95A0");
    private static final String LIMIT = "A8430B";
    static final String NUMBER = "General";
    static final String SHARE = "0%";
    private static final double TENTHS = 10;

    /** How the program draws it. */
    public enum Kind {
        LINES,
        POINTS,
        BARS,
        STACKED,
        STEPS
    }

    /** How a series looks: as the kind says, dashed without points, or as the unseen foot of a step. */
    public enum Look {
        PLAIN,
        LIMIT,
        UNSEEN
    }

    /** A number for each category, null where there is none, with its interval. */
    public record Series(String name, Look look, List<@Nullable Estimate> values) {
        public boolean hasIntervals() {
            return values.stream()
                    .filter(Objects::nonNull)
                    .anyMatch(value -> value.low() != null && value.high() != null);
        }
    }

    /** The colour of a series; a limit has its own. */
    public String colour(int place) {
        if (series.get(place).look() == Look.LIMIT) {
            return LIMIT;
        }
        List<String> colours = kind == Kind.STEPS ? STEPS : kind == Kind.STACKED ? STACKED : COLOURS;
        return colours.get(place % colours.size());
    }

    /** Whether it has bars or columns, not points. */
    public boolean hasBars() {
        return kind == Kind.BARS || isStacked();
    }

    /** Whether parts of a column stand on one another. */
    public boolean isStacked() {
        return kind == Kind.STACKED || kind == Kind.STEPS;
    }

    /** Where an axis begins and ends. */
    public record Ends(double low, double high) {}

    /** The ends of an axis of shares, which intervals must not overstep; a program finds those of other numbers. */
    public Optional<Ends> ends() {
        double[] shown = series.stream()
                .flatMap(one -> one.values().stream())
                .filter(Objects::nonNull)
                .flatMap(value -> Stream.of(value.value(), value.low(), value.high()))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return !format.equals(SHARE) || shown.length == 0
                ? Optional.empty()
                : Optional.of(new Ends(
                        Math.floor(shown[0] * TENTHS) / TENTHS, Math.ceil(shown[shown.length - 1] * TENTHS) / TENTHS));
    }
}
