package org.junheng.subject;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.stats.Decimals;
import org.junheng.stats.WeightedDecimals;

/**
 * The schools of one subject in one facet and year. Rows are put in the order of their codes, so that a metric gives the same bits whatever
 * order they came in.
 */
public final class SchoolsView {
    private final SubjectType subjectType;
    private final String facet;
    private final int year;
    private final List<SchoolFigure> delivered;
    private final List<SchoolFigure> usable;
    private final @Nullable WeightedDecimals moments;

    public SchoolsView(SubjectType subjectType, String facet, int year, List<SchoolFigure> delivered) {
        this.subjectType = subjectType;
        this.facet = facet;
        this.year = year;
        this.delivered = delivered.stream()
                .sorted(Comparator.comparing(SchoolFigure::school))
                .toList();
        this.usable = this.delivered.stream().filter(SchoolFigure::isUsable).toList();
        this.moments = usable.isEmpty() ? null : WeightedDecimals.of(terms(usable));
    }

    public SubjectType subjectType() {
        return subjectType;
    }

    public String facet() {
        return facet;
    }

    public int year() {
        return year;
    }

    /** Schools with a row, with or without a value. */
    public List<SchoolFigure> delivered() {
        return delivered;
    }

    /** Schools with a value and pupils. */
    public List<SchoolFigure> usable() {
        return usable;
    }

    /**
     * Weighted mean and variance over the usable schools.
     *
     * @throws IllegalStateException when there is none
     */
    public WeightedDecimals moments() {
        if (moments == null) {
            throw new IllegalStateException("no usable school");
        }
        return moments;
    }

    public boolean hasNegative() {
        return usable.stream().anyMatch(s -> s.exact().signum() < 0);
    }

    /** The same subject with those schools only that satisfy a condition. */
    public SchoolsView only(java.util.function.Predicate<SchoolFigure> condition) {
        return new SchoolsView(
                subjectType, facet, year, delivered.stream().filter(condition).toList());
    }

    private static List<WeightedDecimals.Term> terms(List<SchoolFigure> schools) {
        List<WeightedDecimals.Term> terms = new ArrayList<>(schools.size());
        schools.forEach(s -> terms.add(new WeightedDecimals.Term(s.exact(), Decimals.of(s.w()))));
        return terms;
    }
}
