package org.junheng.jobs.table;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A county code and the code that follows it (区划沿革). */
public record CountyLinks(
        @Key String countyCode,
        @Key String successorCode,
        @Key LocalDate effectiveOn,
        @Nullable LinkType linkType) {}
