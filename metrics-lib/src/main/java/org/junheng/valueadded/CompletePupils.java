package org.junheng.valueadded;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junheng.stats.CrossSums;
import org.junheng.stats.ExactSum;

/** What the pupils of a model have in common, school by school. */
record CompletePupils(List<Term> terms, SortedMap<String, SchoolSums> schools) {

    /** The values of a text, in code-point order. */
    Set<String> values(int text) {
        Set<String> values = new TreeSet<>(CodePoints.ORDER);
        schools.values().forEach(sums -> sums.cells().keySet().forEach(texts -> values.add(texts.get(text))));
        return values;
    }

    /** Sums of some of the pupils' numbers over all schools. */
    CrossSums sums(int... numbers) {
        CrossSums all = new CrossSums(numbers.length);
        schools.values().forEach(school -> all.merge(sums(school, numbers)));
        return all;
    }

    private static CrossSums sums(SchoolSums school, int... numbers) {
        CrossSums own = new CrossSums(numbers.length);
        school.cells().values().forEach(cell -> own.merge(cell.select(numbers)));
        return own;
    }

    /** Whether two numbers that are 0 or 1 are the same for every pupil. */
    boolean areSame(int one, int other) {
        CrossSums both = sums(one, other);
        double common = both.product(0, 1).doubleValue();
        return both.sum(0).doubleValue() == common && both.sum(1).doubleValue() == common;
    }

    /** The mean over the pupils of a school who have a number; where none has it, over all pupils who do. */
    double mean(SchoolSums school, int number) {
        for (Term term : terms) {
            if (term instanceof Term.Missing missing && missing.of() == number) {
                CrossSums own = sums(school, number, missing.at());
                CrossSums known = lacking(own) < own.n() ? own : sums(number, missing.at());
                return known.sum(0).doubleValue() / (known.n() - lacking(known));
            }
        }
        return sums(school, number).mean(0);
    }

    /** How many lack the first number. */
    private static double lacking(CrossSums marked) {
        return marked.sum(1).doubleValue();
    }

    /** The share of a value of a text among the pupils of a school. */
    static double share(SchoolSums school, int text, String value) {
        ExactSum with = new ExactSum();
        school.cells().forEach((texts, cell) -> with.add(texts.get(text).equals(value) ? cell.n() : 0));
        return with.doubleValue() / school.complete();
    }
}
