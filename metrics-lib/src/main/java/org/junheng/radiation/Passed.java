package org.junheng.radiation;

import java.util.List;
import org.junheng.metric.Words;
import org.junheng.subject.ActivityKind;

/** What is counted of the activities of a cluster. */
public enum Passed {
    TEACHERS_SENT("teachers_sent", "牵头学校派出教师人次", "teachers sent by the lead", "persons", "YN-D3"),
    BACKBONE_SENT("backbone_sent", "牵头学校派出骨干教师人次", "backbone teachers sent by the lead", "persons", "YN-D3"),
    TEACHER_DAYS("teacher_days", "派出教师工作日", "days of the teachers sent by the lead", "teacher days", "YN-D3"),
    SYNCHRONISED_LESSONS("synchronised_lessons", "同步课堂节数", "synchronised lessons", "lessons", "YN-D3", "ZJ-01"),
    JOINT_RESEARCH("joint_research", "联合教研次数", "joint teaching-research sessions", "sessions", "YN-D3", "ZJ-02"),
    SHARED_COURSES("shared_courses", "共享课程数", "shared courses", "courses", "YN-D3"),
    MANAGEMENT_SEMINARS("management_seminars", "管理研讨次数", "management seminars", "sessions", "YN-D3", "S003-02"),
    ONLINE_STUDY("online_study", "网络研修次数", "online study of teachers", "sessions", "YN-D3", "ZJ-02"),
    SUBJECT_ACTIVITIES("subject_activities", "学科活动次数", "activities on a subject", "activities", "S003-04"),
    MANAGER_SECONDMENTS("manager_secondments", "管理干部挂职人次", "managers seconded", "persons", "S003-03", "S003-05"),
    TEACHERS_RECEIVED("teachers_received", "成员学校接收教师人次", "teachers received by members", "persons", "YN-D4"),
    TEACHERS_SENT_BACK("teachers_sent_back", "成员学校派出教师人次", "teachers sent by members", "persons", "YN-D4");

    private final String id;
    private final Words name;
    private final String unit;
    private final List<String> clauses;

    Passed(String id, String zh, String en, String unit, String... clauses) {
        this.id = id;
        this.name = new Words(zh, en);
        this.unit = unit;
        this.clauses = List.of(clauses);
    }

    String id() {
        return id;
    }

    Words title() {
        return name;
    }

    String unit() {
        return unit;
    }

    List<String> clauses() {
        return clauses;
    }

    /** Whether the texts ask for it in each semester. */
    boolean isOfSemesters() {
        return this == JOINT_RESEARCH
                || this == MANAGEMENT_SEMINARS
                || this == SUBJECT_ACTIVITIES
                || this == MANAGER_SECONDMENTS;
    }

    /** Whether it is also said per member, so that a large lead is not favoured. */
    boolean isPerMember() {
        return compareTo(SHARED_COURSES) <= 0;
    }

    boolean counts(Activity a, ActivityView in) {
        return switch (this) {
            case TEACHERS_SENT, TEACHER_DAYS -> a.kind().isExchange() && in.isFromLead(a);
            case BACKBONE_SENT -> a.kind() == ActivityKind.BACKBONE_EXCHANGE && in.isFromLead(a);
            case SYNCHRONISED_LESSONS -> a.kind() == ActivityKind.SYNCHRONISED_LESSON;
            case JOINT_RESEARCH -> a.kind() == ActivityKind.JOINT_RESEARCH;
            case SHARED_COURSES -> a.kind() == ActivityKind.SHARED_COURSE;
            case MANAGEMENT_SEMINARS -> a.kind() == ActivityKind.MANAGEMENT_SEMINAR;
            case ONLINE_STUDY -> a.kind() == ActivityKind.ONLINE_STUDY;
            case SUBJECT_ACTIVITIES -> a.kind().isOfSubject() && a.subject() != null;
            case MANAGER_SECONDMENTS -> a.kind() == ActivityKind.MANAGER_SECONDMENT;
            case TEACHERS_RECEIVED -> a.kind().isExchange() && in.isToMember(a);
            case TEACHERS_SENT_BACK -> a.kind().isExchange() && in.isFromMember(a);
        };
    }
}
