package org.junheng.jobs.stage;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junheng.valueadded.GrowthCurves;
import org.junheng.valueadded.PercentileCounts;

/** How many pupils of each school have each growth percentile: 100 counts per plan and school are all that leaves the tasks. */
final class GrowthTallies {
    private static final StructType STRUCT = new StructType()
            .add("plan", DataTypes.IntegerType, false)
            .add("school_code", DataTypes.StringType, false)
            .add("pupils", DataTypes.createArrayType(DataTypes.LongType, false), false);

    private GrowthTallies() {}

    /**
     * @param pupils rows of {@link GrowthPupils}
     * @param curves of each plan by rising order
     * @return by plan, then by school code
     */
    static List<SortedMap<String, PercentileCounts>> of(Dataset<Row> pupils, List<List<GrowthCurves>> curves) {
        List<Row> rows = pupils.where("school_code is not null")
                .mapPartitions(new Counting(curves), Encoders.row(STRUCT))
                .repartition(functions.col("school_code"))
                .mapPartitions((MapPartitionsFunction<Row, Row>) GrowthTallies::merged, Encoders.row(STRUCT))
                .collectAsList();
        List<SortedMap<String, PercentileCounts>> tallies = new ArrayList<>();
        curves.forEach(plan -> tallies.add(new TreeMap<>()));
        rows.forEach(row -> tallies.get(row.getInt(0)).put(row.getString(1), new PercentileCounts(row.getList(2))));
        return tallies;
    }

    /** The key of a count. */
    private record Place(int plan, String school) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return plan == other.plan ? school.compareTo(other.school) : Integer.compare(plan, other.plan);
        }
    }

    /** Counts the pupils of a partition. */
    private static final class Counting implements MapPartitionsFunction<Row, Row>, Serializable {
        private static final long serialVersionUID = 1L;

        private final List<List<GrowthCurves>> curves;

        Counting(List<List<GrowthCurves>> curves) {
            this.curves = List.copyOf(curves);
        }

        @Override
        public Iterator<Row> call(Iterator<Row> pupils) {
            List<List<GrowthCurves.Reader>> readers = curves.stream()
                    .map(plan -> plan.stream().map(GrowthCurves::reader).toList())
                    .toList();
            SortedMap<Place, Long[]> counts = new TreeMap<>();
            pupils.forEachRemaining(pupil -> {
                int percentile = percentile(readers.get(pupil.getInt(0)), GrowthFitting.scores(pupil));
                counts(counts, pupil)[percentile]++;
            });
            return rows(counts);
        }

        /** Read from the highest order for which the pupil has everything; 0 without any. */
        private static int percentile(List<GrowthCurves.Reader> byOrder, double[] scores) {
            for (int i = byOrder.size() - 1; i >= 0; i--) {
                if (byOrder.get(i).isFor(scores)) {
                    return byOrder.get(i).percentile(scores);
                }
            }
            return 0;
        }
    }

    private static Iterator<Row> merged(Iterator<Row> parts) {
        SortedMap<Place, Long[]> counts = new TreeMap<>();
        parts.forEachRemaining(part -> {
            Long[] sum = counts(counts, part);
            List<Long> more = part.getList(2);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += more.get(i);
            }
        });
        return rows(counts);
    }

    private static Long[] counts(SortedMap<Place, Long[]> counts, Row row) {
        return counts.computeIfAbsent(new Place(row.getInt(0), row.getString(1)), place -> {
            Long[] none = new Long[GrowthCurves.QUANTILES];
            Arrays.fill(none, 0L);
            return none;
        });
    }

    private static Iterator<Row> rows(SortedMap<Place, Long[]> counts) {
        List<Row> rows = new ArrayList<>();
        counts.forEach((place, pupils) -> rows.add(RowFactory.create(place.plan(), place.school(), pupils)));
        return rows.iterator();
    }
}
