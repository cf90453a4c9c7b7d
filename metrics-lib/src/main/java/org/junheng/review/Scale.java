package org.junheng.review;

import org.jspecify.annotations.Nullable;
import org.junheng.stats.Normal;
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

    /**
     * The variance of the score of a figure that errs normally by its standard error: that of a normal cut at 0 and 100.
     *
     * <p>With {@code a, b} the cuts in standard deviations from the score, {@code P = Phi(b) - Phi(a)}: mean {@code 100 (1 - Phi(b)) + P m + s (phi(a) - phi(b))}, and
     * the second moment alike.
     */
    double variance(Finding finding) {
        double spread = FULL * finding.se() / Math.abs(target - floor);
        if (spread == 0) {
            return 0;
        }
        double middle = FULL * (finding.value() - floor) / (target - floor);
        double a = -middle / spread;
        double b = (FULL - middle) / spread;
        double inside = Normal.cdf(b) - Normal.cdf(a);
        double above = Normal.cdf(-b);
        double slip = Normal.density(a) - Normal.density(b);
        double mean = FULL * above + inside * middle + spread * slip;
        double square = FULL * FULL * above
                + inside * (middle * middle + spread * spread)
                + 2 * middle * spread * slip
                + spread * spread * (a * Normal.density(a) - b * Normal.density(b));
        return Math.max(0, square - mean * mean);
    }

    /** What it reads, in short: {@code gap.cv R1 PRIMARY}. */
    public String reads() {
        String at = (model.isEmpty() ? "" : " " + model) + (facet.isEmpty() ? "" : " " + facet);
        return metric + at + (stage == null ? "" : " " + stage) + (grade == null ? "" : " " + grade);
    }
}
