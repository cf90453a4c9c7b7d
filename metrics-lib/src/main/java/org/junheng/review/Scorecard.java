package org.junheng.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Words;
import org.junheng.stats.ExactSum;

/**
 * What the scales of a protocol find of one subject.
 *
 * @param findings one per scale; null where there is no figure
 */
public record Scorecard(String subject, Protocol protocol, List<@Nullable Finding> findings) {
    public Scorecard {
        if (findings.size() != protocol.scales().size()) {
            throw new IllegalArgumentException("one finding per scale");
        }
        findings = Collections.unmodifiableList(new ArrayList<>(findings));
    }

    /** Score of each dimension, the weighted mean of its scales that find a figure; not a number where none does. */
    public double[] dimensions() {
        return dimensions((finding, scale) -> finding.value());
    }

    /** @param drawn the value to score in place of a finding, by the place of its scale */
    double[] dimensions(ToDoubleBiFunction<Finding, Integer> drawn) {
        double[] sums = new double[Dimension.values().length];
        double[] weights = new double[sums.length];
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            if (finding != null) {
                Scale scale = protocol.scales().get(i);
                int at = scale.dimension().place();
                sums[at] += scale.weight() * scale.score(drawn.applyAsDouble(finding, i));
                weights[at] += scale.weight();
            }
        }
        for (int k = 0; k < sums.length; k++) {
            sums[k] /= weights[k];
        }
        return sums;
    }

    /** {@code sum of share * score}, the dimensions in order; not a number where a dimension that counts has none. */
    public static double composite(double[] dimensions, double[] shares) {
        double sum = 0;
        for (int k = 0; k < shares.length; k++) {
            sum += shares[k] == 0 ? 0 : shares[k] * dimensions[k];
        }
        return sum;
    }

    /** The same as the sum of its parts: the double nearest to the exact sum of {@code share * score}, each part a double itself. */
    public static double total(double[] dimensions, double[] shares) {
        if (!Double.isFinite(composite(dimensions, shares))) {
            return Double.NaN;
        }
        ExactSum sum = new ExactSum();
        for (int k = 0; k < shares.length; k++) {
            sum.add(shares[k] == 0 ? 0 : shares[k] * dimensions[k]);
        }
        return sum.doubleValue();
    }

    /** How far the score of each scale moves a composite with these shares, by the place of the scale. */
    double[] pulls(double[] shares) {
        double[] weights = new double[Dimension.values().length];
        for (int i = 0; i < findings.size(); i++) {
            Scale scale = protocol.scales().get(i);
            weights[scale.dimension().place()] += findings.get(i) == null ? 0 : scale.weight();
        }
        double[] pulls = new double[findings.size()];
        for (int i = 0; i < pulls.length; i++) {
            Scale scale = protocol.scales().get(i);
            int at = scale.dimension().place();
            pulls[i] = findings.get(i) == null ? 0 : shares[at] * scale.weight() / weights[at];
        }
        return pulls;
    }

    /** The scales that some subject of these finds a figure for, by their places: the others are meant for another kind of subject. */
    public static Set<Integer> read(List<Scorecard> cards) {
        Set<Integer> read = new TreeSet<>();
        cards.forEach(card -> {
            for (int i = 0; i < card.findings().size(); i++) {
                if (card.findings().get(i) != null) {
                    read.add(i);
                }
            }
        });
        return read;
    }

    /**
     * The scales of these dimensions that find nothing, in words; {@link Words#NONE} when all do.
     *
     * @param meant the scales that are meant for subjects of this kind ({@link #read})
     */
    public Words missing(List<Dimension> of, Set<Integer> meant) {
        List<String> scales = new ArrayList<>();
        double[] scores = dimensions();
        for (Dimension dimension : of) {
            List<String> unread = new ArrayList<>();
            for (int i = 0; i < findings.size(); i++) {
                Scale scale = protocol.scales().get(i);
                if (scale.dimension() == dimension && findings.get(i) == null && meant.contains(i)) {
                    unread.add(scale.reads());
                }
            }
            if (!unread.isEmpty() || Double.isNaN(scores[dimension.place()])) {
                scales.add(dimension + (unread.isEmpty() ? "" : " (" + String.join(", ", unread) + ")"));
            }
        }
        String list = String.join("; ", scales);
        return scales.isEmpty() ? Words.NONE : new Words("缺少指标:" + list, "no figure for " + list);
    }

    /** The dimensions that a protocol weighs. */
    public static List<Dimension> weighed(Protocol protocol) {
        return Arrays.stream(Dimension.values())
                .filter(d -> protocol.weights().getOrDefault(d, 0.0) > 0)
                .toList();
    }
}
