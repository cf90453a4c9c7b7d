package org.junheng.jobs.simulate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junheng.subject.ClusterType;

/**
 * The true effect of joining a cluster on the mean score of the member, in score points: it grows with the years since joining, differs by type
 * of cluster and stays after leaving (what was learnt is not lost). Districts only administer: no effect. A school that joined several
 * clusters has the effect of the first one that has any.
 */
final class JoinEffect {
    static final int LONGEST = 4;
    private static final double[] GROWTH = {0.25, 0.55, 0.80, 0.95, 1.00};

    /** When a school joined, and what. */
    record Joined(ClusterType type, int year) {}

    private final Map<Integer, Joined> joined = new HashMap<>();

    JoinEffect(List<DrawnCluster> clusters) {
        for (DrawnCluster cluster : clusters) {
            if (full(cluster.type()) != 0) {
                for (Spell spell : cluster.members()) {
                    joined.merge(
                            spell.school().serial(),
                            new Joined(cluster.type(), spell.firstYear()),
                            (a, b) -> a.year() <= b.year() ? a : b);
                }
            }
        }
    }

    /** Effect by years since joining (0 = the first exam as a member). */
    static double of(ClusterType type, int eventTime) {
        return eventTime < 0 ? 0 : full(type) * GROWTH[Math.min(eventTime, LONGEST)];
    }

    double of(DrawnSchool school, int year) {
        Joined first = joined.get(school.serial());
        return first == null ? 0 : of(first.type(), year - first.year());
    }

    boolean everJoins(DrawnSchool school) {
        return joined.containsKey(school.serial());
    }

    /** Full years as a member before this one; 0 for a school that has not joined yet. */
    int yearsSince(DrawnSchool school, int year) {
        Joined first = joined.get(school.serial());
        return first == null ? 0 : Math.max(0, year - first.year());
    }

    private static double full(ClusterType type) {
        return switch (type) {
            case SCHOOL_DISTRICT -> 0;
            case EDUCATION_GROUP -> 4.0;
            case URBAN_RURAL_COMMUNITY -> 5.0;
            case PROVINCIAL_ASSISTANCE -> 3.0;
        };
    }
}
