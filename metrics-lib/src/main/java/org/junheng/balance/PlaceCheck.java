package org.junheng.balance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junheng.metric.Figure;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.rules.Judgement;
import org.junheng.rules.Judging;
import org.junheng.rules.Rule;
import org.junheng.rules.RuleBook;
import org.junheng.rules.RulesMet;
import org.junheng.rules.Verdict;
import org.junheng.subject.Stage;
import org.junheng.subject.SubjectType;

/**
 * Everything that is judged of one place in one year: the resource check of each stage, then every other rule on the figures of the place and
 * of what lies in it, rules that every school must pass, judgements on documents where no figure speaks, and the verdict on the whole.
 */
public final class PlaceCheck {
    private static final String DOCUMENTS = "evidence.verdict";
    private static final String EVERY_SCHOOL = "resource.schools_meeting";
    private static final String WHOLE = "rules.met";
    private static final Words ON_PAPER =
            new Words("无数据可算,按佐证材料认定", "no figure: judged on documents, see the table evidence");

    private final Place place;
    private final RuleBook rules;
    private final Terms terms;
    private final List<Figure> figures;
    private final List<Figure> found = new ArrayList<>();
    private final List<Judgement> judgements = new ArrayList<>();

    /**
     * What judging needs to know besides figures and rules.
     *
     * @param sampled metrics that are shares of answers
     * @param needs what a rule needs to be judged
     * @param policies ids of the rules that make up a policy as a whole
     */
    public record Terms(Set<String> sampled, Function<Rule, Words> needs, Map<String, Set<String>> policies) {}

    /**
     * What is judged.
     *
     * @param code of a county, or another subject that lies in none
     * @param townships those of the county with a school outside its urban area, and the stages of these schools
     */
    public record Place(String code, SortedMap<String, SortedSet<Stage>> townships) {
        public Place {
            townships = Collections.unmodifiableSortedMap(new TreeMap<>(townships));
        }

        public static Place of(String code) {
            return new Place(code, new TreeMap<>());
        }
    }

    private PlaceCheck(Place place, List<Figure> figures, RuleBook rules, Terms terms) {
        this.place = place;
        this.figures = figures;
        this.rules = rules;
        this.terms = terms;
    }

    /**
     * @param figures figures of the place and of what lies in it, in any order
     * @param rules what is in force in the year
     */
    public static CountyCheck.Result of(Place place, List<Figure> figures, RuleBook rules, Terms terms) {
        PlaceCheck check = new PlaceCheck(place, figures, rules, terms);
        check.stages().forEach(check::resources);
        check.others();
        check.everySchool();
        check.townships();
        check.documents();
        check.unanswered();
        check.whole();
        return new CountyCheck.Result(List.copyOf(check.found), List.copyOf(check.judgements));
    }

    private boolean isCounty() {
        return figures.stream()
                .anyMatch(f -> f.metric().equals("count.schools") && isOfPlace(f.subjectType(), f.subject()));
    }

    private boolean isOfPlace(SubjectType type, String subject) {
        return type == SubjectType.COUNTY && subject.equals(place.code());
    }

    private SortedSet<Stage> stages() {
        SortedSet<Stage> stages = new TreeSet<>();
        for (Figure figure : figures) {
            boolean isResource =
                    figure.metric().equals("resource.level") || figure.metric().equals("gap.cv");
            if (isResource && figure.stage() != null && CountyCheck.isResource(figure.facet())) {
                stages.add(figure.stage());
            }
        }
        if (isCounty()) {
            stages.addAll(List.of(Stage.PRIMARY, Stage.JUNIOR));
        }
        return stages;
    }

    private void resources(Stage stage) {
        List<Figure> ofStage = figures.stream().filter(f -> f.stage() == stage).toList();
        CountyCheck.Result result = CountyCheck.of(place.code(), stage, ofStage, rules);
        found.addAll(result.figures());
        judgements.addAll(result.judgements());
    }

    private void others() {
        List<Figure> all = new ArrayList<>(figures);
        all.addAll(found);
        judgements.addAll(judging(rules.rules().stream()
                        .filter(r -> !CountyCheck.judges(r) && !r.metric().equals(WHOLE) && !isEverySchool(r))
                        .filter(r -> !r.metric().equals(TownshipsReaching.ID))
                        .toList())
                .of(all));
    }

    private static boolean isEverySchool(Rule rule) {
        return rule.metric().equals(EVERY_SCHOOL) && !rule.facet().isEmpty();
    }

    /** A rule that every school must pass needs what the rule on a single school needs. */
    private Rule single(Rule rule) {
        return isEverySchool(rule)
                ? rules.rules().stream()
                        .filter(r -> r.id().equals(rule.facet()) && !isEverySchool(r))
                        .findFirst()
                        .orElse(rule)
                : rule;
    }

    private Judging judging(List<Rule> some) {
        return new Judging(some, terms.sampled(), rule -> terms.needs().apply(single(rule)));
    }

    /** A county fails as soon as one school does; it passes only when every school was judged and passes. */
    private void everySchool() {
        for (Rule rule : rules.rules()) {
            if (isEverySchool(rule)) {
                List<Verdict> schools = judgements.stream()
                        .filter(j -> j.rule().id().equals(rule.facet()) && j.stage() == rule.stage())
                        .filter(j ->
                                j.subjectType() == SubjectType.SCHOOL || j.subjectType() == SubjectType.STAGE_SCHOOL)
                        .map(j -> j.finding().verdict())
                        .toList();
                if (!schools.isEmpty()) {
                    add(rule, new SchoolsMeeting().of(schools));
                }
            }
        }
    }

    private void add(Rule rule, Outcome meeting) {
        found.add(new Figure(EVERY_SCHOOL, SubjectType.COUNTY, place.code(), rule.stage(), rule.facet(), meeting));
        Rule.Finding finding = CountyCheck.allOrNone(rule.judge(meeting));
        judgements.add(judgement(rule, finding, meeting));
    }

    private void townships() {
        CountyCheck.Result townships = new TownshipCheck(place, rules, this::judging).of(judgements);
        found.addAll(townships.figures());
        judgements.addAll(townships.judgements());
    }

    private Judgement judgement(Rule rule, Rule.Finding finding, Outcome outcome) {
        return new Judgement(
                rule,
                SubjectType.COUNTY,
                place.code(),
                rule.stage(),
                rule.facet(),
                finding,
                outcome.counts(),
                Optional.empty(),
                "");
    }

    private void unanswered() {
        if (isCounty()) {
            List<Rule> open = rules.rules().stream()
                    .filter(r -> !CountyCheck.judges(r) && !r.metric().equals(WHOLE))
                    .toList();
            judging(open)
                    .unanswered(SubjectType.COUNTY, place.code(), judgements)
                    .forEach(j -> judgements.add(onPaper(j)));
        }
    }

    /** Documents decide where no figure does. */
    private void documents() {
        judgements.replaceAll(this::onPaper);
    }

    private Judgement onPaper(Judgement j) {
        if (j.finding().verdict() != Verdict.NOT_ASSESSED || j.rule().metric().equals(DOCUMENTS)) {
            return j;
        }
        return figures.stream()
                .filter(f -> f.metric().equals(DOCUMENTS)
                        && f.facet().equals(j.rule().id())
                        && f.subjectType() == j.subjectType()
                        && f.subject().equals(j.subject()))
                .filter(f -> f.outcome() instanceof Value)
                .findFirst()
                .map(f -> decided(j, ((Value) f.outcome()).value() == 1 ? Verdict.PASS : Verdict.FAIL))
                .orElse(j);
    }

    private static Judgement decided(Judgement j, Verdict verdict) {
        return new Judgement(
                j.rule(),
                j.subjectType(),
                j.subject(),
                j.stage(),
                j.facet(),
                new Rule.Finding(verdict, Optional.empty(), false, ON_PAPER),
                j.counts(),
                Optional.empty(),
                "");
    }

    private void whole() {
        for (Rule rule : rules.rules()) {
            if (rule.metric().equals(WHOLE) && rule.scope() == SubjectType.COUNTY && isCounty()) {
                Set<String> ids = terms.policies().getOrDefault(rule.facet(), Set.of());
                List<Judgement> parts = judgements.stream()
                        .filter(j -> isOfPlace(j.subjectType(), j.subject()))
                        .filter(j -> ids.contains(j.rule().id())
                                && j.rule().severity().equals("ERROR"))
                        .toList();
                Outcome met = new RulesMet().of(parts);
                found.add(new Figure(WHOLE, SubjectType.COUNTY, place.code(), rule.stage(), rule.facet(), met));
                judgements.add(judgement(rule, new RulesMet().verdict(rule, parts), met));
            }
        }
    }
}
