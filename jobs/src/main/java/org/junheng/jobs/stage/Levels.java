package org.junheng.jobs.stage;

import org.junheng.jobs.table.Measures;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.subject.SubjectType;

/** The resource levels of every stage of every school as measures. */
final class Levels {
    private Levels() {}

    static Measures measure(PanelPoint p) {
        String subject = p.schoolCode() + ":" + p.stage();
        return MeasureRow.of("resource.level", SubjectType.STAGE_SCHOOL, subject, p.year(), p.stage(), p.facet())
                .with(outcome(p));
    }

    static Outcome outcome(PanelPoint p) {
        Counts counts = new Counts(
                1L, p.pupils() == null ? null : Long.valueOf(p.pupils().longValue()), null);
        Words reason = Words.parse(p.reason());
        return p.value() == null
                ? new Absent(reason, counts)
                : new Value(p.value(), null, p.numerator(), p.denominator(), counts, reason);
    }
}
