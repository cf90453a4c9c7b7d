package org.junheng.jobs.stage;

import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Key;

/** The answers of one school and group to one item, or to all items together, as {@link PanelPoint} says them. */
public record SurveyFigure(
        @Key String schoolCode,
        @Key int year,
        @Key String facet,
        @Nullable Long satisfied,
        @Nullable Long answered,
        @Nullable Long issued,
        @Nullable Long points,
        @Nullable Long squares,
        @Nullable String sheets) {}
