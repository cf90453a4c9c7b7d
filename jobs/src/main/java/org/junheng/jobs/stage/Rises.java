package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junheng.integration.YearlyRise;
import org.junheng.integration.YearlyRise.TwoYears;
import org.junheng.jobs.table.Measures;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Outcome;
import org.junheng.metric.Words;

/** Shares of local enrolment against those of the year before. */
final class Rises {
    private static final Words FIRST = new Words("没有上一年的数据", "the year before is not there");

    private Rises() {}

    /** @param measures what was measured of townships and areas */
    static List<Measures> of(List<Measures> measures) {
        SortedMap<String, Measures> shares = new TreeMap<>();
        measures.stream()
                .filter(m -> m.metricId().equals("retention.local_share") && m.baseYear() == null)
                .forEach(m -> shares.put(key(m, m.year()), m));
        List<Measures> rises = new ArrayList<>();
        for (Measures now : shares.values()) {
            @Nullable Measures before = shares.get(key(now, now.year() - 1));
            Outcome earlier = before == null
                    ? new Absent(FIRST, Counts.NONE)
                    : Judge.figure(before).outcome();
            Outcome rise =
                    new YearlyRise().of(new TwoYears(earlier, Judge.figure(now).outcome()));
            MeasureRow row = MeasureRow.of(
                    "retention.yearly_rise", now.subjectType(), now.subjectId(), now.year(), now.stage(), now.facet());
            rises.add(new MeasureRow(
                            row.definition(),
                            row.subjectType(),
                            row.subjectId(),
                            row.year(),
                            now.year() - 1,
                            row.stage(),
                            null,
                            row.facet(),
                            "")
                    .with(rise));
        }
        return rises;
    }

    private static String key(Measures m, int year) {
        return m.subjectType() + "|" + m.subjectId() + "|" + m.stage() + "|" + m.facet() + "|" + year;
    }
}
