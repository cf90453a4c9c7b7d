package org.junheng.jobs.config;

/** Limits below which a number is not published. */
public record Disclosure(int minPupils, int minRespondents, int minSchools, boolean secondary) {
    public static final Disclosure DEFAULT = new Disclosure(10, 10, 3, true);
}
