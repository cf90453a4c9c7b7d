package org.junheng.valueadded;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Several cohorts as one: the schools of every year stand side by side, and the year is a term of its own, because exams differ in difficulty.
 *
 * @param byYear cohorts of one model by their outcome year; terms in the same order and meaning, the newest names them
 */
public record PooledCohorts(SortedMap<Integer, Cohort> byYear) {
    private static final String YEAR = "year";
    private static final char BETWEEN = '\u0000';

    public PooledCohorts {
        byYear = Collections.unmodifiableSortedMap(new TreeMap<>(byYear));
        if (byYear.size() < 2) {
            throw new IllegalArgumentException("pooling needs two cohorts, not " + byYear.size());
        }
    }

    /** All cohorts as one whose schools are the schools of a year. */
    Cohort merged() {
        Cohort newest = List.copyOf(byYear.values()).get(byYear.size() - 1);
        SortedMap<String, SchoolSums> schools = new TreeMap<>();
        Map<String, String> years = new TreeMap<>();
        long withoutSchool = 0;
        for (var cohort : byYear.entrySet()) {
            withoutSchool += cohort.getValue().withoutSchool();
            cohort.getValue().schools().forEach((school, sums) -> {
                schools.put(key(school, cohort.getKey()), sums);
                years.put(key(school, cohort.getKey()), String.valueOf(cohort.getKey()));
            });
        }
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < newest.terms().size(); i++) {
            terms.add(merged(newest.terms().get(i), i));
        }
        terms.add(new Term.SchoolText(YEAR, years));
        return new Cohort(newest.estimator(), terms, newest.scales(), schools, withoutSchool);
    }

    private Term merged(Term newest, int at) {
        Map<String, Double> numbers = new TreeMap<>();
        Map<String, String> texts = new TreeMap<>();
        byYear.forEach((year, cohort) -> {
            if (cohort.terms().get(at) instanceof Term.SchoolNumber number) {
                number.bySchool().forEach((school, value) -> numbers.put(key(school, year), value));
            } else if (cohort.terms().get(at) instanceof Term.SchoolText text) {
                text.bySchool().forEach((school, value) -> texts.put(key(school, year), value));
            }
        });
        if (newest instanceof Term.SchoolNumber number) {
            return new Term.SchoolNumber(number.name(), numbers);
        }
        return newest instanceof Term.SchoolText text ? new Term.SchoolText(text.name(), texts) : newest;
    }

    /** The school, and the school in its year. */
    static List<String> levels(String key, List<String> texts) {
        return List.of(key.substring(0, key.indexOf(BETWEEN)), key);
    }

    private static String key(String school, int year) {
        return school + BETWEEN + year;
    }
}
