package org.junheng.subject;

/** The four kinds of cluster that provinces found. */
public enum ClusterType {
    SCHOOL_DISTRICT,
    EDUCATION_GROUP,
    URBAN_RURAL_COMMUNITY,
    PROVINCIAL_ASSISTANCE
}
