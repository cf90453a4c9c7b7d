package org.junheng.impact;

import org.junheng.metric.Words;

/**
 * What error clusters allow: with {@value #MANY} or more on both sides the normal interval; with fewer, but at least {@value #LEAST} on both
 * sides, the interval of random signs ({@link SignTest}); with fewer none. A side of one cluster adds nothing to the standard error, and the
 * reason says so.
 *
 * @param joined error clusters with schools that joined
 * @param others error clusters with comparison schools only
 */
record FewClusters(int joined, int others) {
    static final int MANY = 50;
    /** All of five clusters share a sign in one draw of 16, which is more than 5 %: then no interval can exclude anything. */
    static final int LEAST = 6;

    int fewer() {
        return Math.min(joined, others);
    }

    boolean areMany() {
        return fewer() >= MANY;
    }

    boolean areTooFew() {
        return fewer() < LEAST;
    }

    boolean needSigns() {
        return !areMany() && !areTooFew();
    }

    /** Whether the standard error holds what units differ by on both sides. */
    boolean haveError() {
        return fewer() >= 2;
    }

    /** Whether there is a standard error at all. */
    boolean haveSomeError() {
        return Math.max(joined, others) >= 2;
    }

    /** Residuals are taken from the mean of all clusters, and are too small by this. */
    double inflation() {
        double all = joined + others;
        return Math.sqrt(all / (all - 1));
    }

    /** Under a hypothesis the mean change of both sides together is estimated: its distance to that of the joined is shared in these parts. */
    double shiftOfJoined() {
        return (double) others / (joined + others);
    }

    double shiftOfOthers() {
        return (double) joined / (joined + others);
    }

    /** Why there is no interval, and the smallest design with one. */
    Words tooFew() {
        String zh = haveError() ? "" : ";标准误只含一侧的误差";
        String en = haveError() ? "" : "; se holds the error of one side only";
        return new Words(
                "不给出区间:误差独立的单位只有" + joined + "个(加入)和" + others + "个(对照);至少需各" + LEAST + "个" + zh,
                "no interval: only " + joined + " independent units joined and " + others
                        + " to compare with; the smallest design with an interval has " + LEAST + " of each" + en);
    }

    /** How the interval was found. */
    Words bySigns() {
        return new Words(
                "误差独立的单位较少(一侧" + fewer() + "个),区间来自随机符号自助法(" + SignDraws.DRAWS + "次)",
                "few independent units (" + fewer()
                        + " on one side): the interval is from a wild bootstrap with random signs (" + SignDraws.DRAWS
                        + " draws)");
    }
}
