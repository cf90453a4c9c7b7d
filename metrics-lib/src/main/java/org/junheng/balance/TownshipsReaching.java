package org.junheng.balance;

import java.util.List;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Composite;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.rules.Rule;
import org.junheng.rules.Verdict;

/**
 * Share of the townships of an area that reach every goal set for townships (达标乡镇比例).
 *
 * <p>{@code townships that pass all rules on townships / townships}; a ratio. A township is one with a school outside the urban area. One of which a
 * rule could not be assessed counts in the denominator, and is said; the verdict is passed over it only where it could not change it.
 *
 * <p>Absent when the area has no township, or none could be assessed.
 *
 * <p>Source: Shandong, strong townships plan: more than half of all townships reach the goals by the end of 2025 (SD-06).
 *
 * <p>Clause: SD-06.
 */
public record TownshipsReaching() implements Composite<List<Verdict>> {
    public static final String ID = "town.reaching_share";

    private static final Words NONE_ASSESSED = new Words("没有可完整评价的乡镇", "no township could be assessed in every goal");

    @Override
    public Definition definition() {
        return new Definition(
                ID,
                new Words("达标乡镇比例", "share of townships that reach every goal"),
                "townships that pass every rule on townships / townships with a school outside the urban area",
                "1",
                "ratio",
                Better.HIGHER,
                List.of("SD-06"),
                List.of("schools.township", "schools.urban_rural_class"),
                new Words(
                        "未能完整评价的乡镇计入分母并说明;没有可评价的乡镇时不评价",
                        "townships not assessed in every goal count below the line and are said; absent where none is assessed"),
                "hand example");
    }

    @Override
    public Outcome of(List<Verdict> townships) {
        long passed = townships.stream().filter(v -> v == Verdict.PASS).count();
        long open = open(townships);
        if (open == townships.size()) {
            return new Absent(NONE_ASSESSED, Counts.NONE);
        }
        Words caution =
                open == 0 ? Words.NONE : new Words(open + "个乡镇有目标未能评价", open + " townships lack the verdict on a goal");
        return Value.ofRatio((double) passed / townships.size(), passed, townships.size(), Counts.NONE)
                .withCaution(caution);
    }

    /** The verdict, if it holds whatever the townships that could not be assessed would bring. */
    public Rule.Finding verdict(Rule rule, List<Verdict> townships) {
        Outcome share = of(townships);
        Rule.Finding found = rule.judge(share);
        if (!(share instanceof Value value) || found.verdict() == Verdict.PASS) {
            return found;
        }
        long most = townships.stream().filter(v -> v == Verdict.PASS).count() + open(townships);
        Verdict best = rule.judge(Value.ofRatio((double) most / townships.size(), most, townships.size(), Counts.NONE))
                .verdict();
        return best == Verdict.PASS ? found.as(Verdict.NOT_ASSESSED, value.caution()) : found;
    }

    private static long open(List<Verdict> townships) {
        return townships.stream()
                .filter(v -> v != Verdict.PASS && v != Verdict.FAIL)
                .count();
    }
}
