package org.junheng.rules;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Counts;
import org.junheng.subject.Stage;
import org.junheng.subject.SubjectType;

/**
 * What one rule says of one subject.
 *
 * @param shortfall what is missing to the standard, in {@code shortfallUnit}; empty where the rule knows no shortfall
 */
public record Judgement(
        Rule rule,
        SubjectType subjectType,
        String subject,
        @Nullable Stage stage,
        String facet,
        Rule.Finding finding,
        Counts counts,
        Optional<BigDecimal> shortfall,
        String shortfallUnit) {}
