package org.junheng.metric;

import org.jspecify.annotations.Nullable;
import org.junheng.subject.Stage;
import org.junheng.subject.SubjectType;

/** An outcome and what it is about. */
public record Figure(
        String metric,
        SubjectType subjectType,
        String subject,
        @Nullable Stage stage,
        String facet,
        Outcome outcome) {}
