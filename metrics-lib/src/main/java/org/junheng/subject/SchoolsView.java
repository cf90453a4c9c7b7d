package org.junheng.subject;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
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
    private final List<WeightedDecimals.Term> terms;
    private final @Nullable WeightedDecimals moments;
    private final Map<Grouping, List<WeightedDecimals>> groups = new EnumMap<>(Grouping.class);
    private final Map<Grouping, WeightedDecimals> means = new EnumMap<>(Grouping.class);
    private @Nullable List<SchoolFigure> poorestFirst;
    private @Nullable Boolean hasNegative;
    private @Nullable Boolean hasZero;

    public SchoolsView(SubjectType subjectType, String facet, int year, List<SchoolFigure> delivered) {
        this(
                delivered.stream()
                        .sorted((a, b) -> a.school().compareTo(b.school()))
                        .toList(),
                subjectType,
                facet,
                year);
    }

    /** @param delivered in the order of their codes */
    private SchoolsView(List<SchoolFigure> delivered, SubjectType subjectType, String facet, int year) {
        this.subjectType = subjectType;
        this.facet = facet;
        this.year = year;
        this.delivered = delivered;
        this.usable = delivered.stream().filter(SchoolFigure::isUsable).toList();
        this.terms = usable.stream().map(SchoolFigure::term).toList();
        this.moments = usable.isEmpty() ? null : WeightedDecimals.of(terms);
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

    /** The usable schools from the lowest figure to the highest. */
    public List<SchoolFigure> poorestFirst() {
        if (poorestFirst == null) {
            poorestFirst = usable.stream().sorted(SchoolsView::byFigure).toList();
        }
        return poorestFirst;
    }

    /** Nearest doubles that differ stand in the order of their decimals. */
    private static int byFigure(SchoolFigure a, SchoolFigure b) {
        int order = Double.compare(a.nearest(), b.nearest());
        order = order != 0 ? order : a.exact().compareTo(b.exact());
        return order != 0 ? order : a.school().compareTo(b.school());
    }

    /** The usable schools by group, in the order of the groups' codes; those without a county, cluster or class form one group. */
    public List<WeightedDecimals> groups(Grouping grouping) {
        return groups.computeIfAbsent(grouping, by -> {
            SortedMap<String, List<WeightedDecimals.Term>> members = new TreeMap<>();
            for (int i = 0; i < usable.size(); i++) {
                members.computeIfAbsent(by.of(usable.get(i)), k -> new ArrayList<>())
                        .add(terms.get(i));
            }
            return members.values().stream().map(WeightedDecimals::of).toList();
        });
    }

    /**
     * The means of the groups, weighted as their schools are.
     *
     * @throws IllegalArgumentException when there is no usable school
     */
    public WeightedDecimals means(Grouping grouping) {
        return means.computeIfAbsent(
                grouping,
                by -> WeightedDecimals.of(groups(by).stream()
                        .map(g -> new WeightedDecimals.Term(g.mean(), g.weight()))
                        .toList()));
    }

    /** Whether a usable figure is exactly 0. */
    public boolean hasZero() {
        if (hasZero == null) {
            hasZero = usable.stream().anyMatch(s -> s.exact().signum() == 0);
        }
        return hasZero;
    }

    public boolean hasNegative() {
        if (hasNegative == null) {
            hasNegative = usable.stream().anyMatch(s -> s.exact().signum() < 0);
        }
        return hasNegative;
    }

    /** The same figures with the schools under other codes. */
    public SchoolsView underCodes(UnaryOperator<String> codes) {
        return new SchoolsView(
                subjectType,
                facet,
                year,
                delivered.stream().map(s -> s.under(codes.apply(s.school()))).toList());
    }

    /** The same subject with those schools only that satisfy a condition. */
    public SchoolsView only(Predicate<SchoolFigure> condition) {
        return new SchoolsView(delivered.stream().filter(condition).toList(), subjectType, facet, year);
    }
}
