package org.junheng.jobs.simulate;

/** A pupil with both scores in one subject: what a value-added model is fitted to. */
public record ScoredPupil(String schoolCode, boolean boy, double prior, double outcome) {}
