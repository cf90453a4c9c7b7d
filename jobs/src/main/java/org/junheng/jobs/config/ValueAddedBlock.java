package org.junheng.jobs.config;

import java.util.Collections;
import java.util.List;
import org.junheng.stats.Estimator;

/**
 * One block of {@code value_added}.
 *
 * @param pooledYears outcome years of earlier cohorts that are fitted together with this one, besides it
 * @param reliabilities of the prior exams in their order; 1 for one whose measurement error is not corrected
 * @param missingPrior what becomes of a pupil who lacks a prior score
 * @param structures that are fitted beside the model itself
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
        MissingPrior missingPrior,
        List<Further> structures,
        Standardise standardise,
        Estimator estimator) {
    public ValueAddedBlock {
        structures = List.copyOf(structures);
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
                MissingPrior.COMPLETE_CASES,
                List.of(),
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
                missingPrior,
                List.of(),
                standardise,
                estimator);
    }

    /** Place of the latest prior exam among the priors; -1 without any. */
    public int latestPrior() {
        int latest = -1;
        for (int i = 0; i < prior.size(); i++) {
            if (latest < 0 || isLater(prior.get(i), prior.get(latest))) {
                latest = i;
            }
        }
        return latest;
    }

    private static boolean isLater(Exam one, Exam other) {
        return one.year() == other.year() ? one.grade() > other.grade() : one.year() > other.year();
    }

    /** Whether this block asks of its cohort what another asks of an earlier one. */
    public boolean isSameModelLaterThan(ValueAddedBlock other) {
        return outcome.year() > other.outcome.year()
                && outcome.grade() == other.outcome.grade()
                && prior.equals(other.in(outcome.year()).prior)
                && reliabilities.equals(other.reliabilities)
                && covariates.equals(other.covariates)
                && missingPrior == other.missingPrior
                && standardise == other.standardise
                && estimator == other.estimator;
    }

    /** Whether a pupil without a prior score leaves the model, or stays with the mean of the others and a mark of its own. */
    public enum MissingPrior {
        COMPLETE_CASES,
        KEEP
    }

    /** Structures of the effects that may be fitted beside one effect for each school. */
    public enum Further {
        RANDOM_SLOPE,
        COUNTIES,
        FEEDER_SCHOOLS
    }

    /** How scores enter a model. */
    public enum Standardise {
        NONE,
        WITHIN_EXAM
    }
}
