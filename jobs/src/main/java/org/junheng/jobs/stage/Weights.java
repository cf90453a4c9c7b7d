package org.junheng.jobs.stage;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.junheng.jobs.table.Schema;

/**
 * The weight of every figure (contract 5.1): one rule per facet, stage and year. If any row with a value counts its own pupils, only rows that
 * count theirs have a weight; otherwise all are weighted by the pupils of the stage. A facet without any value in the delivery leaves.
 */
public final class Weights {
    private Weights() {}

    public static Dataset<Row> of(Dataset<Row> points) {
        Dataset<Row> rule = points.groupBy("facet", "stage", "year")
                .agg(
                        max(col("value").isNotNull().and(col("own_weight").isNotNull()))
                                .as("own"),
                        max(col("value").isNotNull()).as("any"))
                .withColumn("known", max("any").over(Window.partitionBy("facet")))
                .filter(col("known"));
        return points.as("p")
                .join(
                        broadcast(rule.as("r")),
                        col("p.facet")
                                .equalTo(col("r.facet"))
                                .and(col("p.stage").eqNullSafe(col("r.stage")))
                                .and(col("p.year").equalTo(col("r.year"))))
                .withColumn("weight", when(col("own"), col("own_weight")).otherwise(col("pupils")))
                .select(Schema.of(PanelPoint.class).names().stream()
                        .map(n -> n.equals("weight") ? col("weight") : col("p." + n))
                        .toArray(org.apache.spark.sql.Column[]::new));
    }
}
