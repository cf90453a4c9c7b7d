package org.junheng.compliance;

import org.jspecify.annotations.Nullable;
import org.junheng.subject.ActivityKind;

/**
 * Something that schools of a cluster did together.
 *
 * @param quantity how many times, lessons or persons; 1 where it is not said
 */
public record Deed(
        ActivityKind kind,
        @Nullable Integer semester,
        @Nullable String from,
        @Nullable String to,
        @Nullable String subject,
        double quantity,
        @Nullable Double days) {}
