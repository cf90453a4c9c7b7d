package org.junheng.balance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.Decimals;
import org.junheng.subject.Stage;

/**
 * What a stage of a school has per pupil in one resource (七项指标的校均水平).
 *
 * <p>{@code factor * numerator / denominator}. Resources of a stage: amount over its pupils. Shared resources of a school of several stages:
 * numerator = amount times the coefficient of the stage, denominator = weighted pupils (see {@link SharedSplit}).
 *
 * <p>Absent when a part is not reported, when the pupils of any stage among which it is shared are not reported, or when the stage has no pupils.
 * A kindergarten has no coefficient in the split: absent for shared resources.
 *
 * <p>Source: 教督〔2017〕6号; 教督〔2012〕3号; 测算均衡系数拆分公式.
 *
 * <p>Clauses: national-2017:R1-R7; national-2012:B1-B8.
 */
public record ResourceLevel() implements Metric<ResourceLevel.StageResource> {
    private static final Words NO_PUPILS = new Words("该学段没有学生", "the stage has no pupils");
    private static final Words NO_SHARE =
            new Words("幼儿园不参与各学段共用资源的拆分", "a kindergarten has no share in what the stages of a school share");
    private static final Words CONTRADICTION =
            new Words("室内体育用房面积大于教学及辅助用房面积", "indoor sports area exceeds the teaching and auxiliary area");
    private static final Words ORPHAN =
            new Words("不计校数但所属学校未上报,单独计算", "does not count as a school but its parent is not delivered: stands alone");

    /** One resource of one stage of a school. */
    public record StageResource(Population.Unit unit, Stage stage, Resource resource) {
        StageStaff staff() {
            StageStaff staff = unit.campus().stages().get(stage);
            if (staff == null) {
                throw new IllegalStateException(unit.campus().school() + " has no stage " + stage);
            }
            return staff;
        }
    }

    @Override
    public Definition definition() {
        return new Definition(
                "resource.level",
                new Words("学段生均资源水平", "resources of a stage of a school per pupil"),
                "factor * numerator / denominator; shared resources: numerator = amount * coefficient of the stage, denominator = weighted pupils A + 1.1 B + 1.32 C (or B + 1.2 C)",
                "1",
                "as facet",
                Better.HIGHER,
                List.of("national-2017:R1-R7", "national-2012:B1-B8"),
                List.of(
                        "schools.counts_as_school",
                        "schools.parent_school_code",
                        "schools.school_type",
                        "staff.pupil_count"),
                new Words(
                        "任一组成数据缺失或该学段无学生时不评价,缺失绝不当作0",
                        "absent when a part is missing or the stage has no pupils; missing is never 0"),
                "nine-year example: 9,711.6 and 13,514.4 of 23,226 books");
    }

    @Override
    public Class<StageResource> view() {
        return StageResource.class;
    }

    /**
     * The stages of compulsory schooling, and the senior stage for what is its own; the senior share of premises that several stages share is
     * dropped, and the eight resources of 2012 speak of compulsory schooling only.
     */
    @Override
    public boolean appliesTo(StageResource view) {
        return switch (view.stage()) {
            case PRIMARY, JUNIOR -> true;
            case SENIOR ->
                view.resource().isOf2017()
                        && !(view.resource().isShared()
                                && view.unit().campus().stages().size() > 1);
            case KINDERGARTEN -> false;
        };
    }

    @Override
    public Outcome of(StageResource view) {
        Double reported = view.staff().pupils();
        Counts counts = new Counts(1L, reported == null ? null : Math.round(reported), null);
        if (reported == null) {
            return new Absent(missing("staff.pupil_count"), counts);
        } else if (reported == 0) {
            return new Absent(NO_PUPILS, counts);
        }
        BigDecimal amount =
                view.resource().amount(view.staff(), view.unit().campus().reported());
        if (amount == null) {
            return new Absent(missing(String.join(", ", view.resource().inputs())), counts);
        }
        if (amount.signum() < 0) {
            return new Absent(CONTRADICTION, counts);
        }
        Outcome level;
        if (view.resource().isShared()) {
            if (view.stage() == Stage.KINDERGARTEN) {
                return new Absent(NO_SHARE, counts);
            }
            Optional<SharedSplit> split = SharedSplit.of(view.unit().campus());
            if (split.isEmpty()) {
                return new Absent(missing("staff.pupil_count"), counts);
            }
            BigDecimal coefficient = split.get().coefficients().getOrDefault(view.stage(), BigDecimal.ONE);
            level = level(
                    view.resource(), amount.multiply(coefficient), split.get().weightedPupils(), counts);
        } else {
            level = level(view.resource(), amount, Decimals.of(reported), counts);
        }
        return view.unit().orphan() && level instanceof Value value ? value.withCaution(ORPHAN) : level;
    }

    private static Outcome level(Resource resource, BigDecimal numerator, BigDecimal denominator, Counts counts) {
        BigDecimal exact = Decimals.ratio(Decimals.of(resource.factor()).multiply(numerator), denominator);
        Outcome level = Outcome.nearest(exact, counts);
        return level instanceof Value value
                ? Value.ofRatio(value.value(), numerator.doubleValue(), denominator.doubleValue(), counts)
                : level;
    }

    private static Words missing(String columns) {
        return new Words("缺少数据:" + columns, "not reported: " + columns);
    }
}
