package org.junheng.jobs.stage;

import org.jspecify.annotations.Nullable;
import org.junheng.jobs.config.Exam;
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

/** The key of a number that a model gives about one exam and subject, and the row that an outcome makes of it. */
record ModelRow(
        Definition definition,
        String model,
        Exam exam,
        @Nullable Integer baseYear,
        String facet,
        String unit) {
    ModelRow(Definition definition, String model, Exam exam, String facet) {
        this(definition, model, exam, facet, definition.unit());
    }

    ModelRow(Definition definition, String model, Exam exam, String facet, String unit) {
        this(definition, model, exam, null, facet, unit);
    }

    /** The same compared with an earlier year. */
    ModelRow since(int year) {
        return new ModelRow(definition, model, exam, year, facet, unit);
    }

    Measures of(SubjectType type, String subject, Outcome outcome) {
        @Nullable Value value = outcome instanceof Value v ? v : null;
        @Nullable Interval interval = value == null ? null : value.interval();
        Words reason = outcome instanceof Absent absent ? absent.reason() : ((Value) outcome).caution();
        return new Measures(
                definition.id(),
                model,
                type,
                subject,
                exam.year(),
                baseYear,
                Stage.ofGrade(exam.grade()),
                exam.grade(),
                facet,
                "",
                definition.version(),
                value == null ? null : Double.valueOf(value.value()),
                unit,
                interval == null ? null : interval.se(),
                interval == null ? null : Double.valueOf(interval.low()),
                interval == null ? null : Double.valueOf(interval.high()),
                interval == null ? null : Double.valueOf(interval.level()),
                value == null ? null : value.numerator(),
                value == null ? null : value.denominator(),
                outcome.counts().schools(),
                outcome.counts().pupils(),
                null,
                value == null ? Status.NOT_ASSESSED : reason.equals(Words.NONE) ? Status.OK : Status.LOW_EVIDENCE,
                reason.both(),
                String.join(";", definition.clauses()));
    }
}
