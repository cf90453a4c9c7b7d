package org.junheng.compliance;

import org.jspecify.annotations.Nullable;

/**
 * Something that schools of a cluster did together.
 *
 * @param quantity how many times, lessons or persons; 1 where it is not said
 */
public record Deed(
        Kind kind,
        @Nullable Integer semester,
        @Nullable String from,
        @Nullable String to,
        @Nullable String subject,
        double quantity,
        @Nullable Double days) {

    /** What it was. */
    public enum Kind {
        TEACHER_EXCHANGE,
        BACKBONE_EXCHANGE,
        JOINT_RESEARCH,
        SYNCHRONISED_LESSON,
        SHARED_COURSE,
        MANAGER_SECONDMENT,
        SHADOW_TRAINING,
        FACILITY_SHARING
    }
}
