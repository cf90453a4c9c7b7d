package org.junheng.jobs.stage;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junheng.jobs.config.ImpactBlock;
import org.junheng.jobs.table.Measures;
import org.junheng.metric.Words;
import org.junheng.subject.Facet;
import org.junheng.subject.SubjectType;

/**
 * What models of the same run say of schools, as outcomes of joining: one block of {@code value_added} or {@code growth} for every year. Estimated
 * effects of schools are drawn towards the mean, and more so for small schools; {@code unshrunken} undoes this: the effect over its reliability.
 */
final class ModelledOutcomes {
    private static final String VALUE_ADDED = "value_added";

    private final List<Measures> said;

    ModelledOutcomes(Modelled models) {
        this.said = models.measures().stream()
                .filter(m -> m.subjectType() == SubjectType.SCHOOL && m.value() != null)
                .toList();
    }

    static boolean tells(ImpactBlock.Outcome outcome) {
        return outcome.table().equals(VALUE_ADDED) || outcome.table().equals("growth");
    }

    /** Why the outcome is not there; {@link Words#NONE} when it is. */
    Words obstacle(ImpactBlock.Outcome outcome) {
        SortedMap<Integer, SortedSet<String>> models = new TreeMap<>();
        rows(outcome, value(outcome)).forEach(m -> models.computeIfAbsent(m.year(), y -> new TreeSet<>())
                .add(m.modelId()));
        if (models.size() < 2) {
            return new Words(
                    outcome.table() + " 只有" + models.size() + "个年份有该考试的结果;每年需要一个模型",
                    outcome.table() + " has results of this exam in " + models.size()
                            + " year(s) only; every year needs a block of its own");
        }
        return models.entrySet().stream()
                .filter(e -> e.getValue().size() > 1)
                .findFirst()
                .map(e -> new Words(
                        e.getKey() + "年有多个模型说到该考试:" + e.getValue(),
                        "several models speak of this exam in " + e.getKey() + ": " + e.getValue()))
                .orElse(Words.NONE);
    }

    /** Values by school and year. */
    SortedMap<String, SortedMap<Integer, Optional<Double>>> of(ImpactBlock.Outcome outcome) {
        SortedMap<String, SortedMap<Integer, Optional<Double>>> values = new TreeMap<>();
        rows(outcome, value(outcome)).forEach(m -> put(values, m, Objects.requireNonNull(m.value())));
        if (outcome.column().equals("unshrunken")) {
            SortedMap<String, SortedMap<Integer, Optional<Double>>> reliabilities = new TreeMap<>();
            rows(outcome, "valueadded.reliability")
                    .forEach(m -> put(reliabilities, m, Objects.requireNonNull(m.value())));
            values.forEach((school, years) -> years.replaceAll((year, effect) -> effect.flatMap(e -> reliabilities
                    .getOrDefault(school, new TreeMap<>())
                    .getOrDefault(year, Optional.empty())
                    .filter(reliability -> reliability > 0)
                    .map(reliability -> e / reliability))));
        }
        return values;
    }

    /** The unit of the models. */
    String unit(ImpactBlock.Outcome outcome) {
        return rows(outcome, value(outcome)).stream()
                .findFirst()
                .map(Measures::unit)
                .orElse("");
    }

    private static void put(SortedMap<String, SortedMap<Integer, Optional<Double>>> values, Measures m, double value) {
        values.computeIfAbsent(m.subjectId(), s -> new TreeMap<>()).put(m.year(), Optional.of(value));
    }

    private List<Measures> rows(ImpactBlock.Outcome outcome, String metric) {
        return said.stream()
                .filter(m -> m.metricId().equals(metric)
                        && m.facet().equals(Facet.score(Objects.requireNonNullElse(outcome.subject(), "")))
                        && (outcome.grade() == null || outcome.grade().equals(m.grade())))
                .toList();
    }

    private static String value(ImpactBlock.Outcome outcome) {
        return outcome.table().equals(VALUE_ADDED) ? "valueadded.school" : "growth.median_percentile";
    }
}
