package org.junheng.assurance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Share;
import org.junheng.metric.Words;
import org.junheng.stats.Decimals;

/**
 * What a school has of what it must have in money (经费保障).
 *
 * <p>Running budget (公用经费): {@code 10000 * running_budget_10k_yuan / (running_cost_quota_yuan * max(100, pupils))}, so that a school of fewer than
 * 100 pupils is funded for 100; at least 1. Training budget (教师培训经费): {@code training_budget / running_budget}; a ratio.
 *
 * <p>Absent when a part is not reported, or the denominator is 0.
 *
 * <p>Source: 教督〔2017〕6号, government 6, quality 4.
 *
 * <p>Clauses: national-2017:G6; national-2017:Q4.
 */
public record SchoolRatio(Kind kind) implements Metric<SchoolReport> {
    private static final double FUNDED_FOR_AT_LEAST = 100;
    private static final Words MISSING = new Words("预算、定额或学生数未填报", "budget, quota or pupils not reported");
    private static final Words ZERO = new Words("分母为0", "the denominator is 0");
    private static final String BUDGET = "running_budget_10k_yuan";
    private static final String QUOTA = "running_cost_quota_yuan";
    private static final String TRAINING = "training_budget_10k_yuan";

    /** Which money. */
    public enum Kind {
        RUNNING_BUDGET,
        TRAINING_BUDGET
    }

    @Override
    public Definition definition() {
        Words missing = new Words("任一组成缺失或分母为0时不评价", "absent when a part is not reported or the denominator is 0");
        return kind == Kind.RUNNING_BUDGET
                ? new Definition(
                        "assurance.running_budget_ratio",
                        new Words("公用经费与核定数之比", "running budget to what the quota demands"),
                        "10000 * " + BUDGET + " / (" + QUOTA + " * max(100, pupils))",
                        "1",
                        "ratio",
                        Better.HIGHER,
                        List.of("national-2017:G6"),
                        List.of(
                                "school_indicators." + BUDGET,
                                "school_indicators." + QUOTA + "|county_inputs." + QUOTA,
                                "staff.pupil_count"),
                        missing,
                        "hand example")
                : new Definition(
                        "assurance.training_budget_share",
                        new Words("教师培训经费占公用经费预算比例", "training budget as a share of the running budget"),
                        TRAINING + " / " + BUDGET,
                        "1",
                        "ratio",
                        Better.HIGHER,
                        List.of("national-2017:Q4"),
                        List.of("school_indicators." + TRAINING, "school_indicators." + BUDGET),
                        missing,
                        "hand example");
    }

    @Override
    public Class<SchoolReport> view() {
        return SchoolReport.class;
    }

    @Override
    public boolean appliesTo(SchoolReport view) {
        return view.about().stage() == null && view.isCompulsory();
    }

    @Override
    public Outcome of(SchoolReport view) {
        Counts counts = view.counts();
        @Nullable Double budget = view.whole(BUDGET);
        if (kind == Kind.TRAINING_BUDGET) {
            @Nullable Double training = view.whole(TRAINING);
            return training == null || budget == null
                    ? new Absent(MISSING, counts)
                    : Share.of(1, Decimals.of(training), Decimals.of(budget), counts, ZERO, Words.NONE);
        }
        @Nullable Double quota = view.told().get(QUOTA);
        @Nullable Double pupils = view.compulsoryPupils();
        return budget == null || quota == null || pupils == null
                ? new Absent(MISSING, counts)
                : Share.of(
                        10_000,
                        Decimals.of(budget),
                        Decimals.of(quota).multiply(Decimals.of(Math.max(FUNDED_FOR_AT_LEAST, pupils))),
                        counts,
                        ZERO,
                        Words.NONE);
    }
}
