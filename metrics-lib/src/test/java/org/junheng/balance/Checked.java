package org.junheng.balance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junheng.Given;
import org.junheng.metric.Figure;
import org.junheng.metric.Outcome;
import org.junheng.rules.Judgement;
import org.junheng.rules.Verdict;

/** A county check and the questions that tests ask of it; every answer must be there just once. */
record Checked(CountyCheck.Result result) {
    List<Figure> figures() {
        return result.figures();
    }

    List<Judgement> judgements() {
        return result.judgements();
    }

    Judgement judgement(String rule, String subject) {
        List<Judgement> found = judgements().stream()
                .filter(j -> j.rule().id().equals(rule) && j.subject().equals(subject))
                .toList();
        assertEquals(1, found.size(), rule + " of " + subject);
        return found.get(0);
    }

    Verdict verdict(String rule, String subject) {
        return judgement(rule, subject).finding().verdict();
    }

    Outcome figure(String metric, String subject, String facet) {
        List<Figure> found = figures().stream()
                .filter(f -> f.metric().equals(metric)
                        && f.subject().equals(subject)
                        && f.facet().equals(facet))
                .toList();
        assertEquals(1, found.size(), metric + " of " + subject);
        return found.get(0).outcome();
    }

    double met(String subject) {
        return Given.value(figure("resource.standards_met", subject, "")).value();
    }
}
