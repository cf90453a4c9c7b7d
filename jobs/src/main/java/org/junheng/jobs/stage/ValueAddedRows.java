package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.ModelFits;
import org.junheng.metric.Absent;
import org.junheng.metric.Definition;
import org.junheng.metric.Interval;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.subject.Stage;
import org.junheng.subject.Status;
import org.junheng.subject.SubjectType;
import org.junheng.valueadded.CohortFit;
import org.junheng.valueadded.CohortFit.SchoolEffect;
import org.junheng.valueadded.SchoolValueAdded;
import org.junheng.valueadded.ValueAddedBand;
import org.junheng.valueadded.ValueAddedReliability;

/** Fits as rows of the published tables. */
final class ValueAddedRows {
    private static final Definition VALUE = new SchoolValueAdded().definition();
    private static final ValueAddedReliability RELIABILITY = new ValueAddedReliability();
    private static final ValueAddedBand BAND = new ValueAddedBand();

    private final List<Measures> measures = new ArrayList<>();
    private final List<ModelFits> fits = new ArrayList<>();
    private final List<Words> reasons = new ArrayList<>();

    void add(CohortPlan plan, CohortFit fit, String unit) {
        for (SchoolEffect effect : fit.effects()) {
            measures.add(row(plan, effect.school(), VALUE, unit, effect.outcome()));
            measures.add(row(
                    plan,
                    effect.school(),
                    RELIABILITY.definition(),
                    RELIABILITY.definition().unit(),
                    RELIABILITY.of(effect)));
            measures.add(row(
                    plan, effect.school(), BAND.definition(), BAND.definition().unit(), BAND.of(effect)));
        }
        fit.terms()
                .forEach(term -> fits.add(new ModelFits(
                        plan.block().id(),
                        plan.block().outcome().year(),
                        facet(plan),
                        term.term(),
                        term.estimate(),
                        term.se(),
                        null,
                        term.pupils(),
                        term.schools())));
        if (!fit.refusal().equals(Words.NONE)) {
            String which = plan.block().id() + " (" + plan.subject() + "): ";
            reasons.add(
                    new Words(which + fit.refusal().zh(), which + fit.refusal().en()));
        }
    }

    Modelled result() {
        return new Modelled(measures, fits, reasons);
    }

    private static String facet(CohortPlan plan) {
        return "score:" + plan.subject();
    }

    private static Measures row(CohortPlan plan, String school, Definition definition, String unit, Outcome outcome) {
        @Nullable Value value = outcome instanceof Value v ? v : null;
        @Nullable Interval interval = value == null ? null : value.interval();
        int grade = plan.block().outcome().grade();
        Words reason = outcome instanceof Absent absent ? absent.reason() : ((Value) outcome).caution();
        return new Measures(
                definition.id(),
                plan.block().id(),
                SubjectType.SCHOOL,
                school,
                plan.block().outcome().year(),
                null,
                Stage.ofGrade(grade),
                grade,
                facet(plan),
                "",
                definition.version(),
                value == null ? null : Double.valueOf(value.value()),
                unit,
                interval == null ? null : interval.se(),
                interval == null ? null : Double.valueOf(interval.low()),
                interval == null ? null : Double.valueOf(interval.high()),
                interval == null ? null : Double.valueOf(interval.level()),
                null,
                null,
                null,
                outcome.counts().pupils(),
                null,
                value == null ? Status.NOT_ASSESSED : reason.equals(Words.NONE) ? Status.OK : Status.LOW_EVIDENCE,
                reason.both(),
                String.join(";", definition.clauses()));
    }
}
