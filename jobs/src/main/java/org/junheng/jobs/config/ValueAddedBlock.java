package org.junheng.jobs.config;

import java.util.List;
import org.junheng.stats.Estimator;

/**
 * One block of {@code value_added}.
 *
 * @param standardise whether scores are first turned into z-scores within their exam (n in the denominator)
 */
public record ValueAddedBlock(
        String id,
        Exam outcome,
        List<Exam> prior,
        List<String> subjects,
        List<String> covariates,
        Standardise standardise,
        Estimator estimator) {
    public ValueAddedBlock {
        prior = List.copyOf(prior);
        subjects = List.copyOf(subjects);
        covariates = List.copyOf(covariates);
    }

    /** How scores enter a model. */
    public enum Standardise {
        NONE,
        WITHIN_EXAM
    }
}
