package org.junheng.jobs.table;

import org.junheng.subject.SubjectType;

/** The parts of every composite; the contributions of a total add up to it. */
public record Contributions(
        @Key SubjectType subjectType,
        @Key String subjectId,
        @Key int year,
        @Key String total,
        @Key String part,
        double score,
        double weight,
        double contribution) {}
