package org.junheng.gap;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junheng.stock.Lineage;
import org.junheng.subject.ChangeView;
import org.junheng.subject.Facet;
import org.junheng.subject.SchoolsView;

/**
 * How the uncertainty of changes is found, and what stands between two years.
 *
 * @param seed of the resamples
 * @param resamples how many
 * @param leastSchools schools that each year needs for an interval
 * @param metrics ids of the changes that get an interval
 * @param causes indices whose changes are told by cause: cv, lead_member (of clusters), mld, theil
 * @param successors the school that a code went over to, by merger or under a new code
 * @param lineage under which codes the schools of an earlier year stand in a later one
 */
public record ChangeRules(
        long seed,
        int resamples,
        int leastSchools,
        Set<String> metrics,
        Set<String> causes,
        List<Link> links,
        List<Break> breaks,
        Map<String, String> successors,
        Lineage lineage)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public static final int RESAMPLES = 999;
    public static final int LEAST_SCHOOLS = 10;
    public static final Set<String> METRICS = Set.of("gap_change.cv");

    public static final Set<String> CAUSES = Set.of("cv", "lead_member");
    public static final Set<String> DECOMPOSED = Set.of("cv", "lead_member", "mld", "theil");

    private static final String FAMILY = "gap_change.";
    private static final String CAUSE = "_from_";

    public ChangeRules {
        metrics = Set.copyOf(metrics);
        causes = Set.copyOf(causes);
        links = List.copyOf(links);
        breaks = List.copyOf(breaks);
        successors = Map.copyOf(successors);
    }

    /** Schools keep their codes. */
    public ChangeRules(
            long seed,
            int resamples,
            int leastSchools,
            Set<String> metrics,
            Set<String> causes,
            List<Link> links,
            List<Break> breaks) {
        this(seed, resamples, leastSchools, metrics, causes, links, breaks, Map.of(), Lineage.NONE);
    }

    /** The same rules where these codes went over to others. */
    public ChangeRules after(Map<String, String> mergers, Lineage known) {
        return new ChangeRules(seed, resamples, leastSchools, metrics, causes, links, breaks, mergers, known);
    }

    /** Two years of a subject: the earlier schools stand under the codes that they have in the later year. */
    public ChangeView between(SchoolsView base, SchoolsView now) {
        boolean same = lineage.isEmpty(base.year(), now.year());
        SchoolsView then = same ? base : base.underCodes(code -> lineage.later(code, base.year(), now.year()));
        return new ChangeView(then, now, successors);
    }

    /** What holds when nothing is declared. */
    public static ChangeRules plain(long seed) {
        return new ChangeRules(seed, RESAMPLES, LEAST_SCHOOLS, METRICS, CAUSES, List.of(), List.of());
    }

    /**
     * The standard error with which the scales of two exams are linked, in score points: all scores of the later year may be off by it.
     *
     * @param grade null for every grade
     */
    public record Link(String subject, @Nullable Integer grade, int base, int year, double error)
            implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** A facet whose figures mean something else from a year on. */
    public record Break(String facet, int year, String why) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** Whether a figure beside the changes themselves is told: every one but the causes that were not asked for. */
    public boolean tells(String id) {
        int cause = id.indexOf(CAUSE);
        return cause < 0 || causes.contains(id.substring(FAMILY.length(), cause));
    }

    /** The linking error between two views; 0 when none is declared. */
    double linkError(SchoolsView base, SchoolsView now, @Nullable Integer grade) {
        return links.stream()
                .filter(l -> Facet.score(l.subject()).equals(now.facet())
                        && (l.grade() == null || l.grade().equals(grade))
                        && l.base() == base.year()
                        && l.year() == now.year())
                .mapToDouble(Link::error)
                .findFirst()
                .orElse(0);
    }

    /** The break that lies between two views, if there is one. */
    Optional<Break> broken(SchoolsView base, SchoolsView now) {
        return breaks.stream()
                .filter(b -> b.facet().equals(now.facet()) && base.year() < b.year() && b.year() <= now.year())
                .findFirst();
    }
}
