package org.junheng.selection;

/** Pupils of an earlier exam by where they have a score in a later one: those of low earlier scores, and the rest. */
public record LeaverTally(Group low, Group rest) {
    public static final LeaverTally NOBODY = new LeaverTally(Group.NOBODY, Group.NOBODY);

    /** Pupils by their fate. */
    public record Group(long here, long elsewhere, long nowhere) {
        public static final Group NOBODY = new Group(0, 0, 0);

        public Group {
            if (here < 0 || elsewhere < 0 || nowhere < 0) {
                throw new IllegalArgumentException(here + ", " + elsewhere + ", " + nowhere);
            }
        }

        public long pupils() {
            return here + elsewhere + nowhere;
        }

        Group plus(Group other) {
            return new Group(here + other.here, elsewhere + other.elsewhere, nowhere + other.nowhere);
        }

        Group plus(Fate fate) {
            return switch (fate) {
                case HERE -> new Group(here + 1, elsewhere, nowhere);
                case ELSEWHERE -> new Group(here, elsewhere + 1, nowhere);
                case NOWHERE -> new Group(here, elsewhere, nowhere + 1);
            };
        }
    }

    public LeaverTally plus(LeaverTally other) {
        return new LeaverTally(low.plus(other.low), rest.plus(other.rest));
    }

    public long pupils() {
        return low.pupils() + rest.pupils();
    }

    /** Pupils without a score in the later exam. */
    public long untested() {
        return low.nowhere() + rest.nowhere();
    }
}
