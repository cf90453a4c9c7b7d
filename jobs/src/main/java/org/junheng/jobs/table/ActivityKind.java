package org.junheng.jobs.table;

/** What a lead school and a member do together. */
public enum ActivityKind {
    TEACHER_EXCHANGE,
    BACKBONE_EXCHANGE,
    JOINT_RESEARCH,
    SYNCHRONISED_LESSON,
    SHARED_COURSE,
    MANAGER_SECONDMENT,
    SHADOW_TRAINING,
    FACILITY_SHARING
}
