package org.junheng.valueadded;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.stats.CounterRandom;
import org.junheng.stats.Estimator;
import org.junheng.valueadded.Cohort.Scale;

/** Cohorts that tests share. */
final class SampleCohorts {
    private SampleCohorts() {}

    static final Term PRIOR = new Term.PupilNumber("prior", 1);

    static double truth(CounterRandom random, int school, double deviation) {
        return deviation * random.normal(school, 1_000_000);
    }

    /** Schools of the given size, or of 15 to 80 pupils for 0, with an outcome of 70 + 0.7 prior + school + pupil. */
    static SortedMap<String, SchoolSums> simulated(CounterRandom random, int schools, int size, double deviation) {
        SortedMap<String, SchoolSums> sums = new TreeMap<>();
        for (int s = 0; s < schools; s++) {
            SchoolSums school = new SchoolSums();
            int pupils = size > 0 ? size : 15 + random.below(66, s, 2_000_000);
            for (int i = 0; i < pupils; i++) {
                double prior = 10 * random.normal(s, 2L * i) + 3 * random.normal(s, 3_000_000);
                double own = (deviation == 2.5 ? 8 : 2) * random.normal(s, 2L * i + 1);
                school.addOutcome().addComplete(List.of(), 70 + 0.7 * prior + truth(random, s, deviation) + own, prior);
            }
            sums.put("S" + s, school);
        }
        return sums;
    }

    static Cohort balanced() {
        return cohort(balancedSchools(), List.of());
    }

    static SortedMap<String, SchoolSums> balancedSchools() {
        SortedMap<String, SchoolSums> schools = new TreeMap<>();
        schools.put("A", outcomes(2, 3, 4));
        schools.put("B", outcomes(5, 6, 7));
        schools.put("C", outcomes(8, 9, 10));
        return schools;
    }

    static Cohort cohort(SortedMap<String, SchoolSums> schools, List<Term> terms) {
        return new Cohort(Estimator.REML, terms, List.of(Scale.NONE, Scale.NONE), schools, 0);
    }

    static SchoolSums outcomes(double... outcomes) {
        SchoolSums sums = new SchoolSums();
        for (double outcome : outcomes) {
            sums.addOutcome().addComplete(List.of(), outcome);
        }
        return sums;
    }
}
