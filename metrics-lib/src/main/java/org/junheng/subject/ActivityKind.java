package org.junheng.subject;

/** What schools of a cluster do together (集群活动类型). */
public enum ActivityKind {
    TEACHER_EXCHANGE,
    BACKBONE_EXCHANGE,
    JOINT_RESEARCH,
    SYNCHRONISED_LESSON,
    SHARED_COURSE,
    MANAGER_SECONDMENT,
    SHADOW_TRAINING,
    FACILITY_SHARING,
    /** Seminars of those who manage the schools (管理研讨). */
    MANAGEMENT_SEMINAR,
    /** Teachers studying together online (网络研修). */
    ONLINE_STUDY;

    /** Whether teachers of one school work at another. */
    public boolean isExchange() {
        return this == TEACHER_EXCHANGE || this == BACKBONE_EXCHANGE;
    }

    /** Whether it is about teaching a subject. */
    public boolean isOfSubject() {
        return this == JOINT_RESEARCH || this == SYNCHRONISED_LESSON || this == SHARED_COURSE;
    }
}
