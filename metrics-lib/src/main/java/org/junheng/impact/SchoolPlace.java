package org.junheng.impact;

import org.jspecify.annotations.Nullable;

/**
 * Where a school is.
 *
 * @param township null where it is not said
 */
public record SchoolPlace(String county, @Nullable String township) {
    /** A township belongs to its county. */
    String townshipOfCounty() {
        return county + ":" + township;
    }
}
