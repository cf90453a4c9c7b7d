package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.List;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.ModelFits;
import org.junheng.metric.Definition;
import org.junheng.metric.Outcome;
import org.junheng.metric.Words;
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
        return new ModelRow(definition, plan.block().id(), plan.block().outcome(), facet(plan), unit)
                .of(SubjectType.SCHOOL, school, outcome);
    }
}
