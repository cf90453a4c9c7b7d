package org.junheng.valueadded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junheng.metric.Words;
import org.junheng.stats.CubicSplines;
import org.junheng.stats.QuantileRegression;

/**
 * Growth percentiles of one order (学生成长百分位): quantile regression of the outcome on cubic B-splines of the newest k prior scores
 * (Betebenner 2009). Pupils with the same scores are one row of a weight.
 */
public final class GrowthDesign {
    private static final int LEAST_PUPILS = 100;

    private final int pupils;
    private final List<CubicSplines> splines;
    private final QuantileRegression regression;
    private final Words obstacle;

    private GrowthDesign(int pupils, List<CubicSplines> splines, QuantileRegression regression, Words obstacle) {
        this.pupils = pupils;
        this.splines = List.copyOf(splines);
        this.regression = regression;
        this.obstacle = obstacle;
    }

    public static GrowthDesign of(GrowthCohort cohort, int order) {
        List<double[]> complete = cohort.complete(order);
        Words obstacle = obstacle(cohort, complete.size(), order);
        if (!obstacle.equals(Words.NONE)) {
            return new GrowthDesign(complete.size(), List.of(), regression(List.of(), List.of()), obstacle);
        }
        List<CubicSplines> splines = new ArrayList<>();
        for (int prior = 1; prior <= order; prior++) {
            splines.add(cohort.splines(prior));
        }
        return new GrowthDesign(complete.size(), splines, regression(splines, complete), Words.NONE);
    }

    /** Why there are no curves of this order; {@link Words#NONE} when there are. */
    public Words obstacle() {
        return obstacle;
    }

    /** Pupils with the outcome and all priors of the order. */
    public int pupils() {
        return pupils;
    }

    /** Of each prior, newest first: the lower boundary, the knots, the upper boundary. */
    public List<List<Double>> knots() {
        List<List<Double>> knots = new ArrayList<>();
        for (CubicSplines spline : splines) {
            List<Double> all = new ArrayList<>(List.of(spline.low()));
            all.addAll(spline.knots());
            all.add(spline.high());
            knots.add(all);
        }
        return knots;
    }

    /** The coefficients of curve q. */
    public double[] curve(int q) {
        return regression.at(GrowthCurves.share(q));
    }

    /** The loss that curve q made as small as it can be. */
    public double lossOf(double[] curve, int q) {
        return regression.lossOf(curve, GrowthCurves.share(q));
    }

    static CubicSplines splines(List<Double> knots) {
        int last = knots.size() - 1;
        return new CubicSplines(knots.subList(1, last), knots.get(0), knots.get(last));
    }

    static int columns(List<CubicSplines> splines) {
        return 1 + splines.stream().mapToInt(CubicSplines::columns).sum();
    }

    /** The row of a pupil: 1, then the splines of the priors. */
    static void write(List<CubicSplines> splines, double[] scores, double[] row) {
        row[0] = 1;
        int at = 1;
        for (int prior = 1; prior <= splines.size(); prior++) {
            splines.get(prior - 1).write(scores[prior], row, at);
            at += splines.get(prior - 1).columns();
        }
    }

    private static Words obstacle(GrowthCohort cohort, int pupils, int order) {
        if (pupils < LEAST_PUPILS) {
            return new Words(
                    "只有" + pupils + "名学生有全部" + order + "次先前成绩(少于" + LEAST_PUPILS + "名),无法估计成长百分位",
                    "only " + pupils + " pupils have the outcome and all " + order + " prior scores (fewer than "
                            + LEAST_PUPILS + "): too few for percentiles");
        }
        for (int prior = 1; prior <= order; prior++) {
            if (!cohort.varies(prior)) {
                return new Words("先前成绩没有差异,无法估计成长百分位", "the prior scores do not vary: no percentiles");
            }
        }
        return Words.NONE;
    }

    private static QuantileRegression regression(List<CubicSplines> splines, List<double[]> sorted) {
        List<double[]> rows = new ArrayList<>();
        List<Double> outcomes = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        double[] before = {};
        for (double[] scores : sorted) {
            int last = weights.size() - 1;
            if (Arrays.equals(scores, before)) {
                weights.set(last, weights.get(last) + 1);
            } else {
                double[] row = new double[columns(splines)];
                write(splines, scores, row);
                rows.add(row);
                outcomes.add(scores[0]);
                weights.add(1.0);
            }
            before = scores;
        }
        return new QuantileRegression(
                rows.toArray(double[][]::new),
                outcomes.stream().mapToDouble(Double::doubleValue).toArray(),
                weights.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
