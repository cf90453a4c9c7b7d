package org.junheng.review;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junheng.metric.Words;

/**
 * The scores of a school for the bundled assessment: of its own, its level without improvement, its improvement; not a number where a dimension that
 * counts has no figure. Dimensions in which no school of the year has a figure (a gap is between schools) do not count, the others in proportion.
 *
 * @param caution which dimensions do not count, and which figures are missing
 */
public record SchoolScore(double own, double level, double improvement, Words caution) {

    /** @param schools all schools of one year that are assessed, of one protocol */
    public static SortedMap<String, SchoolScore> of(List<Scorecard> schools) {
        SortedMap<String, SchoolScore> scores = new TreeMap<>();
        if (!schools.isEmpty()) {
            List<Dimension> weighed = Scorecard.weighed(schools.get(0).protocol());
            List<Dimension> said = weighed.stream()
                    .filter(d -> schools.stream().anyMatch(s -> !Double.isNaN(s.dimensions()[d.place()])))
                    .toList();
            List<Dimension> unsaid =
                    weighed.stream().filter(d -> !said.contains(d)).toList();
            schools.forEach(school -> scores.put(school.subject(), of(school, said, unsaid)));
        }
        return scores;
    }

    private static SchoolScore of(Scorecard school, List<Dimension> said, List<Dimension> unsaid) {
        List<Dimension> level =
                said.stream().filter(d -> d != Dimension.IMPROVEMENT).toList();
        return new SchoolScore(
                composite(school, said),
                composite(school, level),
                school.dimensions()[Dimension.IMPROVEMENT.place()],
                left(unsaid).and(school.missing(said)));
    }

    private static Words left(List<Dimension> unsaid) {
        String names = unsaid.stream().map(Dimension::toString).collect(Collectors.joining(", "));
        return unsaid.isEmpty()
                ? Words.NONE
                : new Words("没有学校一级指标、不计入的维度:" + names, "dimensions without figures of schools do not count: " + names);
    }

    private static double composite(Scorecard school, List<Dimension> of) {
        double[] shares = new double[Dimension.values().length];
        double sum = of.stream()
                .mapToDouble(d -> school.protocol().shares()[d.place()])
                .sum();
        of.forEach(d -> shares[d.place()] = school.protocol().shares()[d.place()] / sum);
        return of.isEmpty() ? Double.NaN : Scorecard.composite(school.dimensions(), shares);
    }
}
