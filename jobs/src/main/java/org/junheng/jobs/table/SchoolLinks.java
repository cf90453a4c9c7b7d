package org.junheng.jobs.table;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A school code and the code that follows it. */
public record SchoolLinks(
        @Key String schoolCode,
        @Key String successorCode,
        @Key LocalDate effectiveOn,
        @Nullable LinkType linkType) {}
