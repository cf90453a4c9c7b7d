package org.junheng.valueadded;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junheng.stats.Estimator;

/**
 * All pupils of one outcome exam and subject, school by school, and the model that they shall be compared with.
 *
 * @param terms covariates in the order in which they enter
 * @param scales how each of the pupils' numbers is turned into the model's number, the outcome first
 * @param schools sums by school code
 * @param withoutSchool pupils with an outcome score whose school is not known
 * @param reliabilities of those of the pupils' numbers whose error is corrected, by their place
 */
public record Cohort(
        Estimator estimator,
        List<Term> terms,
        List<Scale> scales,
        SortedMap<String, SchoolSums> schools,
        long withoutSchool,
        SortedMap<Integer, Double> reliabilities) {
    public Cohort {
        terms = List.copyOf(terms);
        scales = List.copyOf(scales);
        schools = Collections.unmodifiableSortedMap(new TreeMap<>(schools));
        reliabilities = Collections.unmodifiableSortedMap(new TreeMap<>(reliabilities));
    }

    /** A cohort whose numbers are taken as free of error. */
    public Cohort(
            Estimator estimator,
            List<Term> terms,
            List<Scale> scales,
            SortedMap<String, SchoolSums> schools,
            long withoutSchool) {
        this(estimator, terms, scales, schools, withoutSchool, new TreeMap<>());
    }

    /** The same pupils with their schools under other codes; two schools never get one code. */
    public Cohort underCodes(UnaryOperator<String> codes) {
        SortedMap<String, SchoolSums> renamed = new TreeMap<>();
        schools.forEach((code, sums) -> {
            if (renamed.put(codes.apply(code), sums) != null) {
                throw new IllegalArgumentException("two schools under " + codes.apply(code));
            }
        });
        return new Cohort(estimator, terms, scales, renamed, withoutSchool, reliabilities);
    }

    /** {@code (x - shift) / divisor}: what standardising within an exam does to a score. */
    public record Scale(double shift, double divisor) {
        public static final Scale NONE = new Scale(0, 1);

        public Scale {
            if (!(divisor > 0)) {
                throw new IllegalArgumentException("divisor " + divisor);
            }
        }
    }
}
