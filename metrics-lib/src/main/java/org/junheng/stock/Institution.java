package org.junheng.stock;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A school in the stock account of one year.
 *
 * @param quality whether it is a quality school by the definition of the account; null = not known
 * @param pupils of all stages; null = not reported
 */
public record Institution(
        String school,
        @Nullable String county,
        @Nullable Boolean quality,
        @Nullable Long pupils,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate closedOn) {
    boolean isQuality() {
        return Boolean.TRUE.equals(quality);
    }

    /** Whether the earlier school of this code was closed before this one was opened. */
    boolean isReopenedAfter(Institution earlier) {
        LocalDate closed = earlier.closedOn();
        return closed != null && openedOn != null && !openedOn.isBefore(closed);
    }

    boolean isUnknown() {
        return quality == null;
    }
}
