package org.junheng.satisfaction;

import java.util.List;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.subject.SurveyView;

/**
 * Response rate (问卷有效回收率).
 *
 * <p>{@code answers / questionnaires issued}, summed over schools and then divided; a ratio.
 *
 * <p>Schools that do not report a count are left out. Absent when nothing is left or more answers came than were issued.
 *
 * <p>Source: Yunnan guideline 2024, dimension 5.
 *
 * <p>Clause: YN-D5.
 */
public record ResponseRate() implements Metric<SurveyView> {
    private static final Words NOTHING = new Words("没有可用的答卷", "no usable answers");
    private static final Words TOO_MANY = new Words("答卷数多于发放数", "more answers than questionnaires issued");

    @Override
    public Definition definition() {
        return new Definition(
                "satisfaction.response_rate",
                new Words("有效回收率", "response rate"),
                "answers / questionnaires issued",
                "1",
                "ratio",
                Better.HIGHER,
                List.of("YN-D5"),
                List.of("survey_counts.issued_count"),
                new Words("发放数缺失的学校剔除", "schools that do not report a count are left out"),
                "hand example");
    }

    @Override
    public Class<SurveyView> view() {
        return SurveyView.class;
    }

    @Override
    public boolean isAdditive() {
        return true;
    }

    @Override
    public Outcome of(SurveyView view) {
        long part = 0;
        long whole = 0;
        long schools = 0;
        for (SurveyView.Tally tally : view.schools()) {
            Long some = tally.answered();
            Long all = tally.issued();
            if (some != null && all != null && all > 0) {
                part += some;
                whole += all;
                schools++;
            }
        }
        Counts counts = new Counts(schools, null, part);
        if (whole == 0) {
            return new Absent(NOTHING, counts);
        }
        return part < 0 || part > whole
                ? new Absent(TOO_MANY, counts)
                : Value.ofRatio((double) part / whole, part, whole, counts);
    }
}
