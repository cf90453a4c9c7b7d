package org.junheng.jobs.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import org.junheng.Catalogue;
import org.junheng.balance.Resource;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.config.EvaluationReader;
import org.junheng.jobs.ingest.Arrivals;
import org.junheng.rules.Rule;
import org.junheng.rules.RuleBook;

/** An evaluation file with the rule books that it names. */
record EvaluationFile(Evaluation evaluation, RuleBook rules) {

    /** With the roster of a day. */
    static EvaluationFile read(Path file, EvaluationReader.Day day) {
        Evaluation evaluation = EvaluationReader.read(file, RuleBook.known(), day);
        RuleBook rules = RuleBook.EMPTY;
        for (String policy : evaluation.policies()) {
            rules = rules.and(book(evaluation, policy));
        }
        return new EvaluationFile(evaluation, rules);
    }

    /** Which of its tables have come by today. */
    Arrivals arrivals() {
        return Arrivals.of(evaluation, LocalDate.now(evaluation.timezone()));
    }

    /** A rule on a figure that nobody computes would never be judged, and never be missed. */
    private static RuleBook known(RuleBook book) {
        for (Rule rule : book.rules()) {
            boolean resource = rule.metric().equals("resource.level");
            if (Catalogue.definition(rule.metric()).isEmpty()) {
                throw new IllegalArgumentException("rule " + rule.id() + ": no metric \"" + rule.metric() + "\"");
            } else if (resource
                    && Arrays.stream(Resource.values()).noneMatch(r -> r.name().equals(rule.facet()))) {
                throw new IllegalArgumentException("rule " + rule.id() + ": no resource \"" + rule.facet() + "\"");
            }
        }
        return book;
    }

    private static RuleBook book(Evaluation evaluation, String policy) {
        if (RuleBook.known().contains(policy)) {
            return RuleBook.of(policy);
        }
        Path own = evaluation.folder().resolve(policy);
        try (Reader text = Files.newBufferedReader(own, StandardCharsets.UTF_8)) {
            return known(RuleBook.read(policy, text));
        } catch (IOException | IllegalArgumentException e) {
            throw new Refusal(
                    ExitStatus.WRONG_USAGE,
                    "无法读取规则手册 " + policy + ":" + e.getMessage(),
                    "cannot read the rule book " + policy + ": " + e.getMessage());
        }
    }
}
