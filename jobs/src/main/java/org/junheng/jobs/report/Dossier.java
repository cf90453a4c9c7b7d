package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.report.PublishedTable.Line;

/** Everything that is published of one county or cluster: figures by metric and year, and the verdicts of the last year. */
final class Dossier {
    private final Subject subject;
    private final SortedMap<Series, SortedMap<Integer, Figure>> figures = new TreeMap<>();
    private final List<Verdict> verdicts = new ArrayList<>();

    Dossier(Subject subject) {
        this.subject = subject;
    }

    /** Whose dossier it is: the type and code of {@code measures}. */
    record Subject(String type, String id) implements Comparable<Subject> {
        @Override
        public int compareTo(Subject other) {
            int types = type.compareTo(other.type);
            return types != 0 ? types : id.compareTo(other.id);
        }

        /** How the subject stands in a key of {@code measures}. */
        String key() {
            return type + "|" + id;
        }

        /** The page's file below {@code report}: letters and digits of the code as they are, whatever else as its number. */
        String file() {
            StringBuilder name = new StringBuilder(type).append('/');
            id.chars().forEach(c -> {
                boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || c == '-');
                name.append(plain ? String.valueOf((char) c) : "_" + Integer.toHexString(c));
            });
            return name.append(".html").toString();
        }
    }

    /** What is measured: a row of the page. */
    record Series(String metric, String model, String stage, String grade, String facet, String base)
            implements Comparable<Series> {
        static Series of(Line line) {
            return new Series(
                    line.text("metric_id").intern(),
                    line.text("model_id").intern(),
                    line.text("stage").intern(),
                    line.text("grade").intern(),
                    line.text("facet").intern(),
                    line.text("base_year").intern());
        }

        /** The key of the numbers of a series, as {@code trace} takes it, for a subject and a year. */
        String key(String subject, String year) {
            return String.join("|", metric, model, subject, year, base, stage, grade, facet, "");
        }

        @Override
        public int compareTo(Series other) {
            int metrics = metric.compareTo(other.metric);
            int facets =
                    metrics != 0 ? metrics : new Facet(facet, grade).compareTo(new Facet(other.facet, other.grade));
            int stages = facets != 0 ? facets : stage.compareTo(other.stage);
            int models = stages != 0 ? stages : model.compareTo(other.model);
            return models != 0 ? models : base.compareTo(other.base);
        }
    }

    /** A published number, or why there is none. */
    record Figure(
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            String unit,
            String status,
            String reason) {
        static Figure of(Line line) {
            return new Figure(
                    line.number("value"),
                    line.number("ci_low"),
                    line.number("ci_high"),
                    line.text("unit").intern(),
                    line.text("status").intern(),
                    line.text("reason").intern());
        }
    }

    /** A verdict as it was published. */
    record Verdict(
            int year,
            String rule,
            String stage,
            String facet,
            @Nullable Double value,
            String operator,
            String standard,
            String verdict,
            @Nullable Double shortfall,
            String shortfallUnit,
            String document,
            String clause,
            String reason,
            String severity,
            String policy,
            String metric) {
        private static Verdict of(Line line, int year) {
            return new Verdict(
                    year,
                    line.text("rule_id").intern(),
                    line.text("stage").intern(),
                    line.text("facet").intern(),
                    line.number("value"),
                    line.text("operator").intern(),
                    line.text("standard").intern(),
                    line.text("verdict").intern(),
                    line.number("shortfall"),
                    line.text("shortfall_unit").intern(),
                    line.text("document").intern(),
                    line.text("clause").intern(),
                    line.text("reason").intern(),
                    line.text("severity").intern(),
                    line.text("policy").intern(),
                    line.text("metric_id").intern());
        }
    }

    void measure(Line line) {
        Double year = line.number("year");
        if (year != null) {
            figures.computeIfAbsent(Series.of(line), s -> new TreeMap<>()).put(year.intValue(), Figure.of(line));
        }
    }

    /** Verdicts of an earlier year give way to those of a later one. */
    void judgement(Line line) {
        Double told = line.number("year");
        int year = told == null ? 0 : told.intValue();
        if (!verdicts.isEmpty() && verdicts.get(0).year() < year) {
            verdicts.clear();
        }
        if (verdicts.isEmpty() || verdicts.get(0).year() == year) {
            verdicts.add(Verdict.of(line, year));
        }
    }

    /** The key of the figure that a verdict judges; empty where no one figure of the subject is that. */
    String key(Verdict verdict) {
        List<Series> judged = figures.entrySet().stream()
                .filter(e -> e.getKey().metric().equals(verdict.metric())
                        && e.getKey().facet().equals(verdict.facet())
                        && e.getKey().stage().equals(verdict.stage()))
                .filter(e -> e.getValue().containsKey(verdict.year())
                        && verdict.value() != null
                        && verdict.value()
                                .equals(e.getValue().get(verdict.year()).value()))
                .map(Map.Entry::getKey)
                .toList();
        return judged.size() == 1 ? judged.get(0).key("{s}", Integer.toString(verdict.year())) : "";
    }

    Subject subject() {
        return subject;
    }

    SortedMap<Series, SortedMap<Integer, Figure>> figures() {
        return figures;
    }

    List<Verdict> verdicts() {
        return List.copyOf(verdicts);
    }
}
