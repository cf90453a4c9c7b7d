package org.junheng.jobs.config;

import java.io.Serializable;

/** Limits below which a number is not published. */
public record Disclosure(int minPupils, int minRespondents, int minSchools, boolean secondary) implements Serializable {
    private static final long serialVersionUID = 1L;

    public static final Disclosure DEFAULT = new Disclosure(10, 10, 3, true);
}
