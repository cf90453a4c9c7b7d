package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junheng.impact.BothSides;
import org.junheng.impact.ClusterEffects;
import org.junheng.impact.ComparisonGroup;
import org.junheng.impact.CountyEffect;
import org.junheng.impact.EffectEstimator;
import org.junheng.impact.ErrorUnits;
import org.junheng.impact.ImpactFit;
import org.junheng.impact.ImpactQuestion;
import org.junheng.impact.JoiningEffect;
import org.junheng.impact.JoiningSchool;
import org.junheng.impact.Pairing;
import org.junheng.impact.Rings;
import org.junheng.jobs.config.Disclosure;
import org.junheng.jobs.config.ImpactBlock;
import org.junheng.jobs.stage.ImpactJoins.Join;
import org.junheng.jobs.table.Counties;
import org.junheng.jobs.table.SchoolLinks;
import org.junheng.metric.Words;
import org.junheng.subject.Role;

/** Effect of joining a cluster (加入集群的成效): one number per school and year is collected, everything else is computed from it. */
public final class Impact {
    private final List<Integer> years;
    private final Disclosure limits;
    private final long seed;
    private final ImpactOutcomes outcomes;
    private final ImpactJoins joins;
    private final ImpactSchools schools;
    private final ImpactArea area;

    private Impact(
            Tables tables,
            List<Integer> years,
            List<ImpactBlock> blocks,
            Disclosure limits,
            long seed,
            Modelled models) {
        SchoolIdentity identity =
                SchoolIdentity.of(tables.records(SchoolLinks.class), Registers.lineage(tables, years));
        this.years = years.stream().sorted().toList();
        this.limits = limits;
        this.seed = seed;
        this.outcomes = ImpactOutcomes.of(tables, blocks, identity, years, models);
        this.joins = ImpactJoins.of(tables, identity);
        this.schools = ImpactSchools.of(tables, blocks, identity, lastYear());
        this.area = ImpactArea.of(tables.records(Counties.class));
    }

    /**
     * Every block; without one nothing is read.
     *
     * @param models what the models before say of schools: it may be an outcome
     */
    public static Modelled of(
            Tables tables,
            List<Integer> years,
            List<ImpactBlock> blocks,
            Disclosure limits,
            long seed,
            Modelled models) {
        if (blocks.isEmpty()) {
            return Modelled.NOTHING;
        }
        Impact impact = new Impact(tables, years, blocks, limits, seed, models);
        ImpactRows rows = new ImpactRows(limits);
        for (ImpactBlock block : blocks) {
            Words obstacle = impact.outcomes.obstacle(block.outcome(), tables);
            if (obstacle.equals(Words.NONE)) {
                rows.add(block, impact.fitted(block, rows));
            } else {
                rows.refuse(block, obstacle);
            }
        }
        return rows.modelled();
    }

    /** The effect of the block, and what is read off it and off the effect on the other side. */
    private ImpactFit fitted(ImpactBlock block, ImpactRows rows) {
        SortedMap<String, Join> own = joins.in(block, block.role());
        SortedMap<String, Join> other = joins.in(block, block.role() == Role.LEAD ? Role.MEMBER : Role.LEAD);
        ImpactQuestion question = question(block, own, Set.of());
        ImpactFit fit = new JoiningEffect().fit(question);
        ImpactFit opposite = new JoiningEffect().fit(question(block, other, own.keySet()));
        BothSides sides = block.role() == Role.LEAD ? new BothSides(opposite, fit) : new BothSides(fit, opposite);
        Map<String, String> clusters = new TreeMap<>();
        own.forEach((school, join) -> clusters.put(school, join.cluster()));
        Map<String, Integer> joined = new TreeMap<>();
        own.forEach((school, join) -> joined.put(school, join.year()));
        joined.values().removeIf(year -> year > lastYear());
        ImpactMeasures measures = new ImpactMeasures(block, area, limits, outcomes.unit(block.outcome()));
        rows.add(measures.of(new ImpactMeasures.Readings(
                fit,
                sides,
                ClusterEffects.of(fit, clusters),
                CountyEffect.of(question, schools.places()),
                Rings.of(question, joined, other.keySet(), schools.places()))));
        return fit;
    }

    private ImpactQuestion question(ImpactBlock block, SortedMap<String, Join> joined, Set<String> leftOut) {
        List<JoiningSchool> joining = new ArrayList<>();
        outcomes.of(block.outcome()).forEach((school, values) -> {
            if (schools.isIn(school, block.population()) && !leftOut.contains(school)) {
                joining.add(joiningSchool(block, school, joined.get(school), values));
            }
        });
        boolean isShared = block.outcome().table().equals("retention");
        return new ImpactQuestion(
                years,
                isShared ? ErrorUnits.shared(joining, schools.places()) : joining,
                schools.traits(block.covariates()),
                ComparisonGroup.valueOf(block.comparison().name()),
                EffectEstimator.valueOf(block.estimator().name()),
                Pairing.valueOf(block.panel().name()),
                block.timing(),
                seed);
    }

    private JoiningSchool joiningSchool(
            ImpactBlock block, String school, @Nullable Join join, SortedMap<Integer, Optional<Double>> values) {
        List<@Nullable Double> outcome = new ArrayList<>();
        years.forEach(
                year -> outcome.add(values.getOrDefault(year, Optional.empty()).orElse(null)));
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

    private int lastYear() {
        return years.get(years.size() - 1);
    }
}
