package org.junheng.impact;

import org.junheng.metric.Words;

/**
 * What error clusters allow: with {@value #MANY} or more on both sides the normal interval; with fewer, but at least {@value #LEAST} on both
 * sides, the interval of random signs ({@link SignTest}); with fewer none. A side of one cluster has no standard error either.
 */
final class FewClusters {
    static final int MANY = 50;
    /** With six clusters a sign is shared by all in one draw of 32, so 5 % can be reached from both sides; with fewer it cannot be relied on. */
    static final int LEAST = 6;

    private FewClusters() {}

    static boolean areMany(Effect effect) {
        return Math.min(effect.joinedClusters(), effect.otherClusters()) >= MANY;
    }

    static boolean areTooFew(Effect effect) {
        return Math.min(effect.joinedClusters(), effect.otherClusters()) < LEAST;
    }

    static boolean needsSigns(Effect effect) {
        return !areMany(effect) && !areTooFew(effect);
    }

    static boolean hasError(Effect effect) {
        return Math.min(effect.joinedClusters(), effect.otherClusters()) >= 2;
    }

    /** By what residuals of the comparison clusters, taken from their own mean, are too small. */
    static double inflation(Effect effect) {
        double others = effect.otherClusters();
        return Math.sqrt(others / (others - 1));
    }

    /** Why there is no interval, and the smallest design with one. */
    static Words tooFew(Effect effect) {
        int joined = effect.joinedClusters();
        int others = effect.otherClusters();
        return new Words(
                "不给出区间:误差独立的单位只有" + joined + "个(加入)和" + others + "个(对照);至少需各" + LEAST + "个",
                "no interval: only " + joined + " independent units joined and " + others
                        + " to compare with; the smallest design with an interval has " + LEAST + " of each");
    }

    /** How the interval was found. */
    static Words bySigns(Effect effect) {
        int fewer = Math.min(effect.joinedClusters(), effect.otherClusters());
        return new Words(
                "误差独立的单位较少(一侧" + fewer + "个),区间来自随机符号自助法(" + SignDraws.DRAWS + "次)",
                "few independent units (" + fewer
                        + " on one side): the interval is from a wild bootstrap with random signs (" + SignDraws.DRAWS
                        + " draws)");
    }
}
