package org.junheng.jobs.stage;

import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.junheng.jobs.stage.PupilModels.PupilModel;
import org.junheng.valueadded.SchoolSums;
import scala.Tuple2;

/**
 * Rows as {@link PupilRecord} takes them, the rows of a pupil together, to sums. A pupil is in a model when the outcome, every
 * prior and every covariate is there; a model that marks missing priors needs none of them.
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
        PupilRecord pupil = new PupilRecord(models.exams().size());
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

    private void add(PupilRecord pupil, SchoolTotals totals) {
        if (models.moments()) {
            for (int exam = 0; exam < models.exams().size(); exam++) {
                if (pupil.sat(exam)) {
                    totals.moments(exam).add(pupil.score(exam));
                }
            }
        }
        for (int m = 0; m < models.models().size(); m++) {
            PupilModel model = models.models().get(m);
            if (pupil.sat(model.outcome())) {
                add(pupil, model, m, totals);
            }
        }
        screenings.forEach((m, screening) -> screening.add(pupil, m, totals.followed()));
    }

    private static void add(PupilRecord pupil, PupilModel model, int place, SchoolTotals totals) {
        String school = pupil.school(model.outcome());
        if (school == null) {
            totals.addWithoutSchool(place);
            return;
        }
        SchoolSums sums = totals.school(place, school).addOutcome();
        double[] numbers = pupil.numbers(model);
        List<String> texts = pupil.texts(model);
        if (numbers != null && texts != null) {
            sums.addComplete(texts, numbers);
        }
    }
}
