package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.stage.PupilModels.PupilModel;
import scala.Tuple2;

/**
 * Rows of (pupil_id, exam, school_code, score, texts), the rows of a pupil together, to sums. A pupil is in a model when the outcome, every
 * prior and every covariate is there.
 */
final class PupilSummation implements MapPartitionsFunction<Row, Tuple2<String, byte[]>> {
    private static final long serialVersionUID = 1L;

    private final PupilModels models;
    private final SortedMap<Integer, Screening> screenings;

    /** @param screenings of models by their place */
    PupilSummation(PupilModels models, SortedMap<Integer, Screening> screenings) {
        this.models = models;
        this.screenings = new TreeMap<>(screenings);
    }

    @Override
    public Iterator<Tuple2<String, byte[]>> call(Iterator<Row> rows) {
        SchoolTotals totals = new SchoolTotals(models.models().size());
        Pupil pupil = new Pupil(models.exams().size());
        String id = "";
        while (rows.hasNext()) {
            Row row = rows.next();
            if (!row.getString(0).equals(id)) {
                add(pupil, totals);
                pupil.clear();
                id = row.getString(0);
            }
            pupil.take(row);
        }
        add(pupil, totals);
        return totals.encoded();
    }

    private void add(Pupil pupil, SchoolTotals totals) {
        if (models.moments()) {
            for (int exam = 0; exam < pupil.sat.length; exam++) {
                if (pupil.sat[exam]) {
                    totals.moments(exam).add(pupil.scores[exam]);
                }
            }
        }
        for (int m = 0; m < models.models().size(); m++) {
            PupilModel model = models.models().get(m);
            if (pupil.sat[model.outcome()]) {
                add(pupil, model, m, totals);
            }
        }
        screenings.forEach((m, screening) -> screening.add(pupil, m, totals.followed()));
    }

    private static void add(Pupil pupil, PupilModel model, int place, SchoolTotals totals) {
        String school = pupil.schools[model.outcome()];
        if (school == null) {
            totals.addWithoutSchool(place);
            return;
        }
        var sums = totals.school(place, school).addOutcome();
        double[] numbers = pupil.numbers(model);
        List<String> texts = pupil.texts(model);
        if (numbers != null && texts != null) {
            sums.addComplete(texts, numbers);
        }
    }

    /** What the rows of one pupil hold. */
    static final class Pupil {
        private final boolean[] sat;
        private final double[] scores;
        private final @Nullable String[] schools;
        private @Nullable List<@Nullable String> columns;

        Pupil(int exams) {
            this.sat = new boolean[exams];
            this.scores = new double[exams];
            this.schools = new String[exams];
        }

        void clear() {
            Arrays.fill(sat, false);
            columns = null;
        }

        void take(Row row) {
            if (row.isNullAt(1)) {
                columns = row.getList(4);
                return;
            }
            int exam = row.getInt(1);
            sat[exam] = true;
            schools[exam] = row.isNullAt(2) ? null : row.getString(2);
            scores[exam] = row.getDouble(3);
        }

        boolean sat(int exam) {
            return sat[exam];
        }

        double score(int exam) {
            return scores[exam];
        }

        /** Where the exam was sat; null where it was not, or the school is not known. */
        @Nullable
        String school(int exam) {
            return sat[exam] ? schools[exam] : null;
        }

        double @Nullable [] numbers(PupilModel model) {
            double[] numbers =
                    new double[1 + model.priors().size() + model.numbers().size()];
            int at = 0;
            numbers[at++] = scores[model.outcome()];
            for (int prior : model.priors()) {
                if (!sat[prior]) {
                    return null;
                }
                numbers[at++] = scores[prior];
            }
            for (int column : model.numbers()) {
                String text = text(column);
                if (text == null) {
                    return null;
                }
                numbers[at++] = Double.parseDouble(text);
            }
            return numbers;
        }

        @Nullable
        List<String> texts(PupilModel model) {
            List<String> texts = new ArrayList<>(model.texts().size());
            for (int column : model.texts()) {
                String text = text(column);
                if (text == null) {
                    return null;
                }
                texts.add(text);
            }
            return texts;
        }

        private @Nullable String text(int column) {
            return columns == null ? null : columns.get(column);
        }
    }
}
