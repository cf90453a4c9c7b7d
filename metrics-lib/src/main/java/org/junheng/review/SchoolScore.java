package org.junheng.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junheng.metric.Words;

/**
 * The scores of a school for the bundled assessment: of its own, its level without improvement, its improvement; not a number where a dimension that
 * counts has no figure. Dimensions in which no school of the year has a figure (a gap is between schools) do not count, the others in proportion.
 *
 * @param pulls of every figure, so that the errors of figures reach the total of each school that rests on them
 * @param caution which dimensions do not count, and which figures are missing
 */
public record SchoolScore(double own, double level, double improvement, List<Pull> pulls, Words caution) {
    public SchoolScore {
        pulls = List.copyOf(pulls);
    }

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
            Set<Integer> meant = Scorecard.read(schools);
            schools.forEach(school -> scores.put(school.subject(), of(school, said, left(unsaid), meant)));
        }
        return scores;
    }

    private static SchoolScore of(Scorecard school, List<Dimension> said, Words left, Set<Integer> meant) {
        List<Dimension> level =
                said.stream().filter(d -> d != Dimension.IMPROVEMENT).toList();
        return new SchoolScore(
                composite(school, said),
                composite(school, level),
                school.dimensions()[Dimension.IMPROVEMENT.place()],
                pulls(school, said, level),
                left.and(school.missing(said, meant)));
    }

    private static Words left(List<Dimension> unsaid) {
        String names = unsaid.stream().map(Dimension::toString).collect(Collectors.joining(", "));
        return unsaid.isEmpty()
                ? Words.NONE
                : new Words("没有学校一级指标、不计入的维度:" + names, "dimensions without figures of schools do not count: " + names);
    }

    private static double composite(Scorecard school, List<Dimension> of) {
        return of.isEmpty() ? Double.NaN : Scorecard.composite(school.dimensions(), shares(school, of));
    }

    /** The weights of some dimensions, so that they sum to 1. */
    private static double[] shares(Scorecard school, List<Dimension> of) {
        double[] shares = new double[Dimension.values().length];
        double sum = of.stream()
                .mapToDouble(d -> school.protocol().shares()[d.place()])
                .sum();
        of.forEach(d -> shares[d.place()] = school.protocol().shares()[d.place()] / sum);
        return shares;
    }

    private static List<Pull> pulls(Scorecard school, List<Dimension> said, List<Dimension> level) {
        double[] improvement = new double[Dimension.values().length];
        improvement[Dimension.IMPROVEMENT.place()] = 1;
        double[] toOwn = school.pulls(shares(school, said));
        double[] toLevel = school.pulls(shares(school, level));
        double[] toImprovement = school.pulls(improvement);
        List<Pull> pulls = new ArrayList<>();
        for (int i = 0; i < toOwn.length; i++) {
            Finding finding = school.findings().get(i);
            if (finding != null) {
                double variance = school.protocol().scales().get(i).variance(finding);
                pulls.add(new Pull(toOwn[i], toLevel[i], toImprovement[i], variance));
            }
        }
        return pulls;
    }
}
