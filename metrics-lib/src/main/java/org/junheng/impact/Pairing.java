package org.junheng.impact;

/** Which schools take part in a comparison of two years. */
public enum Pairing {
    /** Schools with every year of the panel. */
    BALANCED,
    /** Schools with both years. */
    PAIRWISE
}
