package org.junheng.metric;

import org.jspecify.annotations.Nullable;

/** How much evidence a number rests on; null where the count has no meaning for it. */
public record Counts(
        @Nullable Long schools,
        @Nullable Long pupils,
        @Nullable Long responses) {
    public static final Counts NONE = new Counts(null, null, null);

    public static Counts ofSchools(long schools) {
        return new Counts(schools, null, null);
    }

    public static Counts ofPupils(long pupils) {
        return new Counts(null, pupils, null);
    }
}
