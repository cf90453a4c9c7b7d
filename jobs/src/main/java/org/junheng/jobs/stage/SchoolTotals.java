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
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.junheng.stats.ExactMoments;
import org.junheng.valueadded.SchoolSums;
import scala.Tuple2;

/** Exact sums by model and school, and moments by exam; as keyed bytes they move between partitions and merge in any order. */
final class SchoolTotals {
    private static final String EXAM = "exam/";
    private static final String NO_SCHOOL = "none/";
    private static final String SCHOOL = "school/";

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

    /** Merges the parts of a partition. */
    static final class Merging implements MapPartitionsFunction<Tuple2<String, byte[]>, Tuple2<String, byte[]>> {
        private static final long serialVersionUID = 1L;

        private final int models;

        Merging(int models) {
            this.models = models;
        }

        @Override
        public Iterator<Tuple2<String, byte[]>> call(Iterator<Tuple2<String, byte[]>> parts) {
            SchoolTotals totals = of(models, parts);
            totals.followed.count();
            return totals.encoded();
        }
    }

    /** The sums of one model by school code. */
    SortedMap<String, SchoolSums> schools(int model) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(schools.get(model)));
    }

    /** Pupils with an outcome score whose school is not known. */
    long withoutSchool(int model) {
        return withoutSchool[model];
    }

    SchoolSums school(int model, String school) {
        return schools.get(model).computeIfAbsent(school, s -> new SchoolSums());
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

    /** Everything as keyed bytes; what has been given is held no longer. */
    Iterator<Tuple2<String, byte[]>> encoded() {
        List<Supplier<Tuple2<String, byte[]>>> parts = new ArrayList<>();
        exams.forEach((exam, moments) -> parts.add(() -> new Tuple2<>(EXAM + exam, bytes(moments::write))));
        for (int m = 0; m < withoutSchool.length; m++) {
            int model = m;
            parts.add(() -> new Tuple2<>(NO_SCHOOL + model, bytes(out -> out.writeLong(withoutSchool[model]))));
            for (String school : new TreeSet<>(schools.get(m).keySet())) {
                parts.add(() -> new Tuple2<>(
                        SCHOOL + model + "/" + school,
                        bytes(Objects.requireNonNull(schools.get(model).remove(school))::write)));
            }
        }
        followed.encoded().forEach(part -> parts.add(() -> part));
        return parts.stream().map(Supplier::get).iterator();
    }

    private void merge(Tuple2<String, byte[]> part) {
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
                int slash = key.indexOf('/', SCHOOL.length());
                int model = Integer.parseInt(key.substring(SCHOOL.length(), slash));
                SchoolSums read = SchoolSums.read(in);
                SchoolSums known = schools.get(model).putIfAbsent(key.substring(slash + 1), read);
                if (known != null) {
                    known.merge(read);
                }
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
