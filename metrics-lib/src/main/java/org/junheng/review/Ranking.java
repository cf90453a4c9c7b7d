package org.junheng.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junheng.stats.CounterRandom;

/**
 * Ranks of subjects with their uncertainty (名次及其不确定性).
 *
 * <p>In each of 1,000 draws every figure with a standard error is drawn from a normal around its value, scored again, and the subjects are ranked
 * again; figures that count everyone stay. The draw of a figure depends on seed, kind, subject, draw and scale only, so that no other subject
 * and no order can change it.
 *
 * <p>Source: Goldstein and Spiegelhalter 1996; weights: OECD and JRC 2008, step 7.
 */
public final class Ranking {
    private static final int DRAWS = 1000;
    private static final double TAIL = 0.025;
    private static final double POINTS = 0.10;

    private final List<Scorecard> cards;
    private final double[] shares;

    private Ranking(List<Scorecard> cards, double[] shares) {
        this.cards = cards;
        this.shares = shares;
    }

    /**
     * Standings by subject, of those that have a composite.
     *
     * @param kind what is ranked, such as {@code county|2024}
     */
    public static SortedMap<String, Standing> of(List<Scorecard> cards, String kind, long seed) {
        SortedMap<String, Standing> standings = new TreeMap<>();
        if (!cards.isEmpty()) {
            double[] shares = cards.get(0).protocol().shares();
            List<Scorecard> ranked = cards.stream()
                    .filter(card -> Double.isFinite(Scorecard.composite(card.dimensions(), shares)))
                    .toList();
            new Ranking(ranked, shares).stand(standings, kind, seed);
        }
        return standings;
    }

    private void stand(SortedMap<String, Standing> standings, String kind, long seed) {
        List<double[]> dimensions = cards.stream().map(Scorecard::dimensions).toList();
        double[] composites = composites(dimensions, shares);
        int[] ranks = ranks(composites);
        int[][] drawn = drawn(kind, seed);
        int[][] moved = moved(dimensions);
        int n = cards.size();
        for (int i = 0; i < n; i++) {
            int[] own = drawn[i];
            Arrays.sort(own);
            double top = Arrays.stream(own).filter(rank -> 4 * rank <= n).count();
            standings.put(
                    cards.get(i).subject(),
                    new Standing(
                            composites[i],
                            ranks[i],
                            n,
                            own[(int) Math.ceil(TAIL * DRAWS) - 1],
                            own[(int) Math.ceil((1 - TAIL) * DRAWS) - 1],
                            n < 4 ? null : Double.valueOf(top / DRAWS),
                            Math.min(ranks[i], Arrays.stream(moved[i]).min().orElse(n)),
                            Math.max(ranks[i], Arrays.stream(moved[i]).max().orElse(1)),
                            reversal(dimensions, i)));
        }
    }

    private static double[] composites(List<double[]> dimensions, double[] shares) {
        return dimensions.stream()
                .mapToDouble(scores -> Scorecard.total(scores, shares))
                .toArray();
    }

    /** One more than the number of better ones. */
    static int[] ranks(double[] composites) {
        double[] sorted = composites.clone();
        Arrays.sort(sorted);
        int[] ranks = new int[composites.length];
        for (int i = 0; i < ranks.length; i++) {
            int low = 0;
            int high = sorted.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sorted[middle] <= composites[i]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            ranks[i] = sorted.length - low + 1;
        }
        return ranks;
    }

    private int[][] drawn(String kind, long seed) {
        List<CounterRandom> randoms = cards.stream()
                .map(card -> CounterRandom.of(seed, "review|" + kind + "|" + card.subject()))
                .toList();
        int[][] drawn = new int[cards.size()][DRAWS];
        for (int d = 0; d < DRAWS; d++) {
            double[] composites = new double[cards.size()];
            for (int i = 0; i < composites.length; i++) {
                CounterRandom random = randoms.get(i);
                int draw = d;
                composites[i] = Scorecard.composite(
                        cards.get(i)
                                .dimensions((finding, scale) -> finding.se() == 0
                                        ? finding.value()
                                        : finding.value() + finding.se() * random.normal(draw, scale)),
                        shares);
            }
            int[] ranks = ranks(composites);
            for (int i = 0; i < ranks.length; i++) {
                drawn[i][d] = ranks[i];
            }
        }
        return drawn;
    }

    private int[][] moved(List<double[]> dimensions) {
        List<int[]> all = new ArrayList<>();
        for (int k = 0; k < shares.length; k++) {
            for (double step : new double[] {-POINTS, POINTS}) {
                double share = Math.min(1, Math.max(0, shares[k] + step));
                if (shares[k] < 1) {
                    double[] other = shares.clone();
                    for (int j = 0; j < other.length; j++) {
                        other[j] = j == k ? share : shares[j] * (1 - share) / (1 - shares[k]);
                    }
                    all.add(ranks(composites(known(dimensions, other), other)));
                }
            }
        }
        int[][] moved = new int[dimensions.size()][all.size()];
        for (int v = 0; v < all.size(); v++) {
            for (int i = 0; i < moved.length; i++) {
                moved[i][v] = all.get(v)[i];
            }
        }
        return moved;
    }

    /** A dimension of weight 0 that somebody has no score in cannot be given weight: it counts as the worst. */
    private static List<double[]> known(List<double[]> dimensions, double[] shares) {
        return dimensions.stream()
                .map(scores -> {
                    double[] known = scores.clone();
                    for (int k = 0; k < known.length; k++) {
                        known[k] = Double.isNaN(known[k]) && shares[k] > 0 ? 0 : known[k];
                    }
                    return known;
                })
                .toList();
    }

    private @Nullable Double reversal(List<double[]> dimensions, int i) {
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < dimensions.size(); j++) {
            if (j != i) {
                least = Math.min(least, pointsToReverse(dimensions.get(i), dimensions.get(j), shares));
            }
        }
        return Double.isFinite(least) ? Double.valueOf(least) : null;
    }

    /**
     * The least weight, in points of 100, that has to be moved between dimensions until both score the same: all to the dimension where the better one
     * is worst, from those where it is best first. Infinite where the better one is not worse in any.
     */
    static double pointsToReverse(double[] a, double[] b, double[] shares) {
        double ahead = Scorecard.composite(a, shares) - Scorecard.composite(b, shares);
        double sign = ahead < 0 ? -1 : 1;
        double left = Math.abs(ahead);
        List<double[]> gains = new ArrayList<>();
        double worst = Double.POSITIVE_INFINITY;
        for (int k = 0; k < shares.length; k++) {
            double lead = sign * (a[k] - b[k]);
            if (!Double.isNaN(lead)) {
                worst = Math.min(worst, lead);
                gains.add(new double[] {lead, shares[k]});
            }
        }
        if (worst >= 0 && left > 0) {
            return Double.POSITIVE_INFINITY;
        }
        gains.sort((x, y) -> Double.compare(y[0], x[0]));
        double points = 0;
        for (double[] gain : gains) {
            double perPoint = gain[0] - worst;
            double taken = left == 0 || perPoint == 0 ? 0 : Math.min(gain[1], left / perPoint);
            points += 100 * taken;
            left = taken < gain[1] && perPoint > 0 ? 0 : left - taken * perPoint;
        }
        return left > 1e-12 ? Double.POSITIVE_INFINITY : points;
    }
}
