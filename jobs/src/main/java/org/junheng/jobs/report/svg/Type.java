package org.junheng.jobs.report.svg;

/** How large a text is, and its colour. */
record Type(double size, String colour) {
    static final Type LABEL = new Type(11, Ink.TEXT);
    static final Type SMALL = new Type(10, Ink.SOFT);

    Type in(String other) {
        return new Type(size, other);
    }
}
