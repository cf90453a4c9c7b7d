package org.junheng.rules;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Composite;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;

/**
 * Share of the rules of a policy that a county passes (达标规则比例), and the verdict on the county as a whole (县级总体判定).
 *
 * <p>{@code rules passed / rules of the policy}, of severity ERROR and on the county; a ratio. The county fails as soon as one rule fails, passes
 * only when every rule passes, and is not assessed otherwise.
 *
 * <p>Absent when no rule speaks of the county.
 *
 * <p>Source: 教督〔2017〕6号 (every indicator, the conditions to apply, and no veto).
 *
 * <p>Clauses: national-2017:OVERALL; SD-06.
 */
public record RulesMet() implements Composite<List<Judgement>> {
    private static final int MOST_NAMED = 12;

    @Override
    public Definition definition() {
        return new Definition(
                "rules.met",
                new Words("达标规则比例", "share of the rules of a policy that are met"),
                "rules passed / rules of severity ERROR on the county",
                "1",
                "ratio",
                Better.HIGHER,
                List.of("national-2017:OVERALL", "SD-06"),
                List.of("schools.county_code"),
                new Words("没有规则时不评价;未评价的规则不算达标", "absent without a rule; a rule not assessed is not met"),
                "hand examples of the rule");
    }

    @Override
    public Outcome of(List<Judgement> parts) {
        Counts counts = new Counts(
                least(parts.stream().map(j -> j.counts().schools()).toList()),
                null,
                least(parts.stream().map(j -> j.counts().responses()).toList()));
        if (parts.isEmpty()) {
            return new Absent("没有可汇总的规则", "no rule to sum up", counts);
        }
        long passed = parts.stream().filter(j -> is(j, Verdict.PASS)).count();
        return Value.ofRatio((double) passed / parts.size(), passed, parts.size(), counts);
    }

    /** The verdict on the whole: what fails first, then what is not known. */
    public Rule.Finding verdict(Rule rule, List<Judgement> parts) {
        Rule.Finding all = rule.judge(of(parts));
        List<Judgement> failing =
                parts.stream().filter(j -> is(j, Verdict.FAIL)).toList();
        List<Judgement> open = parts.stream()
                .filter(j -> !is(j, Verdict.FAIL) && !is(j, Verdict.PASS))
                .toList();
        if (all.value().isEmpty() || (failing.isEmpty() && open.isEmpty())) {
            return all;
        }
        return failing.isEmpty()
                ? all.as(Verdict.NOT_ASSESSED, named(new Words("尚未判定:", "not decided: "), open))
                : all.as(Verdict.FAIL, named(new Words("未达标:", "failed: "), failing));
    }

    private static Words named(Words what, List<Judgement> parts) {
        List<Words> names = parts.stream().map(PartWords::of).distinct().toList();
        List<Words> told = names.stream().limit(MOST_NAMED).toList();
        int more = names.size() - told.size();
        return new Words(
                what.zh()
                        + told.stream().map(Words::zh).collect(Collectors.joining("、"))
                        + (more > 0 ? ",另有" + more + "项" : ""),
                what.en()
                        + told.stream().map(Words::en).collect(Collectors.joining("; "))
                        + (more > 0 ? "; and " + more + " more" : ""));
    }

    private static boolean is(Judgement judgement, Verdict verdict) {
        return judgement.finding().verdict() == verdict;
    }

    private static @Nullable Long least(List<@Nullable Long> counts) {
        Optional<Long> least =
                counts.stream().filter(Objects::nonNull).filter(n -> n > 0).min(Long::compare);
        return least.orElse(null);
    }
}
