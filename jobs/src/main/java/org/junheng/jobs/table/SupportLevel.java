package org.junheng.jobs.table;

/** Whether a county is a key county of national or provincial support. */
public enum SupportLevel {
    NATIONAL,
    PROVINCIAL,
    NONE
}
