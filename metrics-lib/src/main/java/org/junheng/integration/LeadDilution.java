package org.junheng.integration;

import java.math.BigDecimal;
import java.util.List;
import org.junheng.integration.ProgressView.Change;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Share;
import org.junheng.metric.Words;

/**
 * Share of the teacher standards R1 to R3 on which the lead itself has less per pupil than at the baseline (牵头学校稀释程度).
 *
 * <p>{@code levels that fell / levels known at both dates}, over the stages of the lead: teachers above the required degree, backbone teachers, teachers
 * of physical education and arts, each per 100 pupils. 0: the lead gave without becoming poorer.
 *
 * <p>Absent when no level of the lead is known at both dates.
 *
 * <p>Source: Yunnan guideline 2024, dimension 1: the stock must grow and not be spread thinner (proposal).
 *
 * <p>Clause: YN-D1.
 */
public record LeadDilution() implements Metric<ProgressView> {
    private static final Words NONE =
            new Words("牵头学校前后两年没有可比的师资水平", "no teacher level of the lead is known at both dates");

    @Override
    public Definition definition() {
        return new Definition(
                "stock.lead_dilution",
                new Words("牵头学校师资稀释比例", "share of the lead's teacher levels that fell"),
                "levels R1-R3 of the lead that fell since the baseline / levels known at both dates",
                "1",
                "ratio",
                Better.LOWER,
                List.of("YN-D1"),
                List.of("memberships.cluster_id", "staff.pupil_count"),
                new Words("没有可比水平时不评价", "absent when no level can be compared"),
                "independent recomputation over the sample");
    }

    @Override
    public Class<ProgressView> view() {
        return ProgressView.class;
    }

    @Override
    public Outcome of(ProgressView view) {
        List<Change> levels =
                view.leads().stream().flatMap(s -> s.levels().stream()).toList();
        long fell = levels.stream().filter(c -> c.now() < c.then()).count();
        return Share.of(
                1,
                BigDecimal.valueOf(fell),
                BigDecimal.valueOf(levels.size()),
                Counts.ofSchools(view.leads().size()),
                NONE,
                Words.NONE);
    }
}
