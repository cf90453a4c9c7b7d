package org.junheng.subject;

/** By what the schools of an area are put into groups for between and within parts. */
public enum Grouping {
    COUNTY,
    CLUSTER,
    URBAN_RURAL
}
