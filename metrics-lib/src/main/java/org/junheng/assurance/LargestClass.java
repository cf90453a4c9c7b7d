package org.junheng.assurance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.subject.Stage;

/**
 * Pupils in the largest class of a stage of a school (最大班额).
 *
 * <p>As reported, by stage; that of the whole school where it has one stage.
 *
 * <p>Absent when it is not reported, or is reported of a school of several stages without saying in which the class is.
 *
 * <p>Source: 教督〔2017〕6号, government 5: no class above 45 in primary and 50 in junior schooling.
 *
 * <p>Clause: national-2017:G5.
 */
public record LargestClass() implements Metric<SchoolReport> {
    private static final Words MISSING = new Words("最大班额未按学段填报", "the largest class is not reported by stage");

    @Override
    public Definition definition() {
        return new Definition(
                "assurance.largest_class",
                new Words("最大班额", "pupils in the largest class"),
                "largest_class_size by stage; of the whole school where it has one stage",
                "1",
                "pupils",
                Better.LOWER,
                List.of("national-2017:G5"),
                List.of("school_indicators.largest_class_size"),
                new Words("未按学段填报时不评价", "absent when it is not reported by stage"),
                "hand example");
    }

    @Override
    public Class<SchoolReport> view() {
        return SchoolReport.class;
    }

    @Override
    public boolean appliesTo(SchoolReport view) {
        return view.about().stage() != null && view.isCompulsory();
    }

    @Override
    public Outcome of(SchoolReport view) {
        @Nullable Stage stage = view.about().stage();
        @Nullable Double largest = stage == null ? null : view.of("largest_class_size", stage);
        return largest == null || !Double.isFinite(largest)
                ? new Absent(MISSING, view.counts())
                : Value.of(largest, view.counts());
    }
}
