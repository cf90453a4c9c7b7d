package org.junheng.jobs.report.svg;

/** Which end of a text stands where it is put. */
enum Anchor {
    START("start"),
    MIDDLE("middle"),
    END("end");

    private final String name;

    Anchor(String name) {
        this.name = name;
    }

    String attribute() {
        return name;
    }
}
