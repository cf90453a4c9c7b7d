package org.junheng.jobs.table;

import org.jspecify.annotations.Nullable;

/** A figure that only the county can state. */
public record CountyInputs(
        @Key String countyCode,
        @Key @Range(min = 1900, max = 2200) int year,
        @Key String item,
        @Nullable Double value) {}
