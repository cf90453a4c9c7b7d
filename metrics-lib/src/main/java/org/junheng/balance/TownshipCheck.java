package org.junheng.balance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junheng.metric.Counts;
import org.junheng.metric.Figure;
import org.junheng.metric.Outcome;
import org.junheng.rules.Judgement;
import org.junheng.rules.Judging;
import org.junheng.rules.Rule;
import org.junheng.rules.RuleBook;
import org.junheng.rules.RulesMet;
import org.junheng.rules.Verdict;
import org.junheng.subject.Stage;
import org.junheng.subject.SubjectType;

/**
 * The townships of a county against the goals set for townships (乡镇目标): each as a whole, then how many of them reach all goals.
 *
 * <p>A township passes when it passes every rule of severity ERROR on townships, fails with its first failure, and is not assessed otherwise: a goal
 * without a figure is never passed. Goals of a stage are set where the township has a school of it.
 */
final class TownshipCheck {
    private static final String WHOLE = "rules.met";

    private final PlaceCheck.Place place;
    private final RuleBook rules;
    private final Function<List<Rule>, Judging> judging;

    /** @param judging what judges some rules */
    TownshipCheck(PlaceCheck.Place place, RuleBook rules, Function<List<Rule>, Judging> judging) {
        this.place = place;
        this.rules = rules;
        this.judging = judging;
    }

    /** @param judged judgements on single goals */
    CountyCheck.Result of(List<Judgement> judged) {
        List<Figure> figures = new ArrayList<>();
        List<Judgement> judgements = new ArrayList<>();
        for (Rule whole : rules.on(WHOLE, SubjectType.TOWNSHIP, null)) {
            List<Judgement> townships = place.townships().keySet().stream()
                    .map(township -> township(whole, township, judged))
                    .toList();
            judgements.addAll(townships);
            townships.forEach(j -> figures.add(figure(TownshipReaching.ID, j, new TownshipReaching().of(whole(j)))));
            if (!townships.isEmpty()) {
                rules.on(TownshipsReaching.ID, SubjectType.COUNTY, null)
                        .forEach(share -> county(share, townships, figures, judgements));
            }
        }
        return new CountyCheck.Result(figures, judgements);
    }

    private Judgement township(Rule whole, String township, List<Judgement> judged) {
        Set<Stage> stages = place.townships().getOrDefault(township, Collections.emptySortedSet());
        List<Rule> goals = rules.rules().stream()
                .filter(r -> r.policy().equals(whole.facet()) && r.scope() == SubjectType.TOWNSHIP)
                .filter(r -> r.stage() == null || stages.contains(r.stage()))
                .filter(r -> r.severity().equals("ERROR") && !r.metric().equals(WHOLE))
                .toList();
        List<Judgement> parts = new ArrayList<>(judged.stream()
                .filter(j ->
                        j.subjectType() == SubjectType.TOWNSHIP && j.subject().equals(township))
                .filter(j -> goals.contains(j.rule()))
                .toList());
        parts.addAll(judging.apply(goals).unanswered(SubjectType.TOWNSHIP, township, parts));
        return new Judgement(
                whole,
                SubjectType.TOWNSHIP,
                township,
                null,
                whole.facet(),
                new RulesMet().verdict(whole, parts),
                Counts.ofSchools(mostSchools(parts)),
                Optional.empty(),
                "");
    }

    /** As many schools as the goal that looks at most of them: no number of a single goal is told. */
    private static long mostSchools(List<Judgement> parts) {
        long most = 0;
        for (Judgement part : parts) {
            Long schools = part.counts().schools();
            most = Math.max(most, schools == null ? 0 : schools);
        }
        return most;
    }

    private static TownshipReaching.Whole whole(Judgement j) {
        return new TownshipReaching.Whole(j.finding().verdict(), j.finding().reason(), j.counts());
    }

    private static Figure figure(String metric, Judgement j, Outcome outcome) {
        return new Figure(metric, j.subjectType(), j.subject(), null, j.facet(), outcome);
    }

    private void county(Rule share, List<Judgement> townships, List<Figure> figures, List<Judgement> judgements) {
        List<Verdict> verdicts =
                townships.stream().map(j -> j.finding().verdict()).toList();
        Outcome reaching = new TownshipsReaching().of(verdicts);
        figures.add(new Figure(TownshipsReaching.ID, SubjectType.COUNTY, place.code(), null, share.facet(), reaching));
        judgements.add(new Judgement(
                share,
                SubjectType.COUNTY,
                place.code(),
                null,
                share.facet(),
                new TownshipsReaching().verdict(share, verdicts),
                reaching.counts(),
                Optional.empty(),
                ""));
    }
}
