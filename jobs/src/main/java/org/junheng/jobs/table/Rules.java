package org.junheng.jobs.table;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junheng.subject.Stage;

/**
 * A rule in force: its standard, dates, document and clause.
 *
 * @param clauseId the clause in the register, which metrics name too
 * @param reason why no figure can answer the clause; empty where one does
 */
public record Rules(
        @Key String policy,
        @Key String ruleId,
        @Key String subjectType,
        @Key @Nullable Stage stage,
        @Key String facet,
        @Key LocalDate inForceFrom,
        @Nullable LocalDate inForceTo,
        String metricId,
        String operator,
        String standard,
        String unit,
        String severity,
        String basis,
        String document,
        String clause,
        String clauseId,
        String reason) {}
