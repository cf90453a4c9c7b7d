package org.junheng.jobs.config;

import java.time.MonthDay;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.balance.Resource;
import org.junheng.impact.Timing;
import org.junheng.subject.ClusterType;
import org.junheng.subject.Role;

/** One block of {@code impact}: the effect of joining a cluster on an outcome. */
public record ImpactBlock(
        String id,
        Outcome outcome,
        List<ClusterType> clusterTypes,
        Role role,
        MonthDay examDay,
        int examYearOffset,
        Comparison comparison,
        Estimate estimator,
        Panel panel,
        List<String> covariates,
        ErrorsBy clusterErrorsBy,
        Timing timing,
        Map<String, List<String>> population) {
    /** Results of a run whose change may be explained as if they had been delivered, and their columns. */
    public static final SortedMap<String, List<String>> RESULTS = results();

    /** Those of them that come from blocks of the same name. */
    static final Set<String> MODELS = Set.of("value_added", "growth");

    public ImpactBlock {
        clusterTypes = List.copyOf(clusterTypes);
        covariates = List.copyOf(covariates);
        population = Map.copyOf(population);
    }

    /**
     * The column whose change is explained.
     *
     * @param table of the contract, or a result of the same run: one of {@link #RESULTS}
     */
    public record Outcome(
            String table,
            String column,
            @Nullable Integer grade,
            @Nullable String subject) {}

    private static SortedMap<String, List<String>> results() {
        SortedMap<String, List<String>> results = new TreeMap<>();
        results.put(
                "resources", Stream.of(Resource.values()).map(Resource::name).toList());
        results.put("value_added", List.of("effect", "unshrunken"));
        results.put("growth", List.of("median_percentile"));
        return Collections.unmodifiableSortedMap(results);
    }

    /** Whom the treated schools are compared with. */
    public enum Comparison {
        NEVER_TREATED,
        NOT_YET_TREATED
    }

    /** Doubly robust, inverse probability or outcome regression. */
    public enum Estimate {
        DR,
        IPW,
        REG
    }

    /** Schools with every year, or with both years of a cell. */
    public enum Panel {
        BALANCED,
        PAIRWISE
    }

    /** The unit in which errors are correlated. */
    public enum ErrorsBy {
        CLUSTER_ID,
        SCHOOL_CODE,
        COUNTY_CODE
    }
}
