package org.junheng.stock;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.stats.Decimals;

/**
 * What makes a quality school (优质学校的认定口径), under a version that stands beside every account made by it. An account uses one definition at both
 * of its dates.
 *
 * <p>Where part of the evidence is missing the answer may still be no, when another part says no; else it is not known, which is neither yes nor no.
 *
 * @param version changes whenever a school may be judged otherwise
 * @param criteria null = the official list decides
 */
public record QualityDefinition(String version, @Nullable Criteria criteria) {
    private static final int STANDARDS = 7;

    /** The official list: {@code schools.is_quality_school}. */
    public static final QualityDefinition OFFICIAL = new QualityDefinition("official-list", null);

    /** What a definition rests on. */
    public enum Kind {
        /** The official list. */
        OFFICIAL,
        /** Criteria that the figures of a school meet or not: a proposal for places without a list. */
        DERIVED
    }

    /**
     * What the figures of a school must reach.
     *
     * @param standardsMet resource standards met, of seven, in every stage
     * @param subjectsNotBelow subjects in which value-added is not below average
     * @param parentsSatisfied least share of the parents who are satisfied
     */
    public record Criteria(int standardsMet, int subjectsNotBelow, BigDecimal parentsSatisfied) {
        public Criteria {
            boolean isShare = parentsSatisfied.signum() >= 0 && parentsSatisfied.compareTo(BigDecimal.ONE) <= 0;
            if (standardsMet < 0 || standardsMet > STANDARDS || subjectsNotBelow < 0 || !isShare) {
                throw new IllegalArgumentException("0 to 7 standards, 0 subjects or more, a share from 0 to 1");
            }
        }
    }

    /** The derived definition in force and, after it, those that show how much an account depends on it ({@code quality_definitions.csv}). */
    public static List<QualityDefinition> published() {
        return QualityDefinitions.read();
    }

    /** The derived definition in force. */
    public static QualityDefinition derived() {
        return published().get(0);
    }

    public Kind kind() {
        return criteria == null ? Kind.OFFICIAL : Kind.DERIVED;
    }

    /** This definition first, then the official list and the published ones that are not it: by all of them an account is told. */
    public List<QualityDefinition> andOthers() {
        List<QualityDefinition> all = new ArrayList<>(List.of(this));
        all.add(OFFICIAL);
        all.addAll(published());
        return all.stream().distinct().toList();
    }

    /** Whether a school is a quality school; null = not known. */
    public @Nullable Boolean of(Evidence evidence) {
        return criteria == null
                ? evidence.flag()
                : and(and(evidence.resources(criteria), evidence.progress(criteria)), evidence.recognised(criteria));
    }

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
        Boolean resources(Criteria criteria) {
            if (standardsMet.stream().anyMatch(met -> met < criteria.standardsMet())) {
                return false;
            }
            return (standardsMet.isEmpty() || stagesNotAssessed > 0) ? null : Boolean.TRUE;
        }

        @Nullable
        Boolean progress(Criteria criteria) {
            return bands.isEmpty()
                    ? null
                    : Boolean.valueOf(bands.stream().filter(b -> b >= 0).count() >= criteria.subjectsNotBelow());
        }

        @Nullable
        Boolean recognised(Criteria criteria) {
            if (satisfied == null || answered == null || answered == 0) {
                return null;
            }
            BigDecimal needed = criteria.parentsSatisfied().multiply(Decimals.of(answered));
            return Decimals.of(satisfied).compareTo(needed) >= 0;
        }
    }

    private static @Nullable Boolean and(@Nullable Boolean a, @Nullable Boolean b) {
        if (Boolean.FALSE.equals(a) || Boolean.FALSE.equals(b)) {
            return false;
        }
        return (a == null || b == null) ? null : Boolean.TRUE;
    }
}
