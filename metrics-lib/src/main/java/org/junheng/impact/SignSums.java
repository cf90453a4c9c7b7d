package org.junheng.impact;

import java.util.List;

/**
 * Effects under random signs of the error clusters: for every draw the signed sum of the scores, and for effects of few clusters also that of
 * the masses. One pass over the clusters in the order of their names.
 */
final class SignSums {
    private final double[][] plain;
    private final double[][] inflated;
    private final double[][] masses;

    private SignSums(int effects) {
        plain = new double[effects][SignDraws.DRAWS];
        inflated = new double[effects][];
        masses = new double[effects][];
    }

    static SignSums of(List<Effect> effects, long seed) {
        SignSums sums = new SignSums(effects.size());
        FewClusters[] sides = new FewClusters[effects.size()];
        for (int k = 0; k < sides.length; k++) {
            sides[k] = FewClusters.of(effects.get(k));
            if (sides[k].needSigns()) {
                sums.inflated[k] = new double[SignDraws.DRAWS];
                sums.masses[k] = new double[SignDraws.DRAWS];
            }
        }
        if (!effects.isEmpty()) {
            sums.add(effects, sides, new SignDraws(seed));
        }
        return sums;
    }

    private void add(List<Effect> effects, FewClusters[] sides, SignDraws draws) {
        double[] signs = new double[SignDraws.DRAWS];
        List<String> clusters = effects.get(0).panel().clusterNames();
        for (int c = 0; c < clusters.size(); c++) {
            draws.fill(clusters.get(c), signs);
            for (int k = 0; k < plain.length; k++) {
                Effect effect = effects.get(k);
                double score = effect.score(c);
                addTimes(plain[k], score, signs);
                if (sides[k].needSigns()) {
                    addTimes(inflated[k], score * sides[k].inflation(), signs);
                    addTimes(masses[k], effect.mass(c, sides[k].shiftOfJoined(), sides[k].shiftOfOthers()), signs);
                }
            }
        }
    }

    /** Signed sums of the scores, draw by draw. */
    double[] scores(int effect) {
        return plain[effect];
    }

    /** The interval and test of an effect of few clusters. */
    SignTest test(int effect, double value, int schools) {
        return new SignTest(value, schools, inflated[effect], masses[effect]);
    }

    private static void addTimes(double[] sums, double value, double[] signs) {
        if (value != 0) {
            for (int d = 0; d < sums.length; d++) {
                sums[d] += value * signs[d];
            }
        }
    }
}
