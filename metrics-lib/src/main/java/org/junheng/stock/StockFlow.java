package org.junheng.stock;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.junheng.metric.Words;

/**
 * The stock of quality schools of one county and how it came about in one year (优质资源存量与流量), in schools or in their pupils:
 *
 * <p>{@code opening + newly_built + upgraded + graduated + moved_in - downgraded - closed - merged - moved_out + enrolment_change + reclassified = closing}.
 *
 * @param lines every line; a school or pupil enters one line only
 * @param known of how many schools it is known, at the opening and at the closing, whether they are quality schools
 * @param note what a reader must know; {@link Words#NONE} when nothing
 */
public record StockFlow(String county, int year, Unit unit, Map<Line, Long> lines, Known known, Words note) {

    /** Schools of the county at the opening and at the closing, and of how many of them the quality is known. */
    public record Known(long opening, long knownAtOpening, long closing, long knownAtClosing) {}

    /** What is counted. */
    public enum Unit {
        SCHOOLS,
        PUPILS
    }

    /** A line of the account and the sign with which it enters. */
    public enum Line {
        OPENING(1),
        /** Schools that opened and are quality schools at once. */
        NEWLY_BUILT(1),
        /** Schools that became quality schools by themselves. */
        UPGRADED(1),
        /** Schools that became quality schools while they were members of a cluster, or on leaving it. */
        GRADUATED(1),
        MOVED_IN(1),
        DOWNGRADED(-1),
        CLOSED(-1),
        MERGED(-1),
        MOVED_OUT(-1),
        /** Pupils more or fewer in quality schools that stay. */
        ENROLMENT_CHANGE(1),
        /** What changed only because something is said now that was not said before, or no longer. */
        RECLASSIFIED(1),
        CLOSING(0);

        private final int sign;

        Line(int sign) {
            this.sign = sign;
        }
    }

    public StockFlow {
        EnumMap<Line, Long> all = new EnumMap<>(Line.class);
        for (Line line : Line.values()) {
            all.put(line, lines.getOrDefault(line, 0L));
        }
        lines = Collections.unmodifiableMap(all);
        long balance = 0;
        for (Map.Entry<Line, Long> line : lines.entrySet()) {
            balance = Math.addExact(balance, Math.multiplyExact(line.getKey().sign, (long) line.getValue()));
        }
        if (balance != all.getOrDefault(Line.CLOSING, 0L)) {
            throw new IllegalArgumentException("the account of " + county + " " + year + " does not close: " + lines);
        }
    }

    /** Schools of the county in the closing year. */
    public long schools() {
        return known.closing();
    }

    /** Schools of which it is not known whether they are quality schools, counted in both years. */
    public long unknown() {
        return known.opening() - known.knownAtOpening() + unknownAtClosing();
    }

    public long unknownAtClosing() {
        return known.closing() - known.knownAtClosing();
    }

    /** Whether anything is known at each end; a county without schools at one end is known to have none. */
    public boolean isAssessed() {
        return (known.opening() == 0 || known.knownAtOpening() > 0)
                && (known.closing() == 0 || known.knownAtClosing() > 0);
    }

    public long line(Line line) {
        return lines.getOrDefault(line, 0L);
    }
}
