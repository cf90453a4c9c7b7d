package org.junheng.jobs.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junheng.jobs.config.Disclosure;
import org.junheng.jobs.config.Evaluation;

/**
 * What stands between the results and their readers: small cells are emptied, and so is what they could be recovered from.
 *
 * @param withheld cells from which small ones could be recovered; empty when there are none
 */
public record Guard(Disclosure limits, Optional<Dataset<Row>> withheld) {

    /** @param measured what holds the metrics that add up */
    public static Guard of(
            Dataset<Row> measured, Dataset<Row> schoolYears, Dataset<Row> counties, Evaluation evaluation) {
        Disclosure limits = evaluation.disclosure();
        Map<Integer, List<Integer>> changes = Map.of(evaluation.baseline(), evaluation.years());
        return new Guard(
                limits,
                limits.secondary()
                        ? ProtectTotals.withheld(Protect.measures(measured, limits), schoolYears, counties, changes)
                                .map(cells -> Kept.of(cells.unionByName(rises(cells))))
                        : Optional.empty());
    }

    /** A rise over the year before tells what is withheld of either year. */
    private static Dataset<Row> rises(Dataset<Row> cells) {
        Dataset<Row> shares = cells.filter(col("metric_id").equalTo("retention.local_share"))
                .withColumn("metric_id", lit("retention.yearly_rise"));
        return shares.unionByName(shares.withColumn("year", col("year").plus(1)));
    }

    public Dataset<Row> measures(Dataset<Row> all) {
        Dataset<Row> kept = Protect.measures(all, limits);
        return withheld.map(cells -> ProtectTotals.measures(kept, cells)).orElse(kept);
    }

    public Dataset<Row> judgements(Dataset<Row> judged) {
        Dataset<Row> kept = Protect.judgements(judged, limits);
        return withheld.map(cells -> ProtectTotals.judgements(kept, cells)).orElse(kept);
    }
}
