package org.junheng.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Ranks of effects that are known with errors (Laird and Louis 1989; Goldstein and Spiegelhalter 1996); 1 is the highest.
 *
 * <p>With independent {@code u_k ~ N(m_k, s_k^2)} the rank of a unit is {@code 1 + #{k: u_k > u_i}}. Given {@code u_i = z} it has mean
 * {@code 1 + S(z) - p_i(z)} and variance {@code W(z) - p_i(z) (1 - p_i(z))}, where {@code p_k(z) = Phi((m_k - z) / s_k)}, S and W are the sums of
 * {@code p_k} and {@code p_k (1 - p_k)}; both are integrated over z by the trapezium rule, which is exact to rounding here. S and W are built
 * once, so that many units cost little more than each on its own. Units known exactly that are equal share their ranks.
 */
public final class EffectRanks {
    /** Two intervals of this many standard errors overlap as often as a difference of two effects is not significant at 5 % (Goldstein and Healy 1995). */
    public static final double COMPARING_TWO = 1.39;

    /** Beyond so many standard errors lies nothing: 4e-11 in all. */
    private static final double REACH = 6.5;

    /** Steps of the trapezium rule for the smallest standard error. */
    private static final double STEPS = 2;

    /** A standard error below this share of the range of the effects is taken for it: who is so well known has the same rank. */
    private static final double FINEST = 2e-5;

    private final List<Double> effects;
    private final List<Double> errors;
    private final double start;
    private final double step;
    private final double[] above;
    private final double[] spread;

    /** Of every unit: {@code p_k} at the places within its reach. */
    private final double[][] chances;

    /** The expected rank of a unit and the standard deviation of its rank. */
    public record Rank(double expected, double sd) {}

    private EffectRanks(List<Double> effects, List<Double> given) {
        double finest = FINEST * (Collections.max(effects) - Collections.min(effects));
        this.effects = effects;
        this.errors = given.stream().map(error -> Math.max(error, finest)).toList();
        double reach = REACH * Collections.max(errors);
        this.step = Collections.min(errors) / STEPS;
        this.start = Collections.min(effects) - reach;
        int places = (int) Math.ceil((Collections.max(effects) + reach - start) / step) + 2;
        this.above = new double[places];
        this.spread = new double[places];
        this.chances = new double[effects.size()][];
        for (int k = 0; k < effects.size(); k++) {
            enter(k);
        }
        for (int j = places - 2; j >= 0; j--) {
            above[j] += above[j + 1]; // a difference so far
        }
    }

    /** Adds a unit; what is certain to lie below it is added up later. */
    private void enter(int k) {
        double before = 0;
        int first = first(k);
        chances[k] = new double[last(k) - first + 1];
        for (int j = last(k); j >= first; j--) {
            double p = Normal.cdf(away(k, j));
            chances[k][j - first] = p;
            above[j] += p - before;
            spread[j] += p * (1 - p);
            before = p;
        }
        if (first > 0) {
            above[first - 1] += 1 - before;
        }
    }

    /**
     * The rank of every unit.
     *
     * @param errors conditional standard errors; 0 for units known exactly
     */
    public static List<Rank> of(List<Double> effects, List<Double> errors) {
        if (effects.isEmpty() || Collections.max(errors) == 0) {
            return effects.stream().map(effect -> known(effect, effects)).toList();
        }
        EffectRanks ranks = new EffectRanks(effects, errors);
        List<Rank> all = new ArrayList<>();
        for (int i = 0; i < effects.size(); i++) {
            all.add(ranks.rank(i));
        }
        return all;
    }

    private static Rank known(double effect, List<Double> effects) {
        double rank = 0.5;
        for (double other : effects) {
            rank += (Math.signum(other - effect) + 1) / 2;
        }
        return new Rank(rank, 0);
    }

    private Rank rank(int i) {
        int first = first(i);
        double[] own = chances[i];
        double[] densities = new double[own.length];
        double density = 0;
        double mean = 0;
        for (int j = 0; j < own.length; j++) {
            double z = away(i, first + j);
            densities[j] = Math.exp(-z * z / 2);
            density += densities[j];
            mean += densities[j] * (above[first + j] - own[j]);
        }
        mean /= density;
        double variance = 0;
        for (int j = 0; j < own.length; j++) {
            double off = above[first + j] - own[j] - mean;
            variance += densities[j] * (off * off + spread[first + j] - own[j] * (1 - own[j]));
        }
        double others = effects.size() - 1.0; // rounding may lead past the last, and before the first
        return new Rank(1 + Math.min(others, Math.max(0, mean)), Math.sqrt(Math.max(0, variance / density)));
    }

    private int first(int i) {
        return (int) Math.max(0, (effects.get(i) - REACH * errors.get(i) - start) / step);
    }

    private int last(int i) {
        return (int) Math.min(above.length - 1.0, (effects.get(i) + REACH * errors.get(i) - start) / step);
    }

    private double away(int i, int place) {
        return (effects.get(i) - (start + place * step)) / errors.get(i);
    }
}
