package org.junheng.impact;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Effects under random signs of the error clusters: for every draw the signed sum of the scores, and for effects of few clusters also that of
 * the masses. An average of effects is a sum of their scores, so its signed sums are the sum of theirs.
 */
final class SignSums {
    private final List<Effect> effects;
    private final List<double[]> scores = new ArrayList<>();
    private final List<double[]> masses = new ArrayList<>();

    private SignSums(List<Effect> effects) {
        this.effects = List.copyOf(effects);
    }

    static SignSums of(List<Effect> effects, long seed) {
        SignSums sums = new SignSums(effects);
        if (!effects.isEmpty()) {
            sums.add(new Columns(), new SignDraws(seed));
        }
        return sums;
    }

    private void add(Columns columns, SignDraws draws) {
        List<List<Effect.Share>> ofScores = new ArrayList<>();
        List<List<Effect.Share>> ofMasses = new ArrayList<>();
        for (Effect effect : effects) {
            FewClusters sides = effect.sides();
            ofScores.add(columns.with(effect.shares()));
            ofMasses.add(columns.with(
                    sides.needSigns()
                            ? List.of(new Effect.Share(effect.masses(sides.shiftOfJoined(), sides.shiftOfOthers()), 1))
                            : List.of()));
        }
        double[][] sums =
                SignedColumns.sums(columns.different, effects.get(0).panel().clusterNames(), draws);
        ofScores.forEach(shares -> scores.add(columns.sum(shares, sums)));
        ofMasses.forEach(shares -> masses.add(columns.sum(shares, sums)));
    }

    /** Columns that effects share, each once. */
    private static final class Columns {
        final List<double[]> different = new ArrayList<>();
        private final IdentityHashMap<double[], Integer> places = new IdentityHashMap<>();

        List<Effect.Share> with(List<Effect.Share> shares) {
            for (Effect.Share share : shares) {
                if (places.putIfAbsent(share.column(), different.size()) == null) {
                    different.add(share.column());
                }
            }
            return shares;
        }

        double[] sum(List<Effect.Share> shares, double[][] sums) {
            double[] all = new double[SignDraws.DRAWS];
            for (Effect.Share share : shares) {
                double[] own = sums[places.getOrDefault(share.column(), 0)];
                for (int d = 0; d < all.length; d++) {
                    all[d] += share.weight() * own[d];
                }
            }
            return all;
        }
    }

    /** Signed sums of the scores, draw by draw. */
    double[] scores(int effect) {
        return scores.get(effect);
    }

    /** The interval and test of an effect of few clusters. */
    SignTest test(int effect) {
        Effect of = effects.get(effect);
        double inflation = of.sides().inflation();
        double[] inflated = scores(effect).clone();
        for (int d = 0; d < inflated.length; d++) {
            inflated[d] *= inflation;
        }
        return new SignTest(of.value(), of.panel().schools(), inflated, masses.get(effect));
    }
}
