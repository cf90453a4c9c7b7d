package org.junheng.subject;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what rule the results of a school count for a cluster (归属规则). The three answer different questions and stand side by side: none of them is
 * the only right one.
 */
public enum Attribution {
    /** The part of the school year that it belonged to the cluster ({@link Exposure}). */
    EXPOSURE {
        @Override
        BigDecimal weight(Stay stay, int year) {
            return Exposure.of(stay.memberships(), stay.days().passed(year), stay.openedOn(), stay.closedOn())
                    .share(stay.cluster());
        }
    },

    /**
     * Only schools that have been in the cluster for at least three full school years without a break, weighted 3 for three years and 4 for more:
     * the rule of the English statistics of multi-academy trusts (DfE, SFR 02/2017). A school year is full when it was a member on 1 September and on
     * the day that stands for it, 30 June unless it is looked at as of another.
     */
    THREE_YEARS {
        @Override
        BigDecimal weight(Stay stay, int year) {
            int full = 0;
            while (full < MOST && stay.isMemberThrough(year - full)) {
                full++;
            }
            return full < LEAST ? BigDecimal.ZERO : BigDecimal.valueOf(full);
        }
    },

    /** Those that belonged to the cluster when it, or the evaluation, began, whether they have left since or not: nobody is judged by who stayed. */
    AT_START {
        @Override
        BigDecimal weight(Stay stay, int year) {
            return stay.own().stream().anyMatch(m -> m.covers(stay.start())) ? BigDecimal.ONE : BigDecimal.ZERO;
        }
    };

    private static final int LEAST = 3;
    private static final int MOST = 4;

    /**
     * A school and a cluster that it was ever in.
     *
     * @param memberships all memberships of the school, in other clusters too
     * @param start the later of the first day of the evaluation and the first day of the cluster
     * @param days on which the roster speaks for each year
     */
    public record Stay(
            String cluster,
            List<Membership> memberships,
            LocalDate start,
            @Nullable LocalDate openedOn,
            @Nullable LocalDate closedOn,
            RosterDays days) {
        public Stay {
            memberships = List.copyOf(memberships);
        }

        List<Membership> own() {
            return memberships.stream().filter(m -> m.cluster().equals(cluster)).toList();
        }

        private boolean isMemberThrough(int year) {
            Span through = days.through(year);
            return through.days() == covered(through);
        }

        private long covered(Span through) {
            List<Membership> once = own().stream()
                    .map(m -> new Membership(cluster, m.role(), m.joinedOn(), m.leftOn()))
                    .toList();
            return Exposure.of(once, through, null, null)
                    .days()
                    .getOrDefault(cluster, BigDecimal.ZERO)
                    .longValueExact();
        }
    }

    /** The weight of the school in the cluster's result of a school year; 0 = it does not count. */
    abstract BigDecimal weight(Stay stay, int year);

    /** The weight as a number. */
    public BigDecimal of(Stay stay, int year) {
        return weight(stay, year);
    }
}
