package org.junheng.integration;

import java.math.BigDecimal;
import java.util.List;
import org.junheng.integration.AttributedView.Attributed;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Share;
import org.junheng.metric.Words;
import org.junheng.stats.Decimals;
import org.junheng.subject.Attribution;
import org.junheng.subject.Role;

/**
 * Mean value-added of the lead or of the members of a cluster (集群增值), under one of three rules of attribution that stand side by side.
 *
 * <p>{@code sum(w e n) / sum(w n)}: e the value-added of a school, n its pupils behind it, w its weight by {@link Attribution}: part of the school year,
 * three full years or more (3, then 4), or membership at the start. The facet is {@code score:<subject>|<role>|<rule>}. No interval: the
 * errors of schools of one model are not independent.
 *
 * <p>Absent when no school that counts has a value-added.
 *
 * <p>Source: Yunnan guideline 2024, dimension 4; DfE, multi-academy trust performance measures, SFR 02/2017.
 *
 * <p>Clause: YN-D4.
 */
public record AttributedValueAdded(Attribution rule, Role role) implements Metric<AttributedView> {
    private static final Words NONE = new Words("没有计入的学校有增值结果", "no school that counts has a value-added");
    private static final Words LEFT_OUT = new Words("没有增值结果", "without a value-added");

    @Override
    public Definition definition() {
        return new Definition(
                "improvement.value_added",
                new Words("集群牵头与成员学校增值", "value-added of the lead and of the members of a cluster"),
                "sum(weight x pupils x value-added) / sum(weight x pupils); weight by exposure, by three full years, or by membership at the start",
                "1",
                "score points",
                Better.HIGHER,
                List.of("YN-D4"),
                List.of("memberships.cluster_id", "pupil_scores.score|school_scores.mean_score"),
                new Words("没有增值结果的学校剔除并说明", "schools without a value-added are left out and said"),
                "hand example");
    }

    @Override
    public Class<AttributedView> view() {
        return AttributedView.class;
    }

    @Override
    public boolean appliesTo(AttributedView view) {
        return view.rule() == rule && view.role() == role;
    }

    @Override
    public String facetSuffix() {
        return "|" + role + "|" + rule;
    }

    @Override
    public Outcome of(AttributedView view) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        long schools = 0;
        long pupils = 0;
        for (Attributed s : view.schools()) {
            if (s.value() != null && s.pupils() != null) {
                BigDecimal weight = Decimals.times(s.weight(), BigDecimal.valueOf(s.pupils()));
                sum = sum.add(Decimals.times(weight, Decimals.of(s.value())));
                weights = weights.add(weight);
                schools++;
                pupils += s.pupils();
            }
        }
        return Share.of(
                1,
                sum,
                weights,
                new Counts(schools, pupils, null),
                NONE,
                Share.leftOut(view.schools().size() - schools, LEFT_OUT));
    }
}
