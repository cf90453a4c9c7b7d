package org.junheng.jobs.stage;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junheng.Catalogue;
import org.junheng.balance.PlaceCheck;
import org.junheng.metric.Definition;
import org.junheng.metric.Words;
import org.junheng.rules.Clause;
import org.junheng.rules.Rule;
import org.junheng.rules.RuleBook;
import org.junheng.subject.SubjectType;

/**
 * What a judge needs to know of the catalogue, looked up once on the driver.
 *
 * @param asked kinds of figures that some rule asks for, {@code metric|subject type}
 * @param needed what each rule needs to be judged
 */
record JudgingTerms(
        SortedSet<String> asked,
        SortedSet<String> sampled,
        Map<String, Set<String>> policies,
        Map<String, Words> needed)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The count of schools stands for every county so that none without data is forgotten; the coefficients make the composite. */
    private static final List<String> ALWAYS = List.of("count.schools|county", "gap.cv|county");

    static JudgingTerms of(RuleBook rules) {
        SortedSet<String> asked = new TreeSet<>(ALWAYS);
        SortedMap<String, Set<String>> policies = new TreeMap<>();
        List<Clause> clauses = Clause.all();
        SortedMap<String, Words> needed = new TreeMap<>();
        for (Rule rule : rules.rules()) {
            needed.put(name(rule), needs(rule, clauses));
            asked.add(rule.metric() + "|" + rule.scope());
            asked.add("evidence.verdict|" + rule.scope());
            if (rule.metric().equals("rules.met")) {
                policies.put(rule.facet(), ids(rule.facet(), rules));
            }
        }
        asked.remove("resource.level|" + SubjectType.STAGE_SCHOOL);
        if (Townships.areAskedFor(rules, "satisfaction.rate")) {
            asked.add("satisfaction.rate|" + SubjectType.SCHOOL);
        }
        return new JudgingTerms(asked, Catalogue.sampled(), policies, needed);
    }

    boolean asks(String metric, SubjectType type) {
        return asked.contains(metric + "|" + type);
    }

    /** A rule that a user's own book replaced still belongs to its policy. */
    private static Set<String> ids(String policy, RuleBook inUse) {
        Set<String> ids = new TreeSet<>();
        RuleBook own = RuleBook.known().contains(policy) ? RuleBook.of(policy) : inUse;
        own.rules().stream().filter(r -> r.policy().equals(policy)).forEach(r -> ids.add(r.id()));
        return ids;
    }

    PlaceCheck.Terms terms() {
        return new PlaceCheck.Terms(sampled, this::needs, policies);
    }

    private Words needs(Rule rule) {
        return needed.getOrDefault(name(rule), Words.NONE);
    }

    private static Words needs(Rule rule, List<Clause> clauses) {
        if (rule.metric().equals("evidence.verdict")) {
            Words why = clauses.stream()
                    .filter(clause -> clause.isOf(rule))
                    .map(Clause::reason)
                    .findFirst()
                    .orElse(Words.NONE);
            String zh = "evidence 表中没有本规则、本对象、本年的行";
            String en = "no row of evidence for this rule, subject and year";
            return why.equals(Words.NONE) ? new Words(zh, en) : new Words(why.zh() + ";" + zh, why.en() + "; " + en);
        }
        String inputs = String.join(
                ", ",
                Catalogue.definition(rule.metric()).map(Definition::inputs).orElseThrow());
        return new Words("没有可判定的数据,需要:" + inputs, "no figure to judge; needs " + inputs);
    }

    private static String name(Rule rule) {
        return rule.policy() + "|" + rule.id() + "|" + rule.metric();
    }
}
