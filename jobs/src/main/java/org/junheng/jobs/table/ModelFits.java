package org.junheng.jobs.table;

import org.jspecify.annotations.Nullable;

/**
 * One term of a fitted model.
 *
 * @param estimate of a test its chi-squared; null for a term that the others determine
 * @param pValue of a test
 */
public record ModelFits(
        @Key String modelId,
        @Key int year,
        @Key String facet,
        @Key String term,
        @Nullable Double estimate,
        @Nullable Double se,
        @Nullable Double df,
        @Nullable Long nPupils,
        @Nullable Long nSchools,
        @Nullable Double pValue) {}
