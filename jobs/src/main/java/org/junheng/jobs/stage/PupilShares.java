package org.junheng.jobs.stage;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junheng.jobs.rows.Parcels;
import org.junheng.jobs.rows.RecordBytes;
import org.junheng.jobs.stage.PupilModels.PupilModel;
import org.junheng.selection.Fate;
import scala.Tuple2;

/**
 * Parcels of {@link PupilRows}, those of a part one after the other, to what each pupil adds to the sums of a school. A pupil is in a model when the outcome,
 * every prior and every covariate is there; a model that marks missing priors needs none of them.
 */
final class PupilShares implements Parcels.Step<Tuple2<Integer, byte[]>> {
    private static final int NONE = -1;

    private final PupilModels models;
    private final SortedMap<Integer, Screening> screenings;
    private final boolean[] areNumbers;
    private final SchoolTotals rest;
    private final TextNumbers schools = new TextNumbers();

    /** Of schools by number. */
    private final List<String> codes = new ArrayList<>();

    private final TextNumbers ids = new TextNumbers();

    /** By the number of their id; those beyond belonged to a part before, and will again. */
    private final List<PupilRecord> pupils = new ArrayList<>();

    private int part = NONE;

    /** @param screenings of models by their place */
    PupilShares(PupilModels models, SortedMap<Integer, Screening> screenings) {
        this.models = models;
        this.screenings = screenings;
        this.areNumbers = models.areNumbers();
        this.rest = new SchoolTotals(models.models().size());
    }

    @Override
    public void take(Tuple2<Integer, byte[]> parcel, Parcels to) {
        if (parcel._1() != part) {
            share(to);
            part = parcel._1();
        }
        ByteBuffer rows = ByteBuffer.wrap(parcel._2());
        while (rows.hasRemaining()) {
            pupil(ids.of(rows)).take(rows, schools);
        }
    }

    private PupilRecord pupil(int number) {
        if (number == pupils.size()) {
            pupils.add(new PupilRecord(models.exams().size(), areNumbers));
        }
        return pupils.get(number);
    }

    /** At the end what is not of a single school. */
    @Override
    public void end(Parcels to) {
        share(to);
        rest.writeRest(to);
    }

    /** All rows of a part are there. */
    private void share(Parcels to) {
        while (codes.size() < schools.size()) {
            codes.add(schools.text(codes.size()));
        }
        for (int number = 0; number < ids.size(); number++) {
            PupilRecord pupil = pupils.get(number);
            share(pupil, to);
            pupil.clear();
        }
        ids.clear();
    }

    private void share(PupilRecord pupil, Parcels to) {
        if (models.moments()) {
            for (int exam = 0; exam < models.exams().size(); exam++) {
                if (pupil.sat(exam)) {
                    rest.moments(exam).add(pupil.score(exam));
                }
            }
        }
        for (int m = 0; m < models.models().size(); m++) {
            share(pupil, m, models.models().get(m), to);
        }
    }

    private void share(PupilRecord pupil, int model, PupilModel of, Parcels to) {
        Screening screening = screenings.get(model);
        Fate fate = screening == null ? null : screening.add(pupil, model, rest.followed(), codes::get);
        if (!pupil.sat(of.outcome())) {
            return;
        }
        int number = pupil.school(of.outcome());
        if (number == PupilRecord.UNKNOWN) {
            rest.addWithoutSchool(model);
        } else {
            String school = codes.get(number);
            RecordBytes share = to.of(school.hashCode()).putShort(model).putText(school);
            PupilShare.of(pupil.numbers(of), pupil.texts(of, codes::get), fate).write(share);
        }
    }
}
