package org.junheng.impact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A school, the year it joined and its outcomes.
 *
 * @param errorCluster the unit within which errors may be correlated; the school itself where they are not
 * @param joined the first year whose exam day falls into a membership, null when there is none
 * @param outcomes one per year of the question, null where missing
 */
public record JoiningSchool(
        String code, String errorCluster, @Nullable Integer joined, List<@Nullable Double> outcomes) {
    public JoiningSchool {
        outcomes = Collections.unmodifiableList(new ArrayList<>(outcomes));
    }
}
