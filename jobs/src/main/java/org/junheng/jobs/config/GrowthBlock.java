package org.junheng.jobs.config;

import java.util.List;

/** One block of {@code growth}. */
public record GrowthBlock(String id, Exam outcome, List<Exam> prior, List<String> subjects) {
    public GrowthBlock {
        prior = List.copyOf(prior);
        subjects = List.copyOf(subjects);
    }
}
