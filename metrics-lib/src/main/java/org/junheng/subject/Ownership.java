package org.junheng.subject;

/** Who runs a school (办学性质). */
public enum Ownership {
    PUBLIC,
    PRIVATE
}
