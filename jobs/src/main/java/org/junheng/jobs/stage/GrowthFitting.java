package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junheng.metric.Words;
import org.junheng.valueadded.GrowthCohort;
import org.junheng.valueadded.GrowthCurves;
import org.junheng.valueadded.GrowthDesign;

/**
 * The pupils of one plan to some curves of one order: the keys are {@code plan/order/share}, and share k of n holds the curves k, k + n, and so
 * on. An order that cannot be estimated gives one row with the reason.
 */
final class GrowthFitting implements FlatMapGroupsFunction<String, Row, Row> {
    private static final long serialVersionUID = 1L;

    static final StructType STRUCT = new StructType()
            .add("plan", DataTypes.IntegerType, false)
            .add("order", DataTypes.IntegerType, false)
            .add("curve", DataTypes.IntegerType, false)
            .add("pupils", DataTypes.IntegerType, false)
            .add("knots", DataTypes.createArrayType(DataTypes.createArrayType(DataTypes.DoubleType)), false)
            .add("coefficients", DataTypes.createArrayType(DataTypes.DoubleType), false)
            .add("obstacle", DataTypes.StringType, false);

    private final int shares;

    GrowthFitting(int shares) {
        this.shares = shares;
    }

    @Override
    public Iterator<Row> call(String key, Iterator<Row> pupils) {
        String[] parts = key.split("/", -1);
        int plan = Integer.parseInt(parts[0]);
        int order = Integer.parseInt(parts[1]);
        GrowthDesign design = GrowthDesign.of(cohort(pupils), order);
        if (!design.obstacle().equals(Words.NONE)) {
            return List.of(row(plan, order, 0, design, new double[0])).iterator();
        }
        List<Row> curves = new ArrayList<>();
        for (int q = Integer.parseInt(parts[2]); q < GrowthCurves.QUANTILES; q += shares) {
            curves.add(row(plan, order, q, design, design.curve(q)));
        }
        return curves.iterator();
    }

    private static GrowthCohort cohort(Iterator<Row> pupils) {
        Row first = pupils.next();
        GrowthCohort cohort = new GrowthCohort(scores(first).length - 1).add(scores(first));
        pupils.forEachRemaining(row -> cohort.add(scores(row)));
        return cohort;
    }

    /** The scores of a row of {@link GrowthPupils}. */
    static double[] scores(Row pupil) {
        List<Double> scores = pupil.getList(2);
        return scores.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Row row(int plan, int order, int curve, GrowthDesign design, double[] coefficients) {
        Double[][] knots =
                design.knots().stream().map(k -> k.toArray(Double[]::new)).toArray(Double[][]::new);
        return RowFactory.create(
                plan,
                order,
                curve,
                design.pupils(),
                knots,
                coefficients,
                design.obstacle().both());
    }
}
