package org.junheng.jobs.config;

/** For whom the report is written (读者): what is said of single schools in its pages depends on it. */
public enum Audience {
    /** No school stands in a page by name or code. */
    PUBLIC,
    /** Schools stand in lists: those of a cluster, and those with a value added. */
    BUREAU,
    /** A page for each school besides. */
    SCHOOL
}
