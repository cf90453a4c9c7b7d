package org.junheng.jobs.table;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A county code and the code that follows it (区划沿革).
 *
 * @param schoolCode of a county that was split, a school that went to this successor
 * @param township of a county that was split, a township that went to this successor
 */
public record CountyLinks(
        @Key String countyCode,
        @Key String successorCode,
        @Key LocalDate effectiveOn,
        @Nullable LinkType linkType,
        @Nullable String schoolCode,
        @Nullable String township) {}
