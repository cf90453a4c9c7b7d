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
    private final double[] joinedMass;
    private final double[] otherMass;
    private final BitSet joined;
    private final BitSet others;

    /**
     * @param scores influence on the effect, summed by error cluster
     * @param joinedMass the weight of the schools that joined, by error cluster; adds up to n
     * @param otherMass the weight of the comparison schools, by error cluster; adds up to n
     */
    Effect(
            SchoolPanel panel,
            double value,
            double[] scores,
            double[] joinedMass,
            double[] otherMass,
            BitSet joined,
            BitSet others) {
        this.panel = panel;
        this.value = value;
        this.scores = scores;
        this.joinedMass = joinedMass;
        this.otherMass = otherMass;
        this.joined = joined;
        this.others = others;
    }

    static Effect of(SchoolPanel panel, Cell cell, Contrast contrast) {
        double[] scores = new double[panel.clusterNames().size()];
        double[] joinedMass = new double[scores.length];
        double[] otherMass = new double[scores.length];
        BitSet joined = new BitSet();
        BitSet others = new BitSet();
        double scale = (double) panel.schools() / cell.size();
        for (int i = 0; i < cell.size(); i++) {
            int school = cell.school(i);
            scores[panel.cluster(school)] += scale * contrast.influence(i);
            if (i < cell.treated()) {
                joinedMass[panel.cluster(school)] += (double) panel.schools() / cell.treated();
                joined.set(school);
            } else {
                otherMass[panel.cluster(school)] += (double) panel.schools() / cell.others();
                others.set(school);
            }
        }
        return new Effect(panel, contrast.effect(), scores, joinedMass, otherMass, joined, others);
    }

    /** The sum of effects, each times its weight. */
    static Effect sum(List<Effect> effects, double[] weights) {
        Effect first = effects.get(0);
        double value = 0;
        double[] scores = new double[first.scores.length];
        double[] joinedMass = new double[scores.length];
        double[] otherMass = new double[scores.length];
        BitSet joined = new BitSet();
        BitSet others = new BitSet();
        for (int k = 0; k < weights.length; k++) {
            Effect effect = effects.get(k);
            value += weights[k] * effect.value;
            for (int c = 0; c < scores.length; c++) {
                scores[c] += weights[k] * effect.scores[c];
                joinedMass[c] += weights[k] * effect.joinedMass[c];
                otherMass[c] += weights[k] * effect.otherMass[c];
            }
            joined.or(effect.joined);
            others.or(effect.others);
        }
        return new Effect(first.panel, value, scores, joinedMass, otherMass, joined, others);
    }

    /** The same effect with more error: that of weights that were themselves estimated. */
    Effect withFurther(double[] furtherScores) {
        double[] all = scores.clone();
        for (int c = 0; c < all.length; c++) {
            all[c] += furtherScores[c];
        }
        return new Effect(panel, value, all, joinedMass, otherMass, joined, others);
    }

    double value() {
        return value;
    }

    double score(int cluster) {
        return scores[cluster];
    }

    /** A cluster's joined mass and other mass in these proportions. */
    double mass(int cluster, double ofJoined, double ofOthers) {
        return ofJoined * joinedMass[cluster] + ofOthers * otherMass[cluster];
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
