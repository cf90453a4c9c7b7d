package org.junheng.stock;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes a quality school (优质学校的认定口径). An account uses one definition at both of its dates.
 *
 * <p>Where part of the evidence is missing the answer may still be no, when another part says no; else it is not known, which is neither yes nor no.
 */
public enum QualityDefinition {
    /** The official list: {@code schools.is_quality_school}. */
    OFFICIAL {
        @Override
        public @Nullable Boolean of(Evidence evidence) {
            return evidence.flag();
        }
    },

    /**
     * All seven resource standards met in every stage, value-added not below average in at least two subjects, and at least 85 % of the parents satisfied (a proposal
     * of this project for places without a list).
     */
    DERIVED {
        @Override
        public @Nullable Boolean of(Evidence evidence) {
            return and(and(evidence.resources(), evidence.progress()), evidence.recognised());
        }
    };

    private static final int STANDARDS = 7;
    private static final int SUBJECTS = 2;
    private static final int PARENTS_PERCENT = 85;

    /** Whether a school is a quality school; null = not known. */
    public abstract @Nullable Boolean of(Evidence evidence);

    /**
     * What is known of a school in one year.
     *
     * @param flag the official list
     * @param standardsMet resource standards met, of seven, by compulsory stage; null in it = not assessed
     * @param bands value-added by subject: 1 above average, 0 not told apart from it, -1 below
     * @param satisfied, answered parents; null = no survey
     */
    public record Evidence(
            @Nullable Boolean flag,
            List<Integer> standardsMet,
            int stagesNotAssessed,
            List<Integer> bands,
            @Nullable Double satisfied,
            @Nullable Double answered) {
        @Nullable
        Boolean resources() {
            if (standardsMet.stream().anyMatch(met -> met < STANDARDS)) {
                return false;
            }
            return (standardsMet.isEmpty() || stagesNotAssessed > 0) ? null : Boolean.TRUE;
        }

        @Nullable
        Boolean progress() {
            return bands.isEmpty()
                    ? null
                    : Boolean.valueOf(bands.stream().filter(b -> b >= 0).count() >= SUBJECTS);
        }

        @Nullable
        Boolean recognised() {
            return (satisfied == null || answered == null || answered == 0)
                    ? null
                    : Boolean.valueOf(100 * satisfied >= PARENTS_PERCENT * answered);
        }
    }

    private static @Nullable Boolean and(@Nullable Boolean a, @Nullable Boolean b) {
        if (Boolean.FALSE.equals(a) || Boolean.FALSE.equals(b)) {
            return false;
        }
        return (a == null || b == null) ? null : Boolean.TRUE;
    }
}
