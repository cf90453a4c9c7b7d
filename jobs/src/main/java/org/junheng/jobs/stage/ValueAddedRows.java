package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.ModelFits;
import org.junheng.metric.Definition;
import org.junheng.metric.Words;
import org.junheng.stock.Lineage;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;
import org.junheng.valueadded.AverageShare;
import org.junheng.valueadded.ClusterValueAdded;
import org.junheng.valueadded.CohortFit;
import org.junheng.valueadded.CohortFit.FittedTerm;
import org.junheng.valueadded.CohortFit.SchoolEffect;
import org.junheng.valueadded.ComparisonInterval;
import org.junheng.valueadded.ExpectedRank;
import org.junheng.valueadded.PooledValueAdded;
import org.junheng.valueadded.SchoolValueAdded;
import org.junheng.valueadded.Structure;
import org.junheng.valueadded.StructuredEffects;
import org.junheng.valueadded.StructuredFit;
import org.junheng.valueadded.UnadjustedValueAdded;
import org.junheng.valueadded.ValueAddedBand;
import org.junheng.valueadded.ValueAddedReliability;
import org.junheng.valueadded.ValueAddedStability;

/** Fits as rows of the published tables. */
final class ValueAddedRows {
    private static final Definition VALUE = new SchoolValueAdded().definition();
    private static final ValueAddedReliability RELIABILITY = new ValueAddedReliability();
    private static final ValueAddedBand BAND = new ValueAddedBand();
    private static final UnadjustedValueAdded UNADJUSTED = new UnadjustedValueAdded();
    private static final ClusterValueAdded CLUSTER = new ClusterValueAdded();
    private static final AverageShare AVERAGE = new AverageShare();
    private static final ValueAddedStability STABILITY = new ValueAddedStability();
    private static final PooledValueAdded POOLED = new PooledValueAdded();
    private static final ExpectedRank RANK = new ExpectedRank();
    private static final ComparisonInterval COMPARISON = new ComparisonInterval();

    private static final Map<Class<? extends Structure>, List<StructuredEffects.Of>> EFFECTS = Map.of(
            Structure.RandomSlope.class,
            List.of(StructuredEffects.Of.SLOPE),
            Structure.Counties.class,
            List.of(StructuredEffects.Of.COUNTY, StructuredEffects.Of.SCHOOL_IN_COUNTY),
            Structure.FeederSchools.class,
            List.of(StructuredEffects.Of.NET_OF_FEEDER),
            Structure.SharedTime.class,
            List.of(StructuredEffects.Of.BY_TIME));

    private final List<Measures> measures = new ArrayList<>();
    private final List<ModelFits> fits = new ArrayList<>();
    private final List<Words> reasons = new ArrayList<>();

    private final ModelSubjects subjects;

    ValueAddedRows(ModelSubjects subjects) {
        this.subjects = subjects;
    }

    void add(CohortPlan plan, CohortFit fit, String unit) {
        int inModel = (int)
                fit.effects().stream().filter(effect -> effect.rank() != null).count();
        fit.effects().forEach(effect -> addSchool(plan, effect, inModel, unit));
        int year = year(plan);
        subjects.clusters(year).forEach((cluster, roles) -> {
            if (fit.effects().stream().anyMatch(effect -> roles.containsKey(effect.school()))) {
                measures.add(row(plan, CLUSTER.definition(), unit)
                        .of(SubjectType.CLUSTER, cluster, CLUSTER.of(new ClusterValueAdded.Schools(roles, fit))));
            }
        });
        subjects.areas(year, fit.effects())
                .forEach((area, effects) ->
                        measures.add(row(plan, AVERAGE.definition()).of(area.type(), area.id(), AVERAGE.of(effects))));
        addFit(plan, fit);
    }

    /** The effects of a structure, under the id of their block. */
    void add(CohortPlan plan, StructuredFit fit) {
        EFFECTS.getOrDefault(fit.structure().getClass(), List.of())
                .forEach(of -> add(plan, fit, new StructuredEffects(of)));
        addFit(plan, fit.terms(), fit.refusal());
    }

    private void add(CohortPlan plan, StructuredFit fit, StructuredEffects effects) {
        Definition definition = effects.definition();
        boolean slope = effects.of() == StructuredEffects.Of.SLOPE;
        SubjectType type = effects.of() == StructuredEffects.Of.COUNTY ? SubjectType.COUNTY : SubjectType.SCHOOL;
        effects.fit(fit)
                .forEach((subject, outcome) ->
                        measures.add((slope ? row(plan, definition) : row(plan, definition, plan.unit()))
                                .of(type, subject, outcome)));
    }

    /** What lasts over the cohorts that a block pools, under its newest year. */
    void addPooled(CohortPlan plan, CohortFit fit) {
        fit.effects()
                .forEach(effect -> measures.add(row(plan, POOLED.definition(), plan.unit())
                        .of(SubjectType.SCHOOL, effect.school(), effect.outcome())));
        addFit(plan, fit);
    }

    /** Compares every fit with that of the same model for the latest cohort before. */
    void addStability(List<CohortPlan> plans, List<CohortFit> fitted, Lineage lineage) {
        for (int i = 0; i < plans.size(); i++) {
            int before = before(plans, plans.get(i));
            if (before >= 0) {
                int year = year(plans.get(before));
                int now = year(plans.get(i));
                SortedMap<Subject, List<SchoolEffect>> earlier =
                        subjects.areas(year, fitted.get(before).effects());
                earlier.replaceAll((area, effects) -> effects.stream()
                        .map(e -> e.under(lineage.later(e.school(), year, now)))
                        .toList());
                addStability(plans.get(i), fitted.get(i), year, earlier);
            }
        }
    }

    private static int before(List<CohortPlan> plans, CohortPlan plan) {
        int latest = -1;
        for (int i = 0; i < plans.size(); i++) {
            CohortPlan other = plans.get(i);
            if (plan.subject().equals(other.subject())
                    && plan.block().isSameModelLaterThan(other.block())
                    && (latest < 0 || year(other) > year(plans.get(latest)))) {
                latest = i;
            }
        }
        return latest;
    }

    /** @param earlier the effects of the cohort before, under the codes of this one's year */
    private void addStability(
            CohortPlan plan, CohortFit fit, int yearBefore, SortedMap<Subject, List<SchoolEffect>> earlier) {
        subjects.areas(year(plan), fit.effects())
                .forEach((area, effects) -> measures.add(row(plan, STABILITY.definition())
                        .since(yearBefore)
                        .of(
                                area.type(),
                                area.id(),
                                STABILITY.of(new ValueAddedStability.Cohorts(
                                        earlier.getOrDefault(area, List.of()), effects)))));
    }

    private static int year(CohortPlan plan) {
        return plan.block().outcome().year();
    }

    private void addSchool(CohortPlan plan, SchoolEffect effect, int inModel, String unit) {
        String school = effect.school();
        measures.add(row(plan, VALUE, unit).of(SubjectType.SCHOOL, school, effect.outcome()));
        measures.add(row(plan, RELIABILITY.definition()).of(SubjectType.SCHOOL, school, RELIABILITY.of(effect)));
        measures.add(row(plan, BAND.definition()).of(SubjectType.SCHOOL, school, BAND.of(effect)));
        measures.add(row(plan, RANK.definition())
                .of(SubjectType.SCHOOL, school, RANK.of(new ExpectedRank.InModel(effect, inModel))));
        measures.add(row(plan, COMPARISON.definition(), unit).of(SubjectType.SCHOOL, school, COMPARISON.of(effect)));
        if (effect.unadjusted() != null) {
            measures.add(
                    row(plan, UNADJUSTED.definition(), unit).of(SubjectType.SCHOOL, school, UNADJUSTED.of(effect)));
        }
    }

    private void addFit(CohortPlan plan, CohortFit fit) {
        addFit(plan, fit.terms(), fit.refusal());
    }

    private void addFit(CohortPlan plan, List<FittedTerm> terms, Words refusal) {
        terms.forEach(term -> fits.add(new ModelFits(
                plan.block().id(),
                plan.block().outcome().year(),
                facet(plan),
                term.term(),
                term.estimate(),
                term.se(),
                term.df(),
                term.pupils(),
                term.schools(),
                term.p())));
        if (!refusal.equals(Words.NONE)) {
            String which = plan.block().id() + " (" + plan.subject() + "): ";
            reasons.add(new Words(which + refusal.zh(), which + refusal.en()));
        }
    }

    Modelled result() {
        return new Modelled(measures, fits, reasons);
    }

    private static String facet(CohortPlan plan) {
        return "score:" + plan.subject();
    }

    private static ModelRow row(CohortPlan plan, Definition definition) {
        return row(plan, definition, definition.unit());
    }

    private static ModelRow row(CohortPlan plan, Definition definition, String unit) {
        return new ModelRow(definition, plan.block().id(), plan.block().outcome(), facet(plan), unit);
    }
}
