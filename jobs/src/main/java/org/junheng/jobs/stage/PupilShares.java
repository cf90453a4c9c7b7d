package org.junheng.jobs.stage;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Iterator;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.stage.PupilModels.PupilModel;
import org.junheng.selection.Fate;
import scala.Tuple2;

/**
 * Rows as {@link PupilRecord} takes them, those of the same place together, to what each pupil adds to the sums of a school. A pupil is in a model
 * when the outcome, every prior and every covariate is there; a model that marks missing priors needs none of them.
 */
final class PupilShares implements MapPartitionsFunction<Row, Tuple2<String, byte[]>> {
    private static final long serialVersionUID = 1L;

    private final PupilModels models;
    private final SortedMap<Integer, Screening> screenings;

    /** @param screenings of models by their place */
    PupilShares(PupilModels models, SortedMap<Integer, Screening> screenings) {
        this.models = models;
        this.screenings = new TreeMap<>(screenings);
    }

    @Override
    public Iterator<Tuple2<String, byte[]>> call(Iterator<Row> rows) {
        return new Pupils(rows);
    }

    /** Pupil by pupil, so that no more than one is held; at the end what is not of a single school. */
    private final class Pupils implements Iterator<Tuple2<String, byte[]>> {
        private final Iterator<Row> rows;
        private final SchoolTotals rest = new SchoolTotals(models.models().size());
        private final PupilRecord pupil = new PupilRecord(models.exams().size());
        private final SortedMap<String, PupilRecord> others = new TreeMap<>(); // of the same place, which is rare
        private final Queue<Tuple2<String, byte[]>> shares = new ArrayDeque<>();
        private @Nullable String id;
        private long place;
        private boolean ended;
        private Iterator<Tuple2<String, byte[]>> last = Collections.emptyIterator();

        Pupils(Iterator<Row> rows) {
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            while (shares.isEmpty() && rows.hasNext()) {
                Row row = rows.next();
                if (PupilRecord.place(row) != place) {
                    share();
                    place = PupilRecord.place(row);
                }
                pupil(row.getString(0)).take(row);
            }
            if (shares.isEmpty() && !ended) {
                ended = true;
                share();
                last = rest.encoded();
            }
            return !shares.isEmpty() || last.hasNext();
        }

        @Override
        public Tuple2<String, byte[]> next() {
            return hasNext() && !shares.isEmpty() ? shares.remove() : last.next();
        }

        private PupilRecord pupil(String of) {
            if (id == null) {
                id = of;
            }
            return of.equals(id)
                    ? pupil
                    : others.computeIfAbsent(
                            of, o -> new PupilRecord(models.exams().size()));
        }

        private void share() {
            share(pupil);
            pupil.clear();
            others.values().forEach(this::share);
            others.clear();
            id = null;
        }

        private void share(PupilRecord pupil) {
            if (models.moments()) {
                for (int exam = 0; exam < models.exams().size(); exam++) {
                    if (pupil.sat(exam)) {
                        rest.moments(exam).add(pupil.score(exam));
                    }
                }
            }
            for (int m = 0; m < models.models().size(); m++) {
                share(pupil, m, models.models().get(m));
            }
        }

        private void share(PupilRecord pupil, int model, PupilModel of) {
            Screening screening = screenings.get(model);
            Fate fate = screening == null ? null : screening.add(pupil, model, rest.followed());
            if (!pupil.sat(of.outcome())) {
                return;
            }
            String school = pupil.school(of.outcome());
            if (school == null) {
                rest.addWithoutSchool(model);
            } else {
                PupilShare share = PupilShare.of(pupil.numbers(of), pupil.texts(of), fate);
                shares.add(new Tuple2<>(SchoolTotals.key(model, school), SchoolTotals.bytes(share::write)));
            }
        }
    }
}
