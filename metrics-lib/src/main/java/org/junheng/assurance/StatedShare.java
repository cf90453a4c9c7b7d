package org.junheng.assurance;

import java.util.List;
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
 * A quotient of two figures that only a county can state (县级填报比例).
 *
 * <p>{@code numerator item / denominator item}; a ratio.
 *
 * <p>Absent when either is not stated, or the denominator is 0.
 *
 * <p>Source: 教督〔2017〕6号, government 8, 14 and 15, quality 2.
 *
 * <p>Clauses: national-2017:G8; national-2017:G14; national-2017:G15; national-2017:Q2.
 */
public record StatedShare(Kind kind) implements Metric<CountyStatement> {
    private static final Words NOT_STATED = new Words("两项填报数缺一", "one of the two figures is not stated");
    private static final Words ZERO = new Words("分母为0", "the denominator is 0");

    /** Which quotient. */
    public enum Kind {
        PAY(
                "assurance.pay_ratio",
                "教师与公务员平均工资之比",
                "pay of teachers to pay of civil servants",
                "G8",
                "teacher_pay_10k_yuan",
                "civil_servant_pay_10k_yuan"),
        QUALITY_PLACES(
                "assurance.quality_place_share",
                "优质高中名额分配比例",
                "share of quality senior places allocated to junior schools",
                "G14",
                "allocated_places",
                "quality_senior_places"),
        MIGRANTS(
                "assurance.migrant_share",
                "随迁子女在公办和政府购买服务民办学校就读比例",
                "share of eligible migrant children in public and purchased places",
                "G15",
                "migrant_pupil_count",
                "eligible_migrant_pupil_count"),
        DISABLED(
                "assurance.disabled_enrolment",
                "残疾儿童少年入学率",
                "share of disabled children enrolled",
                "Q2",
                "disabled_enrolled_count",
                "disabled_child_count");

        private final String id;
        private final Words name;
        private final String rule;
        private final String numerator;
        private final String denominator;

        Kind(String id, String zh, String en, String rule, String numerator, String denominator) {
            this.id = id;
            this.name = new Words(zh, en);
            this.rule = rule;
            this.numerator = numerator;
            this.denominator = denominator;
        }
    }

    @Override
    public Definition definition() {
        return new Definition(
                kind.id,
                kind.name,
                kind.numerator + " / " + kind.denominator,
                "1",
                "ratio",
                Better.HIGHER,
                List.of("national-2017:" + kind.rule),
                List.of("county_inputs." + kind.numerator, "county_inputs." + kind.denominator),
                new Words("任一填报数缺失或分母为0时不评价", "absent when either is not stated or the denominator is 0"),
                "hand example");
    }

    @Override
    public Class<CountyStatement> view() {
        return CountyStatement.class;
    }

    @Override
    public boolean appliesTo(CountyStatement view) {
        return !view.isOfSubject();
    }

    @Override
    public Outcome of(CountyStatement view) {
        Double numerator = view.item(kind.numerator);
        Double denominator = view.item(kind.denominator);
        return numerator == null || denominator == null
                ? new Absent(NOT_STATED, Counts.NONE)
                : Share.of(1, Decimals.of(numerator), Decimals.of(denominator), Counts.NONE, ZERO, Words.NONE);
    }
}
