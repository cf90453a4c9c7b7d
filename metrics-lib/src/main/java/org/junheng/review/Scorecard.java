package org.junheng.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Words;

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

    /** The scales of these dimensions that find nothing, in words; {@link Words#NONE} when all do. */
    public Words missing(List<Dimension> of) {
        List<String> scales = new ArrayList<>();
        double[] scores = dimensions();
        for (Dimension dimension : of) {
            List<String> unread = new ArrayList<>();
            for (int i = 0; i < findings.size(); i++) {
                Scale scale = protocol.scales().get(i);
                if (scale.dimension() == dimension && findings.get(i) == null) {
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
