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
import org.junheng.stats.Wilson;
import org.junheng.subject.SurveyView;

/**
 * Share of satisfied answers (满意度).
 *
 * <p>{@code (very satisfied + satisfied) / answers}, summed over schools and then divided; a ratio, with the interval of Wilson at 95 %.
 *
 * <p>Schools that do not report a count are left out. Absent when nothing is left or when more answers are satisfied than
 * there are.
 *
 * <p>Source: Yunnan guideline 2024, dimension 5; Wilson 1927.
 *
 * <p>Clauses: YN-D5; national-2017:S1; SD-02; MOE43-03.
 */
public record SatisfactionRate() implements Metric<SurveyView> {
    private static final Words NOTHING = new Words("没有可用的答卷", "no usable answers");
    private static final Words TOO_MANY = new Words("满意答卷数多于答卷总数", "more satisfied answers than answers");
    private static final double LEVEL = 0.95;

    @Override
    public Definition definition() {
        return new Definition(
                "satisfaction.rate",
                new Words("满意率", "share of satisfied answers"),
                "(very satisfied + satisfied) / answers; interval of Wilson",
                "1",
                "ratio",
                Better.HIGHER,
                List.of("YN-D5", "national-2017:S1", "SD-02", "MOE43-03"),
                List.of("survey_counts.satisfied|survey_responses.answer"),
                new Words("答卷计数缺失的学校剔除", "schools that do not report a count are left out"),
                "four intervals of Newcombe 1998");
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
    public boolean isSampled() {
        return true;
    }

    @Override
    public Outcome of(SurveyView view) {
        long part = 0;
        long whole = 0;
        long schools = 0;
        for (SurveyView.Tally tally : view.schools()) {
            Long some = tally.satisfied();
            Long all = tally.answered();
            if (some != null && all != null && all > 0) {
                part += some;
                whole += all;
                schools++;
            }
        }
        Counts counts = new Counts(schools, null, whole);
        if (whole == 0) {
            return new Absent(NOTHING, counts);
        }
        if (part < 0 || part > whole) {
            return new Absent(TOO_MANY, counts);
        }
        Value rate = Value.ofRatio((double) part / whole, part, whole, counts);
        return rate.within(Wilson.of(part, whole, LEVEL));
    }
}
