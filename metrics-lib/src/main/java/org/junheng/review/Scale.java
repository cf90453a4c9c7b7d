package org.junheng.review;

import org.jspecify.annotations.Nullable;
import org.junheng.subject.Stage;

/**
 * How one metric becomes 0 to 100 (评分标尺): linear from floor to target, cut at both ends. The floor may lie above the target, where less is better.
 *
 * @param model id of the model whose figure is meant; empty where the metric is of none
 * @param stage, grade null where the metric has none
 * @param weight within its dimension
 */
public record Scale(
        Dimension dimension,
        String metric,
        String model,
        String facet,
        @Nullable Stage stage,
        @Nullable Integer grade,
        double floor,
        double target,
        double weight) {
    private static final double FULL = 100;

    public Scale {
        if (!(floor != target && Double.isFinite(floor) && Double.isFinite(target) && weight > 0)) {
            throw new IllegalArgumentException("a scale runs from a floor to another target, with a weight above 0");
        }
    }

    public double score(double value) {
        return Math.min(FULL, Math.max(0, FULL * (value - floor) / (target - floor)));
    }

    /** What it reads, in short: {@code gap.cv R1 PRIMARY}. */
    public String reads() {
        String at = (model.isEmpty() ? "" : " " + model) + (facet.isEmpty() ? "" : " " + facet);
        return metric + at + (stage == null ? "" : " " + stage) + (grade == null ? "" : " " + grade);
    }
}
