package org.junheng.jobs.stage;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.junheng.jobs.config.GrowthBlock;
import org.junheng.valueadded.GrowthCurves;
import org.junheng.valueadded.PercentileCounts;

/** Growth percentiles (成长百分位): curves are fitted and percentiles read in tasks; what comes back is counted by school. */
public final class Growth {
    private Growth() {}

    /** Median growth percentiles of schools and clusters for every block and subject. */
    public static Modelled of(Tables tables, List<GrowthBlock> blocks) {
        if (blocks.isEmpty()) {
            return Modelled.NOTHING;
        }
        List<GrowthPlan> plans = GrowthPlan.of(blocks);
        Dataset<Row> pupils = pupils(tables.dataset("pupil_scores"), GrowthPlan.models(plans))
                .persist(StorageLevel.MEMORY_AND_DISK());
        GrowthFits fits = GrowthFits.of(pupils, plans.size(), shares(pupils));
        List<List<GrowthCurves>> curves =
                IntStream.range(0, plans.size()).mapToObj(fits::curves).toList();
        List<SortedMap<String, PercentileCounts>> tallies = GrowthTallies.of(pupils, curves);
        pupils.unpersist();
        ClusterRoster roster = ClusterRoster.of(tables);
        List<Modelled> modelled = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            modelled.add(new GrowthRows(plans.get(i), fits.cohort(i), fits.obstacles(i))
                    .of(tallies.get(i), roster.in(plans.get(i).block().outcome().year())));
        }
        return modelled.stream().reduce(Modelled.NOTHING, Modelled::and);
    }

    private static Dataset<Row> pupils(Dataset<Row> pupilScores, PupilModels models) {
        return pupilScores
                .select(col("pupil_id"), models.place().as("exam"), col("school_code"), col("score"))
                .where("exam is not null and score is not null and score != -1")
                .repartition(col("pupil_id"))
                .sortWithinPartitions("pupil_id")
                .mapPartitions(new GrowthPupils(models), Encoders.row(GrowthPupils.STRUCT));
    }

    private static int shares(Dataset<Row> pupils) {
        return Math.min(
                GrowthCurves.QUANTILES, pupils.sparkSession().sparkContext().defaultParallelism());
    }
}
