package org.junheng.balance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junheng.gap.CompositeCv;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Figure;
import org.junheng.metric.Outcome;
import org.junheng.metric.Words;
import org.junheng.rules.Judgement;
import org.junheng.rules.Rule;
import org.junheng.rules.RuleBook;
import org.junheng.rules.Verdict;
import org.junheng.subject.Stage;
import org.junheng.subject.SubjectType;

/**
 * The resource check of one county, year and stage (县域义务教育均衡资源配置): every school against the standards, the schools against the school
 * rule, the coefficients of variation against their limits, and what the schools lack.
 *
 * <p>A rule whose figure is not there is not assessed; it never passes for lack of data.
 */
public final class CountyCheck {
    private static final Words NO_FIGURE = new Words(
            "没有可评价的数据:该县该学段无学校,或缺少所需的表或列",
            "nothing to assess: no school of the stage, or its table or column is missing");

    private final String county;
    private final @Nullable Stage stage;
    private final RuleBook rules;
    private final SortedMap<String, SortedMap<String, Outcome>> schools = new TreeMap<>();
    private final SortedMap<String, Outcome> coefficients = new TreeMap<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<Judgement> judgements = new ArrayList<>();

    private CountyCheck(String county, @Nullable Stage stage, RuleBook rules) {
        this.county = county;
        this.stage = stage;
        this.rules = rules;
    }

    /** New figures and all judgements, in a fixed order. */
    public record Result(List<Figure> figures, List<Judgement> judgements) {}

    /**
     * @param measured resource levels of the stage's schools and coefficients of variation of the county, in any order
     * @param rules what is in force in the year
     */
    public static Result of(String county, @Nullable Stage stage, List<Figure> measured, RuleBook rules) {
        CountyCheck check = new CountyCheck(county, stage, rules);
        measured.forEach(check::take);
        check.schools();
        check.coefficients();
        return new Result(List.copyOf(check.figures), List.copyOf(check.judgements));
    }

    /** Whether a rule is judged here: those that need all schools of a county and stage together. */
    public static boolean judges(Rule rule) {
        return switch (rule.metric()) {
            case "resource.level", "resource.standards_met" -> rule.scope() == SubjectType.STAGE_SCHOOL;
            case "resource.schools_meeting" ->
                rule.scope() == SubjectType.COUNTY && rule.facet().isEmpty();
            case "gap.cv_composite" -> rule.scope() == SubjectType.COUNTY;
            case "gap.cv" -> rule.scope() == SubjectType.COUNTY && isResource(rule.facet());
            default -> false;
        };
    }

    static boolean isResource(String facet) {
        return Arrays.stream(Resource.values()).anyMatch(r -> r.name().equals(facet));
    }

    private void take(Figure figure) {
        if (figure.metric().equals("resource.level")) {
            schools.computeIfAbsent(figure.subject(), s -> new TreeMap<>()).put(figure.facet(), figure.outcome());
        } else if (figure.metric().equals("gap.cv")
                && figure.subjectType() == SubjectType.COUNTY
                && isResource(figure.facet())) {
            coefficients.put(figure.facet(), figure.outcome());
        }
    }

    private void schools() {
        List<Rule> standards = rules.on("resource.level", SubjectType.STAGE_SCHOOL, stage);
        List<Verdict> verdicts = new ArrayList<>();
        SortedMap<String, List<Optional<BigDecimal>>> lacking = new TreeMap<>();
        schools.forEach((school, levels) -> {
            List<StandardsMet.Held> held = new ArrayList<>();
            for (Rule rule : standards) {
                Outcome level = levels.getOrDefault(rule.facet(), absent());
                Resource resource = Resource.valueOf(rule.facet());
                Optional<BigDecimal> shortfall = Shortfall.of(rule, resource, level);
                Rule.Finding finding = rule.judge(level);
                held.add(new StandardsMet.Held(rule, finding));
                lacking.computeIfAbsent(rule.facet(), f -> new ArrayList<>()).add(shortfall);
                judge(rule, SubjectType.STAGE_SCHOOL, school, level, finding, shortfall, resource.unit());
            }
            schoolRule(school, held, levels).ifPresent(verdicts::add);
        });
        lacking.forEach((facet, each) -> figures.add(
                new Figure("resource.shortfall", SubjectType.COUNTY, county, stage, facet, new Shortfall().of(each))));
        if (!verdicts.isEmpty()) {
            Outcome meeting = new SchoolsMeeting().of(verdicts);
            figures.add(new Figure("resource.schools_meeting", SubjectType.COUNTY, county, stage, "", meeting));
            everySchool().forEach(rule -> everySchool(rule, meeting));
        } else {
            everySchool().forEach(rule -> everySchool(rule, absent()));
        }
    }

    private Optional<Verdict> schoolRule(
            String school, List<StandardsMet.Held> held, SortedMap<String, Outcome> levels) {
        Verdict verdict = null;
        for (Rule rule : rules.on("resource.standards_met", SubjectType.STAGE_SCHOOL, stage)) {
            Outcome met = withPupils(new StandardsMet().of(held), levels);
            figures.add(new Figure("resource.standards_met", SubjectType.STAGE_SCHOOL, school, stage, "", met));
            Rule.Finding finding = rule.judge(met);
            if (finding.verdict() == Verdict.PASS && StandardsMet.anyBelowFloor(held)) {
                finding = new Rule.Finding(
                        Verdict.FAIL,
                        finding.value(),
                        false,
                        new Words("未达标项低于标准的85%", "the one below its standard is below 85 % of it"));
            }
            judge(rule, SubjectType.STAGE_SCHOOL, school, met, finding, Optional.empty(), "");
            verdict = finding.verdict();
        }
        return Optional.ofNullable(verdict);
    }

    /** A county fails as soon as one school does; it passes only when every school was assessed and passes. */
    private void everySchool(Rule rule, Outcome meeting) {
        judge(rule, SubjectType.COUNTY, county, meeting, allOrNone(rule.judge(meeting)), Optional.empty(), "");
    }

    static Rule.Finding allOrNone(Rule.Finding finding) {
        return finding.verdict() == Verdict.PASS && !finding.reason().equals(Words.NONE)
                ? new Rule.Finding(Verdict.NOT_ASSESSED, finding.value(), false, finding.reason())
                : finding;
    }

    private List<Rule> everySchool() {
        return rules.on("resource.schools_meeting", SubjectType.COUNTY, stage).stream()
                .filter(CountyCheck::judges)
                .toList();
    }

    private void coefficients() {
        composite("R1-R7", Resource::isOf2017);
        composite("B1-B8", r -> !r.isOf2017());
        for (Rule rule : rules.on("gap.cv", SubjectType.COUNTY, stage)) {
            if (!judges(rule)) {
                continue;
            }
            Outcome cv = coefficients.getOrDefault(rule.facet(), absent());
            judge(rule, SubjectType.COUNTY, county, cv, told(rule.judge(cv), rule.facet()), Optional.empty(), "");
        }
    }

    /** A verdict on those schools that have data says how many have none. */
    private Rule.Finding told(Rule.Finding finding, String facet) {
        long lacking = schools.values().stream()
                .filter(levels -> levels.getOrDefault(facet, absent()) instanceof Absent)
                .count();
        return lacking == 0 || finding.value().isEmpty()
                ? finding
                : new Rule.Finding(
                        finding.verdict(),
                        finding.value(),
                        finding.passesOnlyRounded(),
                        new Words(
                                lacking + "所学校缺数据,未计入差异系数",
                                lacking + " schools lack data and are not in the coefficient"));
    }

    private void composite(String facet, java.util.function.Predicate<Resource> belongs) {
        List<Outcome> parts = new ArrayList<>();
        boolean any = false;
        for (Resource resource : Resource.values()) {
            if (belongs.test(resource)) {
                any |= coefficients.containsKey(resource.name());
                parts.add(coefficients.getOrDefault(resource.name(), absent()));
            }
        }
        Outcome composite = any ? new CompositeCv().of(parts) : absent();
        if (any) {
            figures.add(new Figure("gap.cv_composite", SubjectType.COUNTY, county, stage, facet, composite));
        }
        for (Rule rule : rules.on("gap.cv_composite", SubjectType.COUNTY, stage)) {
            if (rule.facet().equals(facet)) {
                judge(rule, SubjectType.COUNTY, county, composite, rule.judge(composite), Optional.empty(), "");
            }
        }
    }

    private void judge(
            Rule rule,
            SubjectType type,
            String subject,
            Outcome outcome,
            Rule.Finding finding,
            Optional<BigDecimal> shortfall,
            String unit) {
        judgements.add(new Judgement(
                rule,
                type,
                subject,
                stage,
                rule.facet(),
                finding,
                outcome.counts(),
                shortfall,
                shortfall.isPresent() ? unit : ""));
    }

    /** The number of standards met says something about the pupils of the school: it falls under the same limit as its levels. */
    private static Outcome withPupils(Outcome met, SortedMap<String, Outcome> levels) {
        Long pupils = levels.values().stream()
                .map(o -> o.counts().pupils())
                .filter(p -> p != null)
                .findFirst()
                .orElse(null);
        Counts counts = new Counts(1L, pupils, null);
        return met instanceof org.junheng.metric.Value v
                ? new org.junheng.metric.Value(
                        v.value(), v.interval(), v.numerator(), v.denominator(), counts, v.caution())
                : new Absent(((Absent) met).reason(), counts);
    }

    private static Absent absent() {
        return new Absent(NO_FIGURE, Counts.ofSchools(0));
    }
}
