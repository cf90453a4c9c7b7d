package org.junheng.jobs.stage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.selection.LateTransfers.Arrivals;
import org.junheng.stats.ExactMoments;
import org.junheng.valueadded.SchoolSums;
import scala.Tuple2;

/** Exact sums by model and school, moments by exam and pupils followed; all move between partitions as keyed bytes. */
final class SchoolTotals {
    private static final String EXAM = "exam/";
    private static final String NO_SCHOOL = "none/";
    private static final String SCHOOL = "s/"; // short: what comes first of a key is what sorting looks at first

    private final List<Map<String, SchoolSums>> schools = new ArrayList<>(); // sorted before anybody sees an order
    private final long[] withoutSchool;
    private final SortedMap<Integer, ExactMoments> exams = new TreeMap<>();
    private final FollowedPupils followed = new FollowedPupils();

    SchoolTotals(int models) {
        this.withoutSchool = new long[models];
        for (int i = 0; i < models; i++) {
            schools.add(new HashMap<>());
        }
    }

    static SchoolTotals of(int models, Iterator<Tuple2<String, byte[]>> parts) {
        SchoolTotals totals = new SchoolTotals(models);
        parts.forEachRemaining(totals::merge);
        return totals;
    }

    /** Of what a pupil adds to a school, and of its sums. */
    static String key(int model, String school) {
        return SCHOOL + school + "/" + model;
    }

    static boolean isOfSchool(String key) {
        return key.startsWith(SCHOOL);
    }

    /** The sums of one model by school code. */
    SortedMap<String, SchoolSums> schools(int model) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(schools.get(model)));
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

    void addWithoutSchool(int model) {
        withoutSchool[model]++;
    }

    /** Everything but the schools as keyed bytes. */
    Iterator<Tuple2<String, byte[]>> encoded() {
        List<Tuple2<String, byte[]>> parts = followed.encoded();
        exams.forEach((exam, moments) -> parts.add(new Tuple2<>(EXAM + exam, bytes(moments::write))));
        for (int m = 0; m < withoutSchool.length; m++) {
            long without = withoutSchool[m];
            parts.add(new Tuple2<>(NO_SCHOOL + m, bytes(out -> out.writeLong(without))));
        }
        return parts.iterator();
    }

    void merge(Tuple2<String, byte[]> part) {
        String key = part._1();
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(part._2()));
        try {
            if (FollowedPupils.holds(key)) {
                followed.merge(key, in);
            } else if (key.startsWith(EXAM)) {
                moments(Integer.parseInt(key.substring(EXAM.length()))).merge(ExactMoments.read(in));
            } else if (key.startsWith(NO_SCHOOL)) {
                withoutSchool[Integer.parseInt(key.substring(NO_SCHOOL.length()))] += in.readLong();
            } else {
                int slash = key.lastIndexOf('/');
                int model = Integer.parseInt(key.substring(slash + 1));
                String school = key.substring(SCHOOL.length(), slash);
                Arrivals arrivals = new Arrivals(in.readLong(), in.readLong());
                if (arrivals.known() > 0) {
                    followed.arrivals(model, school, arrivals);
                }
                schools.get(model).merge(school, SchoolSums.read(in), SchoolSums::merge);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    interface Writing {
        void to(DataOutput out) throws IOException;
    }

    static byte[] bytes(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writing.to(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
