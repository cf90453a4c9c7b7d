package org.junheng.subject;

/** How far a published row may be relied on; the last two carry no value. */
public enum Status {
    OK,
    LOW_EVIDENCE,
    NOT_ASSESSED,
    SUPPRESSED
}
