package org.junheng.jobs.table;

/** Who answered a survey. */
public enum RespondentGroup {
    PUPIL,
    PARENT,
    TEACHER,
    PRINCIPAL,
    DEPUTY,
    OTHER
}
