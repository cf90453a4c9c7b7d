package org.junheng.jobs.stage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.jobs.rows.Parcels;
import org.junheng.jobs.rows.RecordBytes;
import org.junheng.selection.LateTransfers.Arrivals;
import org.junheng.stats.ExactMoments;
import org.junheng.valueadded.SchoolSums;

/**
 * Exact sums by model and school, moments by exam and pupils followed. They move between tasks as records: the model and the code of a school come first,
 * or for what is of no single school {@link #REST} and a key.
 */
final class SchoolTotals {
    private static final int REST = -1;
    private static final String EXAM = "exam/";
    private static final String NO_SCHOOL = "none/";

    private final List<Schools> models = new ArrayList<>();
    private final long[] withoutSchool;
    private final SortedMap<Integer, ExactMoments> exams = new TreeMap<>();
    private final FollowedPupils followed = new FollowedPupils();

    /** The schools of a model. */
    private static final class Schools {
        private final TextNumbers codes = new TextNumbers();
        private final List<School> schools = new ArrayList<>();

        /** That whose code comes next in a record. */
        School of(ByteBuffer record) {
            int number = codes.of(record);
            if (number == schools.size()) {
                schools.add(new School());
            }
            return schools.get(number);
        }
    }

    /** One school in one model. */
    private static final class School {
        private SchoolSums sums = new SchoolSums();
        private Arrivals arrivals = Arrivals.NONE;

        void add(PupilShare pupil) {
            pupil.addTo(sums);
            arrivals = pupil.fate() == null ? arrivals : arrivals.plus(pupil.fate());
        }

        void merge(SchoolSums others, Arrivals came) {
            sums = sums.withOutcome() == 0 ? others : sums.merge(others);
            arrivals = arrivals.plus(came);
        }
    }

    SchoolTotals(int models) {
        this.withoutSchool = new long[models];
        for (int i = 0; i < models; i++) {
            this.models.add(new Schools());
        }
    }

    /** The sums of one model by school code. */
    SortedMap<String, SchoolSums> schools(int model) {
        SortedMap<String, SchoolSums> sums = new TreeMap<>();
        Schools all = models.get(model);
        for (int i = 0; i < all.schools.size(); i++) {
            sums.put(all.codes.text(i), all.schools.get(i).sums);
        }
        return sums;
    }

    /** Whether anybody has a score of the outcome exam. */
    boolean havePupils(int model) {
        return withoutSchool[model] > 0 || !models.get(model).schools.isEmpty();
    }

    /** Pupils with an outcome score whose school is not known. */
    long withoutSchool(int model) {
        return withoutSchool[model];
    }

    ExactMoments moments(int exam) {
        return exams.computeIfAbsent(exam, e -> new ExactMoments());
    }

    /** Pupils of prior exams, and where they are in the outcome exams. */
    FollowedPupils followed() {
        return followed;
    }

    /** Pupils of the outcome exam of a model by school, where anybody was followed there. */
    SortedMap<String, Arrivals> came(int model) {
        SortedMap<String, Arrivals> came = new TreeMap<>();
        Schools all = models.get(model);
        for (int i = 0; i < all.schools.size(); i++) {
            if (all.schools.get(i).arrivals.known() > 0) {
                came.put(all.codes.text(i), all.schools.get(i).arrivals);
            }
        }
        return came;
    }

    void addWithoutSchool(int model) {
        withoutSchool[model]++;
    }

    /** Adds records of {@link PupilShares}, pupils and the rest. */
    void addPupils(ByteBuffer records) {
        while (records.hasRemaining()) {
            int model = records.getShort();
            if (model == REST) {
                mergeRest(records);
            } else {
                models.get(model).of(records).add(PupilShare.read(records));
            }
        }
    }

    /** Adds other totals that were {@link #written}. */
    void merge(ByteBuffer records) {
        while (records.hasRemaining()) {
            int model = records.getShort();
            if (model == REST) {
                mergeRest(records);
            } else {
                School school = models.get(model).of(records);
                Arrivals arrivals = new Arrivals(records.getLong(), records.getLong());
                school.merge(sums(RecordBytes.bytes(records)), arrivals);
            }
        }
    }

    private void mergeRest(ByteBuffer records) {
        String key = RecordBytes.text(records);
        byte[] bytes = RecordBytes.bytes(records);
        try {
            mergeRest(key, new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void mergeRest(String key, DataInputStream in) throws IOException {
        if (FollowedPupils.holds(key)) {
            followed.merge(key, in);
        } else if (key.startsWith(EXAM)) {
            moments(Integer.parseInt(key.substring(EXAM.length()))).merge(ExactMoments.read(in));
        } else {
            withoutSchool[Integer.parseInt(key.substring(NO_SCHOOL.length()))] += in.readLong();
        }
    }

    /** Everything but the schools, what is of the same key to the same part. */
    void writeRest(Parcels to) {
        rest().forEach((key, bytes) -> putRest(to.of(key.hashCode()), key, bytes));
    }

    /** Everything. */
    byte[] written() {
        RecordBytes records = new RecordBytes();
        ByteArrayOutputStream sums = new ByteArrayOutputStream();
        for (int m = 0; m < models.size(); m++) {
            Schools all = models.get(m);
            for (int i = 0; i < all.schools.size(); i++) {
                School school = all.schools.get(i);
                sums.reset();
                write(school.sums::write, sums);
                records.putShort(m)
                        .putText(all.codes.text(i))
                        .putLong(school.arrivals.known())
                        .putLong(school.arrivals.fromOthers())
                        .putBytes(sums.toByteArray());
            }
        }
        rest().forEach((key, bytes) -> putRest(records, key, bytes));
        return records.taken();
    }

    private static void putRest(RecordBytes records, String key, byte[] bytes) {
        records.putShort(REST).putText(key).putBytes(bytes);
    }

    private Map<String, byte[]> rest() {
        Map<String, byte[]> rest = followed.written();
        exams.forEach((exam, moments) -> rest.put(EXAM + exam, bytes(moments::write)));
        for (int m = 0; m < withoutSchool.length; m++) {
            long without = withoutSchool[m];
            rest.put(NO_SCHOOL + m, bytes(out -> out.writeLong(without)));
        }
        return rest;
    }

    interface Writing {
        void to(DataOutput out) throws IOException;
    }

    static byte[] bytes(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(writing, bytes);
        return bytes.toByteArray();
    }

    private static void write(Writing writing, ByteArrayOutputStream bytes) {
        try {
            writing.to(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SchoolSums sums(byte[] written) {
        try {
            return SchoolSums.read(new DataInputStream(new ByteArrayInputStream(written)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
