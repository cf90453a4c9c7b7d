package org.junheng.impact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/**
 * An effect as the sum of what each error cluster adds to it. Schools that may err alike are summed first, so that
 * {@code se = sqrt(sum of the squares of the clusters' scores) / n}; with every school its own cluster this is {@code sqrt(mean(psi^2) / n)}.
 */
final class Effect {
    private final SchoolPanel panel;
    private final double value;
    private final double[] scores;
    private final double se;
    private final BitSet joined;
    private final BitSet others;
    private final FewClusters sides;
    private final List<Part> parts;
    private final List<Share> further;

    /** An effect in a sum of effects. */
    record Part(Effect effect, double weight) {}

    /** Numbers by error cluster, so many times in the scores of an effect. */
    static final class Share {
        private final double[] column;
        private final double weight;

        Share(double[] column, double weight) {
            this.column = column;
            this.weight = weight;
        }

        double[] column() {
            return column;
        }

        double weight() {
            return weight;
        }
    }

    private Effect(
            SchoolPanel panel,
            double value,
            double[] scores,
            BitSet joined,
            BitSet others,
            List<Part> parts,
            List<Share> further) {
        this.panel = panel;
        this.value = value;
        this.scores = scores;
        this.se = Math.sqrt(Moments.product(scores, scores)) / panel.schools();
        this.joined = joined;
        this.others = others;
        BitSet joinedClusters = clusters(joined);
        BitSet otherClusters = clusters(others);
        otherClusters.andNot(joinedClusters);
        this.sides = new FewClusters(joinedClusters.cardinality(), otherClusters.cardinality());
        this.parts = List.copyOf(parts);
        this.further = List.copyOf(further);
    }

    static Effect of(SchoolPanel panel, Cell cell, Contrast contrast) {
        double[] scores = new double[panel.clusterNames().size()];
        BitSet joined = new BitSet();
        BitSet others = new BitSet();
        double scale = (double) panel.schools() / cell.size();
        for (int i = 0; i < cell.size(); i++) {
            int school = cell.school(i);
            scores[panel.cluster(school)] += scale * contrast.influence(i);
            (i < cell.treated() ? joined : others).set(school);
        }
        return new Effect(panel, contrast.effect(), scores, joined, others, List.of(), List.of());
    }

    /** The sum of effects. */
    static Effect sum(List<Part> parts) {
        return sum(parts, List.of());
    }

    /** The sum of effects with more error: that of weights that were themselves estimated. */
    static Effect sum(List<Part> parts, List<Share> further) {
        SchoolPanel panel = parts.get(0).effect().panel;
        double[] scores = new double[panel.clusterNames().size()];
        BitSet joined = new BitSet();
        BitSet others = new BitSet();
        for (Part part : parts) {
            addTimes(scores, part.effect().scores, part.weight());
            joined.or(part.effect().joined);
            others.or(part.effect().others);
        }
        double[] more = new double[further.isEmpty() ? 0 : scores.length];
        further.forEach(share -> addTimes(more, share.column(), share.weight()));
        addTimes(scores, more, 1);
        return new Effect(panel, value(parts), scores, joined, others, parts, further);
    }

    /** The value of a sum of effects. */
    static double value(List<Part> parts) {
        double value = 0;
        for (Part part : parts) {
            value += part.weight() * part.effect().value;
        }
        return value;
    }

    private static void addTimes(double[] sums, double[] numbers, double weight) {
        for (int c = 0; c < numbers.length; c++) {
            sums[c] += weight * numbers[c];
        }
    }

    double value() {
        return value;
    }

    /** What the scores are the sum of: those of effects that are no sums, and further columns. */
    List<Share> shares() {
        if (parts.isEmpty()) {
            return List.of(new Share(scores, 1));
        }
        List<Share> shares = new ArrayList<>(further);
        for (Part part : parts) {
            for (Share share : part.effect().shares()) {
                shares.add(new Share(share.column(), part.weight() * share.weight()));
            }
        }
        return shares;
    }

    /**
     * The weights of the schools by error cluster: those of the schools that joined add up to n, those of the comparison schools too.
     *
     * @param ofJoined, ofOthers how many times the one and the other
     */
    double[] masses(double ofJoined, double ofOthers) {
        double[] masses = new double[scores.length];
        addTimes(masses, mass(effect -> effect.joined), ofJoined);
        addTimes(masses, mass(effect -> effect.others), ofOthers);
        return masses;
    }

    private double[] mass(Function<Effect, BitSet> side) {
        double[] mass = new double[scores.length];
        if (parts.isEmpty()) {
            BitSet schools = side.apply(this);
            double each = (double) panel.schools() / schools.cardinality();
            for (int school = schools.nextSetBit(0); school >= 0; school = schools.nextSetBit(school + 1)) {
                mass[panel.cluster(school)] += each;
            }
        }
        parts.forEach(part -> addTimes(mass, part.effect().mass(side), part.weight()));
        return mass;
    }

    SchoolPanel panel() {
        return panel;
    }

    double se() {
        return se;
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

    /** Error clusters with schools that joined in this effect, and those with comparison schools only. */
    FewClusters sides() {
        return sides;
    }

    private BitSet clusters(BitSet schools) {
        BitSet clusters = new BitSet();
        for (int school = schools.nextSetBit(0); school >= 0; school = schools.nextSetBit(school + 1)) {
            clusters.set(panel.cluster(school));
        }
        return clusters;
    }
}
