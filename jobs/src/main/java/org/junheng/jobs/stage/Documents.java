package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junheng.assurance.DocumentVerdict.Document;
import org.junheng.jobs.table.Evidence;
import org.junheng.metric.Words;
import org.junheng.rules.Rule;
import org.junheng.rules.RuleBook;
import org.junheng.subject.About;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;

/**
 * What was found on documents.
 *
 * @param reasons rules that no book in force holds, and kinds of subject that are none
 */
record Documents(List<Document> views, List<Words> reasons) {

    static Documents of(Tables tables, List<Integer> years, RuleBook rules) {
        Set<Integer> wanted = new HashSet<>(years);
        Set<String> known = new HashSet<>();
        rules.rules().stream().map(Rule::id).forEach(known::add);
        List<Document> views = new ArrayList<>();
        SortedSet<String> unknown = new TreeSet<>();
        for (Evidence e : tables.records(Evidence.class)) {
            Optional<SubjectType> type = type(e.subjectType());
            if (!known.contains(e.ruleId())) {
                unknown.add("rule_id " + e.ruleId());
            } else if (type.isEmpty()) {
                unknown.add("subject_type " + e.subjectType());
            } else if (wanted.contains(e.year())) {
                Subject subject = new Subject(type.get(), e.subjectId());
                views.add(new Document(About.of(subject, e.year()).facet(e.ruleId()), inOrder(e.verdict())));
            }
        }
        return new Documents(
                views,
                unknown.stream()
                        .map(what -> new Words(
                                "evidence: " + what + " 不在所用规则手册中,未采用",
                                "evidence: " + what + " is in none of the rule books in use and is not used"))
                        .toList());
    }

    private static Optional<SubjectType> type(String word) {
        for (SubjectType type : SubjectType.values()) {
            if (type.toString().equals(word.trim().toLowerCase(Locale.ROOT))) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private static @Nullable Boolean inOrder(@Nullable String verdict) {
        String word = verdict == null ? "" : verdict.trim().toUpperCase(Locale.ROOT);
        return word.equals("PASS") ? Boolean.TRUE : word.equals("FAIL") ? Boolean.FALSE : null;
    }
}
