package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junheng.impact.ComparisonGroup;
import org.junheng.impact.EffectEstimator;
import org.junheng.impact.ImpactQuestion;
import org.junheng.impact.JoiningEffect;
import org.junheng.impact.JoiningSchool;
import org.junheng.impact.Pairing;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.config.ImpactBlock;
import org.junheng.jobs.stage.ImpactJoins.Join;
import org.junheng.metric.Words;
import org.junheng.subject.Role;

/** Effect of joining a cluster (加入集群的成效): one number per school and year is collected, everything else is computed from it. */
public final class Impact {
    private final Evaluation evaluation;
    private final ImpactOutcomes outcomes;
    private final ImpactJoins joins;
    private final ImpactSchools schools;

    private Impact(Map<String, Dataset<Row>> tables, Evaluation evaluation) {
        List<ImpactBlock> blocks = evaluation.impact();
        SchoolIdentity identity = SchoolIdentity.of(Panel.table(tables, "school_links"));
        this.evaluation = evaluation;
        this.outcomes = ImpactOutcomes.of(tables, blocks, identity, evaluation.years());
        this.joins = ImpactJoins.of(tables, identity);
        this.schools = ImpactSchools.of(Panel.table(tables, "schools"), blocks, identity, lastYear());
    }

    /** Every block; without one nothing is read. */
    public static Modelled of(Map<String, Dataset<Row>> tables, Evaluation evaluation) {
        if (evaluation.impact().isEmpty()) {
            return Modelled.NOTHING;
        }
        Impact impact = new Impact(tables, evaluation);
        ImpactRows rows = new ImpactRows(evaluation.disclosure());
        for (ImpactBlock block : evaluation.impact()) {
            if (ImpactOutcomes.isOfSchools(block.outcome())) {
                rows.add(block, new JoiningEffect().fit(impact.question(block, block.role())));
            } else {
                rows.refuse(
                        block,
                        new Words(
                                block.outcome().table() + " 不是学校逐年的数据",
                                block.outcome().table() + " does not speak of schools year by year"));
            }
        }
        return rows.modelled();
    }

    private ImpactQuestion question(ImpactBlock block, Role role) {
        List<JoiningSchool> joining = new ArrayList<>();
        SortedMap<String, Join> joined = joins.in(block, role);
        outcomes.of(block.outcome()).forEach((school, values) -> {
            if (schools.isIn(school, block.population())) {
                joining.add(joiningSchool(block, school, joined.get(school), values));
            }
        });
        return new ImpactQuestion(
                years(),
                joining,
                schools.traits(block.covariates()),
                ComparisonGroup.valueOf(block.comparison().name()),
                EffectEstimator.valueOf(block.estimator().name()),
                Pairing.valueOf(block.panel().name()),
                evaluation.seed());
    }

    private JoiningSchool joiningSchool(
            ImpactBlock block, String school, @Nullable Join join, SortedMap<Integer, Optional<Double>> values) {
        List<@Nullable Double> outcome = new ArrayList<>();
        years().forEach(year ->
                outcome.add(values.getOrDefault(year, Optional.empty()).orElse(null)));
        return new JoiningSchool(school, errorCluster(block, school, join), join == null ? null : join.year(), outcome);
    }

    private String errorCluster(ImpactBlock block, String school, @Nullable Join join) {
        return switch (block.clusterErrorsBy()) {
            case SCHOOL_CODE -> "school " + school;
            case COUNTY_CODE -> "county " + schools.county(school);
            case CLUSTER_ID ->
                join == null || join.year() > lastYear() ? "school " + school : "cluster " + join.cluster();
        };
    }

    private List<Integer> years() {
        return evaluation.years().stream().sorted().toList();
    }

    private int lastYear() {
        return years().get(years().size() - 1);
    }
}
