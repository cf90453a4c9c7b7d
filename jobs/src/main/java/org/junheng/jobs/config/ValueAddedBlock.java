package org.junheng.jobs.config;

import java.util.Collections;
import java.util.List;
import org.junheng.stats.Estimator;

/**
 * One block of {@code value_added}.
 *
 * @param pooledYears outcome years of earlier cohorts that are fitted together with this one, besides it
 * @param reliabilities of the prior exams in their order; 1 for one whose measurement error is not corrected
 * @param standardise whether scores are first turned into z-scores within their exam (n in the denominator)
 */
public record ValueAddedBlock(
        String id,
        Exam outcome,
        List<Integer> pooledYears,
        List<Exam> prior,
        List<Double> reliabilities,
        List<String> subjects,
        List<String> covariates,
        Standardise standardise,
        Estimator estimator) {
    public ValueAddedBlock {
        prior = List.copyOf(prior);
        pooledYears = List.copyOf(pooledYears);
        reliabilities = List.copyOf(reliabilities);
        subjects = List.copyOf(subjects);
        covariates = List.copyOf(covariates);
    }

    /** A block of one cohort that takes its prior exams as free of measurement error. */
    public ValueAddedBlock(
            String id,
            Exam outcome,
            List<Exam> prior,
            List<String> subjects,
            List<String> covariates,
            Standardise standardise,
            Estimator estimator) {
        this(
                id,
                outcome,
                List.of(),
                prior,
                Collections.nCopies(prior.size(), 1.0),
                subjects,
                covariates,
                standardise,
                estimator);
    }

    /** The same of the cohort that sat the outcome exam in another year. */
    public ValueAddedBlock in(int year) {
        int years = year - outcome.year();
        List<Exam> moved = prior.stream()
                .map(exam -> new Exam(exam.year() + years, exam.grade()))
                .toList();
        return new ValueAddedBlock(
                id,
                new Exam(year, outcome.grade()),
                List.of(),
                moved,
                reliabilities,
                subjects,
                covariates,
                standardise,
                estimator);
    }

    /** Whether this block asks of its cohort what another asks of an earlier one. */
    public boolean isSameModelLaterThan(ValueAddedBlock other) {
        return outcome.year() > other.outcome.year()
                && outcome.grade() == other.outcome.grade()
                && prior.equals(other.in(outcome.year()).prior)
                && reliabilities.equals(other.reliabilities)
                && covariates.equals(other.covariates)
                && standardise == other.standardise
                && estimator == other.estimator;
    }

    /** How scores enter a model. */
    public enum Standardise {
        NONE,
        WITHIN_EXAM
    }
}
