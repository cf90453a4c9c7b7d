package org.junheng.impact;

import java.util.Map;

/**
 * A covariate: a number, or a text that enters as contrasts against its first value in code-point order.
 *
 * @param byYear the filled values: year, then school
 */
public record SchoolTrait(String name, Kind kind, Map<Integer, Map<String, String>> byYear) {
    /** How values are read. */
    public enum Kind {
        NUMBER,
        TEXT
    }

    public SchoolTrait {
        byYear = Map.copyOf(byYear);
    }

    Map<String, String> in(int year) {
        return byYear.getOrDefault(year, Map.of());
    }
}
