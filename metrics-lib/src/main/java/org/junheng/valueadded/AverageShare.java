package org.junheng.valueadded;

import java.util.List;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Composite;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.valueadded.CohortFit.SchoolEffect;

/**
 * Share of schools whose value-added cannot be told from the average (与平均无法区分的学校占比): a table of value-added is read with it in mind.
 *
 * <p>{@code schools with band 0 / schools with a band}; a ratio. A school counts whatever its evidence.
 *
 * <p>Absent where no school has a band.
 *
 * <p>Clause: YN-D4.
 */
public record AverageShare() implements Composite<List<SchoolEffect>> {
    private static final ValueAddedBand BAND = new ValueAddedBand();

    @Override
    public Definition definition() {
        return new Definition(
                "valueadded.average_share",
                new Words("与平均无法区分的学校占比", "share of schools that cannot be told from the average"),
                "schools whose 95 % interval of valueadded.school holds 0 / schools with an interval",
                "1",
                "ratio",
                Better.NONE,
                List.of("YN-D4"),
                List.of("pupil_scores.score", "pupil_scores.school_code"),
                new Words("没有学校有增值等级时不评价", "absent where no school has a band"),
                "hand example");
    }

    @Override
    public Outcome of(List<SchoolEffect> effects) {
        List<Double> bands = effects.stream()
                .map(BAND::of)
                .filter(Value.class::isInstance)
                .map(outcome -> ((Value) outcome).value())
                .toList();
        long average = bands.stream().filter(band -> band == 0).count();
        Counts counts = Counts.ofSchools(bands.size());
        return bands.isEmpty()
                ? new Absent("没有学校有增值等级", "no school has a band", counts)
                : Value.ofRatio((double) average / bands.size(), average, bands.size(), counts);
    }
}
