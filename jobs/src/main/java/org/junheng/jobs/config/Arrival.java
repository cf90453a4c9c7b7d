package org.junheng.jobs.config;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a table must have come, and how old it may be.
 *
 * @param expectedBy until the end of this day a table that is not there is awaited; null = it must be there
 * @param maxAgeDays days since its files were written last after which it is called old; null = it is not
 */
public record Arrival(
        @Nullable LocalDate expectedBy, @Nullable Integer maxAgeDays) {
    public static final Arrival ANY = new Arrival(null, null);
}
