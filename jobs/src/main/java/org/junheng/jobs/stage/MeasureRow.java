package org.junheng.jobs.stage;

import org.jspecify.annotations.Nullable;
import org.junheng.Catalogue;
import org.junheng.jobs.table.Measures;
import org.junheng.metric.Absent;
import org.junheng.metric.Definition;
import org.junheng.metric.Interval;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.subject.Stage;
import org.junheng.subject.Status;
import org.junheng.subject.SubjectType;

/** The key of a measure, and the row that an outcome makes of it. */
record MeasureRow(
        Definition definition,
        SubjectType subjectType,
        String subjectId,
        int year,
        @Nullable Integer baseYear,
        @Nullable Stage stage,
        @Nullable Integer grade,
        String facet,
        String grouping) {

    static MeasureRow of(
            String metric, SubjectType type, String subject, int year, @Nullable Stage stage, String facet) {
        Definition definition = Catalogue.definition(metric)
                .orElseThrow(() -> new IllegalArgumentException("no metric " + metric + " in the catalogue"));
        return new MeasureRow(definition, type, subject, year, null, stage, null, facet, "");
    }

    Measures with(Outcome outcome) {
        return with(outcome, reason(outcome));
    }

    /** @param said why the number is weak or missing, or how a sound one came about */
    Measures with(Outcome outcome, Words said) {
        @Nullable Value value = outcome instanceof Value v ? v : null;
        @Nullable Interval interval = value == null ? null : value.interval();
        return new Measures(
                definition.id(),
                "",
                subjectType,
                subjectId,
                year,
                baseYear,
                stage,
                grade,
                facet,
                grouping,
                definition.version(),
                value == null ? null : Double.valueOf(value.value()),
                Units.of(definition, facet),
                interval == null ? null : interval.se(),
                interval == null ? null : Double.valueOf(interval.low()),
                interval == null ? null : Double.valueOf(interval.high()),
                interval == null ? null : Double.valueOf(interval.level()),
                value == null ? null : value.numerator(),
                value == null ? null : value.denominator(),
                outcome.counts().schools(),
                outcome.counts().pupils(),
                outcome.counts().responses(),
                status(outcome),
                said.both(),
                String.join(";", definition.clauses()));
    }

    /** The same number under the model, grade and unit of another row that it was made from. */
    static Measures ofModel(Measures m, Measures model) {
        return new Measures(
                m.metricId(),
                model.modelId(),
                m.subjectType(),
                m.subjectId(),
                m.year(),
                m.baseYear(),
                m.stage(),
                model.grade(),
                m.facet(),
                m.grouping(),
                m.formulaVersion(),
                m.value(),
                model.unit(),
                m.se(),
                m.ciLow(),
                m.ciHigh(),
                m.level(),
                m.numerator(),
                m.denominator(),
                m.nSchools(),
                m.nPupils(),
                m.nResponses(),
                m.status(),
                m.reason(),
                m.clauseIds());
    }

    private static Status status(Outcome outcome) {
        if (outcome instanceof Value value) {
            return value.caution().equals(Words.NONE) ? Status.OK : Status.LOW_EVIDENCE;
        }
        return Status.NOT_ASSESSED;
    }

    private static Words reason(Outcome outcome) {
        return outcome instanceof Absent absent ? absent.reason() : ((Value) outcome).caution();
    }
}
