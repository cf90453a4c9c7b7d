package org.junheng.radiation;

/** What a lead school and a member do together. */
public enum ActivityKind {
    TEACHER_EXCHANGE,
    BACKBONE_EXCHANGE,
    JOINT_RESEARCH,
    SYNCHRONISED_LESSON,
    SHARED_COURSE,
    MANAGER_SECONDMENT,
    SHADOW_TRAINING,
    FACILITY_SHARING;

    /** Whether teachers of one school work at another. */
    boolean isExchange() {
        return this == TEACHER_EXCHANGE || this == BACKBONE_EXCHANGE;
    }

    /** Whether it is about teaching a subject. */
    boolean isOfSubject() {
        return this == JOINT_RESEARCH || this == SYNCHRONISED_LESSON || this == SHARED_COURSE;
    }
}
