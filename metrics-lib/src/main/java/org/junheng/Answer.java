package org.junheng;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junheng.metric.Definition;
import org.junheng.rules.Clause;
import org.junheng.rules.Rule;
import org.junheng.rules.RuleBook;

/**
 * How a clause of a policy is answered: by rules, and by metrics that they judge or that name the clause.
 *
 * @param rules as they are printed: {@code YN-09: rotation.shadow_staff >= 5}
 * @param metrics ids; judgements on documents are no metric here
 */
public record Answer(Clause clause, List<String> rules, SortedSet<String> metrics) {
    private static final Pattern RANGE = Pattern.compile("(.*:)([A-Z])(\\d)-\\2(\\d)");
    private static final String DOCUMENTS = "evidence.verdict";

    /** Every clause of the register. */
    public static List<Answer> all() {
        List<Rule> rules = new ArrayList<>();
        RuleBook.known().forEach(policy -> rules.addAll(RuleBook.of(policy).rules()));
        return Clause.all().stream().map(clause -> of(clause, rules)).toList();
    }

    private static Answer of(Clause clause, List<Rule> rules) {
        SortedSet<String> metrics = new TreeSet<>();
        for (Definition definition : Catalogue.definitions()) {
            if (definition.clauses().stream().anyMatch(named -> covers(named, clause.id()))) {
                metrics.add(definition.id());
            }
        }
        List<String> printed = new ArrayList<>();
        for (Rule rule : rules) {
            if (clause.isOf(rule)) {
                metrics.add(rule.metric());
                printed.add(print(rule));
            }
        }
        metrics.remove(DOCUMENTS);
        return new Answer(clause, printed.stream().distinct().toList(), metrics);
    }

    private static String print(Rule rule) {
        String facet = rule.facet().isEmpty() ? "" : "[" + rule.facet() + "]";
        return rule.id() + ": " + rule.metric() + facet + " " + rule.operator() + " " + rule.standardText();
    }

    /** Whether a clause is the one named, or lies in the range named: {@code national-2017:R1-R7}. */
    static boolean covers(String named, String clause) {
        Matcher range = RANGE.matcher(named);
        if (named.equals(clause) || !range.matches()) {
            return named.equals(clause);
        }
        String head = range.group(1) + range.group(2);
        return clause.startsWith(head)
                && clause.length() == head.length() + 1
                && clause.charAt(head.length()) >= range.group(3).charAt(0)
                && clause.charAt(head.length()) <= range.group(4).charAt(0);
    }
}
