package org.junheng.metric;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junheng.subject.Grouping;

/** One view in, one outcome out. */
public non-sealed interface Metric<V> extends Entry {
    /** The view it reads. */
    Class<V> view();

    Outcome of(V view);

    /**
     * The numbers that stand in the formula for this view, by the terms of the formula as it is printed, {@code sum(w x)}; empty where the formula
     * names columns or counts.
     */
    default Map<String, BigDecimal> terms(V view) {
        return Map.of();
    }

    /** Whether the metric has a meaning for this view at all; where it has none no row is written. */
    default boolean appliesTo(V view) {
        return true;
    }

    /** Whether the parts of its ratio, or its counts, add up from the schools and areas of an area to the area's own. */
    default boolean isAdditive() {
        return false;
    }

    /** Whether it is a share of the answers of a sample, with numerator and denominator: a standard is then met, missed or not decidable. */
    default boolean isSampled() {
        return false;
    }

    /** The additive metric from whose cells this one could be read: where one of those is withheld, so is this. */
    default @Nullable String sharesCellsOf() {
        return null;
    }

    /** What a comparison of two groups adds to the facet: {@code |URBAN-RURAL}. */
    default String facetSuffix() {
        return "";
    }

    /** By what schools are grouped, for between and within parts. */
    default @Nullable Grouping grouping() {
        return null;
    }
}
