package org.junheng.stats;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.special.Erf;

/**
 * Ranks of effects that are known with errors (Laird and Louis 1989): the expected rank of a unit is 1 plus the probabilities that each of the
 * others is above it; 1 is the highest.
 */
public final class EffectRanks {
    /** Two intervals of this many standard errors overlap as often as a difference of two effects is not significant at 5 % (Goldstein and Healy 1995). */
    public static final double COMPARING_TWO = 1.39;

    private EffectRanks() {}

    /** @param errors conditional standard errors; 0 for an effect that is known */
    public static List<Double> expected(List<Double> effects, List<Double> errors) {
        List<Double> ranks = new ArrayList<>();
        for (int i = 0; i < effects.size(); i++) {
            double rank = 1;
            for (int k = 0; k < effects.size(); k++) {
                if (k != i) {
                    rank += above(effects.get(k) - effects.get(i), Math.hypot(errors.get(i), errors.get(k)));
                }
            }
            ranks.add(rank);
        }
        return ranks;
    }

    private static double above(double difference, double error) {
        return error == 0 ? (Math.signum(difference) + 1) / 2 : Erf.erfc(-difference / (error * Math.sqrt(2))) / 2;
    }
}
