package org.junheng.balance;

import java.util.ArrayList;
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
 * Number of the seven resource standards that a stage of a school meets (达标项数).
 *
 * <p>{@code count(value >= standard)}; the rule on it demands 6, and 85 % of the standard from every other one.
 *
 * <p>Absent when any of the seven is not assessed: a missing value is never 0 and never met.
 *
 * <p>Source: 教督〔2017〕6号 (每所学校至少6项达标,余项不低于85%).
 *
 * <p>Clause: national-2017:R-SCHOOL.
 */
public record StandardsMet() implements Composite<List<StandardsMet.Held>> {

    /** A resource of the school held against its standard. */
    public record Held(Rule rule, Rule.Finding finding) {
        boolean isBelowFloor() {
            return finding.verdict() == Verdict.FAIL
                    && !rule.reachesFloor(finding.value().orElseThrow());
        }
    }

    @Override
    public Definition definition() {
        return new Definition(
                "resource.standards_met",
                new Words("达标项数", "resource standards met, of seven"),
                "count(value >= standard) over R1-R7",
                "1",
                "indicators",
                Better.HIGHER,
                List.of("national-2017:R-SCHOOL"),
                List.of("staff.pupil_count"),
                new Words("任一项缺失即不评价,不当作0,也不当作达标", "absent when any of the seven is missing"),
                "hand examples of the rule");
    }

    @Override
    public Outcome of(List<Held> seven) {
        List<String> missing = new ArrayList<>();
        seven.stream()
                .filter(h -> h.finding().verdict() == Verdict.NOT_ASSESSED)
                .forEach(h -> missing.add(h.rule().id()));
        Counts counts = Counts.ofSchools(1);
        if (!missing.isEmpty() || seven.isEmpty()) {
            String which = String.join(", ", missing);
            return new Absent("未评价的指标:" + which, "not assessed: " + which, counts);
        }
        long met = seven.stream()
                .filter(h -> h.finding().verdict() == Verdict.PASS)
                .count();
        return Value.ofRatio(met, met, seven.size(), counts);
    }

    /** Whether some resource that misses its standard also misses the floor below it. */
    static boolean anyBelowFloor(List<Held> seven) {
        return seven.stream().anyMatch(Held::isBelowFloor);
    }
}
