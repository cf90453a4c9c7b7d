package org.junheng.impact;

import org.jspecify.annotations.Nullable;
import org.junheng.impact.ImpactEstimate.Span;

/** The effect of a cluster on its members and on its lead schools (带动与被带动的双向账). */
public record BothSides(ImpactFit members, ImpactFit leads) {
    /** 97.5 % for each side is 95 % for both (Bonferroni): the ends move out by the ratio of the normal points. */
    private static final double WIDER = 2.241402727604947 / 1.959963984540054;

    /** What is known of both together. */
    public enum State {
        UNDECIDED(0),
        WIN_WIN(1),
        LEAD_DILUTED(2),
        FREE_RIDE(3),
        BOTH_LOSE(4);

        private final int code;

        State(int code) {
            this.code = code;
        }

        /** The number in the published table. */
        public int code() {
            return code;
        }
    }

    /** By the intervals of both sides, each at 97.5 %. */
    public State state() {
        int member = direction(members.overall());
        int lead = direction(leads.overall());
        if (member == 0 || lead == 0) {
            return State.UNDECIDED;
        }
        if (member > 0) {
            return lead > 0 ? State.WIN_WIN : State.LEAD_DILUTED;
        }
        return lead > 0 ? State.FREE_RIDE : State.BOTH_LOSE;
    }

    private static int direction(ImpactEstimate e) {
        @Nullable Span interval = e.interval();
        Double value = e.estimate();
        if (interval == null || value == null) {
            return 0;
        }
        double low = value - WIDER * (value - interval.low());
        double high = value + WIDER * (interval.high() - value);
        return low > 0 ? 1 : high < 0 ? -1 : 0;
    }
}
