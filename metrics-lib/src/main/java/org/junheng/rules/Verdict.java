package org.junheng.rules;

/** What a rule says of a subject. */
public enum Verdict {
    PASS,
    FAIL,
    NOT_DECIDABLE,
    NOT_ASSESSED,
    SUPPRESSED
}
