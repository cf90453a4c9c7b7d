package org.junheng.jobs.config;

import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
        Map<String, List<String>> population) {
    public ImpactBlock {
        clusterTypes = List.copyOf(clusterTypes);
        covariates = List.copyOf(covariates);
        population = Map.copyOf(population);
    }

    /** The column whose change is explained. */
    public record Outcome(
            String table,
            String column,
            @Nullable Integer grade,
            @Nullable String subject) {}

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
