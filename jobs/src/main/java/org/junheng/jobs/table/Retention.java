package org.junheng.jobs.table;

import org.jspecify.annotations.Nullable;
import org.junheng.subject.Stage;

/** Registered children of a township and those enrolled there. */
public record Retention(
        @Key String countyCode,
        @Key String township,
        @Key @Range(min = 1900, max = 2200) int year,
        @Key Stage stage,
        @Nullable @Range(min = 0) Long registeredChildren,
        @Nullable @Range(min = 0) Long enrolledLocally) {}
