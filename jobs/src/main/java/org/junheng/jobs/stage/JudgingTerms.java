package org.junheng.jobs.stage;

import java.io.Serializable;
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
import org.junheng.rules.Rule;
import org.junheng.rules.RuleBook;

/** What a judge needs to know of the catalogue, looked up once on the driver. */
record JudgingTerms(SortedSet<String> metrics, SortedSet<String> sampled, Map<String, Set<String>> policies)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    static JudgingTerms of(RuleBook rules) {
        SortedSet<String> metrics = new TreeSet<>();
        SortedMap<String, Set<String>> policies = new TreeMap<>();
        for (Rule rule : rules.rules()) {
            if (!rule.metric().equals("resource.level") && !rule.metric().equals("gap.cv")) {
                metrics.add(rule.metric());
            }
            if (rule.metric().equals("rules.met")) {
                policies.put(rule.facet(), ids(rule.facet(), rules));
            }
        }
        rules.rules().stream()
                .filter(r -> r.metric().equals("gap.cv") && !PlaceCheck.isResource(r))
                .forEach(r -> metrics.add("gap.cv"));
        return new JudgingTerms(metrics, Catalogue.sampled(), policies);
    }

    /** A rule that a user's own book replaced still belongs to its policy. */
    private static Set<String> ids(String policy, RuleBook inUse) {
        Set<String> ids = new TreeSet<>();
        RuleBook own = RuleBook.known().contains(policy) ? RuleBook.of(policy) : inUse;
        own.rules().stream().filter(r -> r.policy().equals(policy)).forEach(r -> ids.add(r.id()));
        return ids;
    }

    PlaceCheck.Terms terms() {
        return new PlaceCheck.Terms(sampled, JudgingTerms::needs, policies);
    }

    private static Words needs(String metric) {
        String inputs = String.join(
                ", ", Catalogue.definition(metric).map(Definition::inputs).orElseThrow());
        return new Words("没有可判定的数据,需要:" + inputs, "no figure to judge; needs " + inputs);
    }
}
