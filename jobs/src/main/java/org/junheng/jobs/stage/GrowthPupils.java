package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Rows of (pupil_id, exam, school_code, score), the rows of a pupil together, to one row per pupil and plan without the pupil: the school of
 * the outcome exam, and the scores of the outcome and the priors, NaN where one is missing.
 */
final class GrowthPupils implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    static final StructType STRUCT = new StructType()
            .add("plan", DataTypes.IntegerType, false)
            .add("school_code", DataTypes.StringType, true)
            .add("scores", DataTypes.createArrayType(DataTypes.DoubleType, false), false);

    private final PupilModels models;

    GrowthPupils(PupilModels models) {
        this.models = models;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        return new Pupils(rows);
    }

    /** One pupil at a time. */
    private final class Pupils implements Iterator<Row> {
        private final Iterator<Row> rows;
        private final double[] scores = new double[models.exams().size()];
        private final @Nullable String[] schools = new String[models.exams().size()];
        private @Nullable Row ahead;
        private Iterator<Row> ready = List.<Row>of().iterator();

        Pupils(Iterator<Row> rows) {
            this.rows = rows;
            this.ahead = rows.hasNext() ? rows.next() : null;
        }

        @Override
        public boolean hasNext() {
            while (!ready.hasNext() && ahead != null) {
                ready = pupil(ahead).iterator();
            }
            return ready.hasNext();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.next();
        }

        private List<Row> pupil(Row first) {
            String id = first.getString(0);
            Arrays.fill(scores, Double.NaN);
            Arrays.fill(schools, null);
            Row row = first;
            while (row != null && row.getString(0).equals(id)) {
                scores[row.getInt(1)] = row.getDouble(3);
                schools[row.getInt(1)] = row.getString(2);
                row = rows.hasNext() ? rows.next() : null;
            }
            ahead = row;
            List<Row> plans = new ArrayList<>();
            for (int plan = 0; plan < models.models().size(); plan++) {
                add(plans, plan, models.models().get(plan));
            }
            return plans;
        }

        private void add(List<Row> plans, int plan, PupilModels.PupilModel model) {
            Double[] own = new Double[1 + model.priors().size()];
            own[0] = scores[model.outcome()];
            boolean any = !Double.isNaN(own[0]);
            for (int i = 1; i < own.length; i++) {
                own[i] = scores[model.priors().get(i - 1)];
                any |= !Double.isNaN(own[i]);
            }
            if (any) {
                plans.add(RowFactory.create(plan, schools[model.outcome()], own));
            }
        }
    }
}
