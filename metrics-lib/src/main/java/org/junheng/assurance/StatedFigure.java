package org.junheng.assurance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;

/**
 * A figure that only a county can state, taken as it is (县级填报数). What the national report says of a school subject is never our own estimate.
 *
 * <p>The item itself; for the years since basic balance: {@code year - basic_balance_year}.
 *
 * <p>Absent when it is not stated.
 *
 * <p>Source: 教督〔2017〕6号, government 7, quality 9 (国家义务教育质量监测), conditions to apply.
 *
 * <p>Clauses: national-2017:G7; national-2017:Q9; national-2017:APPLY-BASIC; MOE43-02.
 */
public record StatedFigure(Kind kind) implements Metric<CountyStatement> {
    private static final Words NOT_STATED = new Words("未填报", "not stated");

    /** Which figure. */
    public enum Kind {
        SPECIAL_RUNNING_COST(
                "assurance.special_running_cost",
                "特殊教育学校生均公用经费",
                "running cost per pupil of special schools",
                "yuan",
                List.of("national-2017:G7"),
                "special_running_cost_yuan"),
        YEARS_SINCE_BASIC(
                "assurance.years_since_basic_balance",
                "通过基本均衡认定的年数",
                "years since basic balance was passed",
                "years",
                List.of("national-2017:APPLY-BASIC", "MOE43-02"),
                "basic_balance_year"),
        NATIONAL_DIFFERENCE_RATE(
                "assurance.national_difference_rate",
                "国家质量监测校际差异率",
                "difference rate between schools, as the national report states it",
                "ratio",
                List.of("national-2017:Q9"),
                "Q9"),
        NATIONAL_LEVEL(
                "assurance.national_level",
                "国家质量监测学业水平等级",
                "achievement level, as the national report states it",
                "level",
                List.of("national-2017:Q9"),
                "achievement_level");

        private final String id;
        private final Words name;
        private final String unit;
        private final List<String> clauses;
        private final String item;

        Kind(String id, String zh, String en, String unit, List<String> clauses, String item) {
            this.id = id;
            this.name = new Words(zh, en);
            this.unit = unit;
            this.clauses = clauses;
            this.item = item;
        }

        boolean isOfSubject() {
            return this == NATIONAL_DIFFERENCE_RATE || this == NATIONAL_LEVEL;
        }
    }

    @Override
    public Definition definition() {
        return new Definition(
                kind.id,
                kind.name,
                kind == Kind.YEARS_SINCE_BASIC ? "year - basic_balance_year" : formula(),
                "1",
                kind.unit,
                kind == Kind.NATIONAL_DIFFERENCE_RATE ? Better.LOWER : Better.HIGHER,
                kind.clauses,
                List.of("county_inputs." + kind.item.toLowerCase(java.util.Locale.ROOT)),
                new Words("未填报时不评价", "absent when it is not stated"),
                "hand example");
    }

    private String formula() {
        return kind.isOfSubject() ? kind.item + ":SUBJECT of county_inputs, facet = subject" : kind.item;
    }

    @Override
    public Class<CountyStatement> view() {
        return CountyStatement.class;
    }

    @Override
    public boolean appliesTo(CountyStatement view) {
        return kind.isOfSubject() == view.isOfSubject();
    }

    @Override
    public Outcome of(CountyStatement view) {
        @Nullable
        Double stated =
                view.item(kind.isOfSubject() ? kind.item + ":" + view.about().facet() : kind.item);
        if (stated == null || !Double.isFinite(stated)) {
            return new Absent(NOT_STATED, Counts.NONE);
        }
        return Value.of(kind == Kind.YEARS_SINCE_BASIC ? view.about().year() - stated : stated, Counts.NONE);
    }
}
