package org.junheng.impact;

import java.util.BitSet;
import java.util.List;

/**
 * An effect as the sum of what each error cluster adds to it. Schools that may err alike are summed first, so that
 * {@code se = sqrt(sum of the squares of the clusters' scores) / n}; with every school its own cluster this is {@code sqrt(mean(psi^2) / n)}.
 */
final class Effect {
    private final SchoolPanel panel;
    private final double value;
    private final double[] scores;
    private final double[] mass;
    private final BitSet joined;
    private final BitSet others;

    /**
     * @param scores influence on the effect, summed by error cluster
     * @param mass by how much the effect's sum moves when every effect is larger by one, by error cluster; adds up to n
     */
    Effect(SchoolPanel panel, double value, double[] scores, double[] mass, BitSet joined, BitSet others) {
        this.panel = panel;
        this.value = value;
        this.scores = scores;
        this.mass = mass;
        this.joined = joined;
        this.others = others;
    }

    static Effect of(SchoolPanel panel, Cell cell, Contrast contrast) {
        double[] scores = new double[panel.clusterNames().size()];
        double[] mass = new double[scores.length];
        BitSet joined = new BitSet();
        BitSet others = new BitSet();
        double scale = (double) panel.schools() / cell.size();
        for (int i = 0; i < cell.size(); i++) {
            int school = cell.school(i);
            scores[panel.cluster(school)] += scale * contrast.influence(i);
            if (i < cell.treated()) {
                mass[panel.cluster(school)] += (double) panel.schools() / cell.treated();
                joined.set(school);
            } else {
                others.set(school);
            }
        }
        return new Effect(panel, contrast.effect(), scores, mass, joined, others);
    }

    /** The sum of effects, each times its weight. */
    static Effect sum(List<Effect> effects, double[] weights) {
        Effect first = effects.get(0);
        double value = 0;
        double[] scores = new double[first.scores.length];
        double[] mass = new double[scores.length];
        BitSet joined = new BitSet();
        BitSet others = new BitSet();
        for (int k = 0; k < weights.length; k++) {
            Effect effect = effects.get(k);
            value += weights[k] * effect.value;
            for (int c = 0; c < scores.length; c++) {
                scores[c] += weights[k] * effect.scores[c];
                mass[c] += weights[k] * effect.mass[c];
            }
            joined.or(effect.joined);
            others.or(effect.others);
        }
        return new Effect(first.panel, value, scores, mass, joined, others);
    }

    /** The same effect with more error: that of weights that were themselves estimated. */
    Effect withFurther(double[] furtherScores) {
        double[] all = scores.clone();
        for (int c = 0; c < all.length; c++) {
            all[c] += furtherScores[c];
        }
        return new Effect(panel, value, all, mass, joined, others);
    }

    double value() {
        return value;
    }

    double score(int cluster) {
        return scores[cluster];
    }

    double mass(int cluster) {
        return mass[cluster];
    }

    SchoolPanel panel() {
        return panel;
    }

    double se() {
        double squares = 0;
        for (double score : scores) {
            squares += score * score;
        }
        return Math.sqrt(squares) / panel.schools();
    }

    double covariance(Effect other) {
        return Moments.product(scores, other.scores) / ((double) panel.schools() * panel.schools());
    }

    int joinedSchools() {
        return joined.cardinality();
    }

    int otherSchools() {
        return others.cardinality();
    }

    int joinedClusters() {
        return clusters(joined).cardinality();
    }

    /** Error clusters of comparison schools that have no school that joined in this effect. */
    int otherClusters() {
        BitSet clusters = clusters(others);
        clusters.andNot(clusters(joined));
        return clusters.cardinality();
    }

    private BitSet clusters(BitSet schools) {
        BitSet clusters = new BitSet();
        schools.stream().forEach(school -> clusters.set(panel.cluster(school)));
        return clusters;
    }
}
