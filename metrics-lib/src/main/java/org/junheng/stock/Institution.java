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

    boolean isUnknown() {
        return quality == null;
    }
}
