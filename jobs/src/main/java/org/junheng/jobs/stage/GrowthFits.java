package org.junheng.jobs.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.size;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junheng.metric.Words;
import org.junheng.valueadded.GrowthCurves;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The growth curves of every plan and order. The pupils of a cohort meet in one task for each order and share of the curves: a task holds, per
 * pupil, 8 bytes for each column of the design (15 columns for two priors) and for about ten working numbers, so some 300 MB for a million
 * pupils. Only coefficients reach the driver.
 */
final class GrowthFits {
    private final List<SortedMap<Integer, List<Row>>> plans = new ArrayList<>();

    private GrowthFits() {}

    /**
     * Fits every order of every plan.
     *
     * @param pupils rows of {@link GrowthPupils}
     * @param shares tasks among which the hundred curves of an order are shared
     */
    static GrowthFits of(Dataset<Row> pupils, int plans, int shares) {
        List<Row> rows = pupils.withColumn(
                        "order", explode(sequence(lit(1), size(col("scores")).minus(1))))
                .withColumn("share", explode(sequence(lit(0), lit(shares - 1))))
                .groupByKey(
                        (MapFunction<Row, String>) row -> row.getInt(0) + "/" + row.getInt(3) + "/" + row.getInt(4),
                        Encoders.STRING())
                .flatMapGroups(new GrowthFitting(shares), Encoders.row(GrowthFitting.STRUCT))
                .collectAsList();
        GrowthFits fits = new GrowthFits();
        for (int plan = 0; plan < plans; plan++) {
            fits.plans.add(new TreeMap<>());
        }
        rows.forEach(row -> fits.plans
                .get(row.getInt(0))
                .computeIfAbsent(row.getInt(1), order -> new ArrayList<>())
                .add(row));
        return fits;
    }

    /** The curves of a plan by rising order, without an order that could not be estimated. */
    List<GrowthCurves> curves(int plan) {
        List<GrowthCurves> curves = new ArrayList<>();
        plans.get(plan).values().forEach(rows -> {
            if (isEstimated(rows.get(0))) {
                curves.add(curves(rows));
            }
        });
        return List.copyOf(curves);
    }

    /** Pupils from whom an order was estimated, that of the fewest pupils; 0 without any. */
    long cohort(int plan) {
        return plans.get(plan).values().stream()
                .map(rows -> rows.get(0))
                .filter(GrowthFits::isEstimated)
                .mapToLong(row -> row.getInt(3))
                .min()
                .orElse(0);
    }

    /** Why orders of a plan could not be estimated, lowest first. */
    List<Words> obstacles(int plan) {
        return plans.get(plan).values().stream()
                .map(rows -> rows.get(0))
                .filter(row -> !isEstimated(row))
                .map(row -> Words.parse(row.getString(6)))
                .toList();
    }

    private static boolean isEstimated(Row row) {
        return row.getString(6).isEmpty();
    }

    private static GrowthCurves curves(List<Row> rows) {
        List<List<Double>> coefficients = new ArrayList<>(Collections.nCopies(GrowthCurves.QUANTILES, List.of()));
        rows.forEach(row -> coefficients.set(row.getInt(2), row.getList(5)));
        List<List<Double>> knots = new ArrayList<>();
        for (Seq<Double> prior : rows.get(0).<Seq<Double>>getList(4)) {
            knots.add(CollectionConverters.asJava(prior));
        }
        return new GrowthCurves(knots, coefficients);
    }
}
