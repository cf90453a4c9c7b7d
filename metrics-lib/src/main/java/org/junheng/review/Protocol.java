package org.junheng.review;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junheng.metric.Words;
import org.junheng.stock.QualityDefinition;

/**
 * What a composite rests on (评分方案): every weight is stated, none has a default, and no official one exists.
 *
 * @param id a name; one that begins with {@code example} marks an example
 * @param weights of the five dimensions; only their proportions count
 * @param qualitySchool which schools are quality schools
 * @param namingLevel a subject is named only if it is in the top quarter with at least this probability
 */
public record Protocol(
        String id,
        Map<Dimension, Double> weights,
        List<Scale> scales,
        Bundle bundle,
        double namingLevel,
        QualityDefinition qualitySchool) {
    private static final Words EXAMPLE =
            new Words("示例评分方案,权重不是官方规定", "an example protocol: its weights are not official");

    public Protocol {
        if (weights.size() < Dimension.values().length
                || weights.values().stream().anyMatch(w -> !(w >= 0))
                || weights.values().stream().noneMatch(w -> w > 0)) {
            throw new IllegalArgumentException("a weight for each dimension, none below 0 and not all 0");
        }
        weights = Collections.unmodifiableMap(new EnumMap<>(weights));
        scales = List.copyOf(scales);
    }

    /** That its values are an example, if they are. */
    public Words caution() {
        return id.startsWith("example") ? EXAMPLE : Words.NONE;
    }

    /** The weight of each dimension as a share of all, in the order of the dimensions. */
    public double[] shares() {
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        double[] shares = new double[Dimension.values().length];
        weights.forEach((dimension, weight) -> shares[dimension.place()] = weight / sum);
        return shares;
    }
}
