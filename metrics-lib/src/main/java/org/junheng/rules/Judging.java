package org.junheng.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Figure;
import org.junheng.metric.Words;
import org.junheng.subject.Stage;
import org.junheng.subject.SubjectType;

/**
 * Rules held against measured figures: a rule judges every figure of its metric, scope, stage and facet.
 *
 * <p>A rule without a stage judges figures of the whole subject; where they come by stage only, each of them. Where several figures answer one
 * question (the grades of a stage), the one that is worst for the verdict decides.
 *
 * @param rules what is in force
 * @param sampled metrics that are shares of answers: their verdict is three-way
 * @param needs what a rule needs to be judged, in words
 */
public record Judging(List<Rule> rules, Set<String> sampled, Function<Rule, Words> needs) {
    /** The order in which a verdict is worse than another. */
    private static final List<Verdict> WORST_FIRST =
            List.of(Verdict.FAIL, Verdict.NOT_DECIDABLE, Verdict.NOT_ASSESSED, Verdict.SUPPRESSED, Verdict.PASS);

    public Judging {
        rules = List.copyOf(rules);
    }

    /** What the rules say of figures; nothing of a rule without a figure. */
    public List<Judgement> of(List<Figure> figures) {
        SortedMap<String, List<Figure>> byMetric = new TreeMap<>();
        figures.forEach(f ->
                byMetric.computeIfAbsent(f.metric(), m -> new ArrayList<>()).add(f));
        List<Judgement> judgements = new ArrayList<>();
        rules.forEach(rule -> judgements.addAll(of(rule, byMetric.getOrDefault(rule.metric(), List.of()))));
        return judgements;
    }

    /** What one rule says of figures of its metric, a judgement for each subject, stage and facet in their order. */
    private List<Judgement> of(Rule rule, List<Figure> figures) {
        List<Figure> answering = figures.stream()
                .filter(f -> f.subjectType() == rule.scope())
                .filter(f -> rule.speaksOf(f.facet()))
                .toList();
        boolean whole = answering.stream().anyMatch(f -> f.stage() == null);
        SortedMap<String, Judgement> worst = new TreeMap<>();
        for (Figure figure : answering) {
            boolean isAsked = rule.stage() == null ? !whole || figure.stage() == null : figure.stage() == rule.stage();
            if (isAsked) {
                Judgement judgement = judge(rule, figure);
                worst.merge(figure.subject() + "|" + figure.stage() + "|" + figure.facet(), judgement, Judging::worse);
            }
        }
        return List.copyOf(worst.values());
    }

    /** Rules on a subject that no figure answers are not assessed, with what is missing. */
    public List<Judgement> unanswered(SubjectType scope, String subject, List<Judgement> answered) {
        return rules.stream()
                .filter(rule -> rule.scope() == scope)
                .filter(rule -> answered.stream()
                        .noneMatch(j -> j.rule().equals(rule) && j.subject().equals(subject)))
                .map(rule -> new Judgement(
                        rule,
                        scope,
                        subject,
                        rule.stage(),
                        rule.facet(),
                        rule.judge(new Absent(needs.apply(rule), Counts.NONE)),
                        Counts.NONE,
                        Optional.empty(),
                        ""))
                .toList();
    }

    private Judgement judge(Rule rule, Figure figure) {
        Rule.Finding finding =
                sampled.contains(rule.metric()) ? rule.judgeSample(figure.outcome()) : rule.judge(figure.outcome());
        @Nullable Stage stage = figure.stage();
        return new Judgement(
                rule,
                figure.subjectType(),
                figure.subject(),
                stage,
                figure.facet(),
                finding,
                figure.outcome().counts(),
                Optional.empty(),
                "");
    }

    private static Judgement worse(Judgement a, Judgement b) {
        Comparator<Judgement> byVerdict =
                Comparator.comparingInt(j -> WORST_FIRST.indexOf(j.finding().verdict()));
        int order = byVerdict.compare(a, b);
        return order != 0 ? (order < 0 ? a : b) : isFurther(a, b) ? a : b;
    }

    /** Of two figures with the same verdict the one nearer to failing speaks: the smaller where more is demanded, else the larger. */
    private static boolean isFurther(Judgement a, Judgement b) {
        double x = a.finding().value().orElse(0.0);
        double y = b.finding().value().orElse(0.0);
        return switch (a.rule().operator()) {
            case AT_LEAST, ABOVE -> x <= y;
            default -> x >= y;
        };
    }
}
