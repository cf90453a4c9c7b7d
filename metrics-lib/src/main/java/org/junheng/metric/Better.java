package org.junheng.metric;

/** Which direction of a figure is better. */
public enum Better {
    HIGHER,
    LOWER,
    NONE
}
