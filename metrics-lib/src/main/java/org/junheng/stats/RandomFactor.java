package org.junheng.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * A random factor: every one of its levels has an intercept of its own, and a slope of its own in each of some terms; the effects of a level
 * are correlated, those of different levels and factors are not.
 *
 * @param name of the grouping
 * @param slopes terms whose coefficient differs between levels
 */
public record RandomFactor(String name, List<String> slopes) {
    public RandomFactor {
        slopes = List.copyOf(slopes);
    }

    public static RandomFactor intercept(String name) {
        return new RandomFactor(name, List.of());
    }

    /** Effects of a level. */
    int size() {
        return 1 + slopes.size();
    }

    /** Places of the intercept and the slopes among intercept and terms. */
    List<Integer> variables(List<String> terms) {
        List<Integer> variables = new ArrayList<>(List.of(0));
        for (String slope : slopes) {
            int at = terms.indexOf(slope);
            if (at < 0) {
                throw new IllegalArgumentException("slope " + slope + " is not among the terms " + terms);
            }
            variables.add(1 + at);
        }
        return variables;
    }
}
