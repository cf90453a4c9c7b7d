package org.junheng.valueadded;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Interval;
import org.junheng.metric.Model;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.MixedEffects;

/**
 * Effects of schools or counties in a value-added model with a {@link Structure} (增值模型的其他结构), which stand beside the value-added of schools.
 *
 * <p>The value is the empirical-Bayes prediction of the effect, {@code se} its conditional standard error (fixed effects taken as known), the
 * interval the value +- 1.96 times its prediction-error standard error (fixed effects estimated, variances taken as known).
 *
 * <p>Absent when the model was not fitted, and for a school without a pupil in it. Where the variance of the effects is 0 every value is 0 without
 * an interval and with a caution. Fewer than 30 pupils are little evidence.
 *
 * <p>Source: Goldstein 2011 (slopes, three levels, crossed and multiple membership); for time shares Browne, Goldstein and Rasbash 2001.
 *
 * <p>Clause: YN-D4.
 */
public record StructuredEffects(Of of) implements Model<StructuredFit, SortedMap<String, Outcome>> {
    private static final Words NOBODY = new Words("没有数据完整的学生", "no pupil has everything the model needs");

    /** Which effects: of the levels of a factor, and of these the intercept or the slope. */
    public enum Of {
        SLOPE(
                "valueadded.slope",
                new Words("学校增值随起点的变化", "slope of a school's value-added in the prior score"),
                "y = X b + u_school + v_school x prior + e; value = empirical-Bayes v_school: how much more a point of the newest prior counts",
                "score per point",
                "Exam data (Goldstein et al. 1993): random slope of lme4 1.1.31",
                0,
                1),
        COUNTY(
                "valueadded.county",
                new Words("县区增值", "value-added of a county"),
                "y = X b + c_county + u_school + e; value = empirical-Bayes c_county",
                "score",
                "egsingle (7,230 occasions, 60 schools): nested effects of lme4 1.1.31",
                1,
                0),
        SCHOOL_IN_COUNTY(
                "valueadded.school_in_county",
                new Words("学校在本县区内的增值", "value-added of a school within its county"),
                "y = X b + c_county + u_school + e; value = empirical-Bayes u_school",
                "score",
                "egsingle (7,230 occasions, 60 schools): nested effects of lme4 1.1.31",
                0,
                0),
        NET_OF_FEEDER(
                "valueadded.net_of_feeder",
                new Words("扣除来源学校影响的学校增值", "value-added of a school net of its pupils' earlier schools"),
                "y = X b + u_school + f_feeder + e, feeder = school of the newest prior exam; value = empirical-Bayes u_school",
                "score",
                "ScotsSec (3,435 pupils, 148 x 19 schools): crossed effects of lme4 1.1.31",
                0,
                0),
        BY_TIME(
                "valueadded.by_time",
                new Words("按在校时间分摊的学校增值", "value-added of a school with mobile pupils' time split"),
                "y = X b + sum(w_school u_school) + e, w = share of the days since the newest prior exam, in twelfths; value = empirical-Bayes"
                        + " u_school",
                "score",
                "multiple membership with lme4 1.1.31 and its Z matrix replaced",
                0,
                0);

        private final String id;
        private final Words name;
        private final String formula;
        private final String unit;
        private final String reference;
        private final int factor;
        private final int effect;

        Of(String id, Words name, String formula, String unit, String reference, int factor, int effect) {
            this.id = id;
            this.name = name;
            this.formula = formula;
            this.unit = unit;
            this.reference = reference;
            this.factor = factor;
            this.effect = effect;
        }
    }

    @Override
    public Definition definition() {
        return new Definition(
                of.id,
                of.name,
                of.formula
                        + "; se = its conditional standard error; ci = value +- 1.96 x prediction-error standard error (variances taken as"
                        + " known)",
                "1",
                of.unit,
                of == Of.SLOPE ? Better.NONE : Better.HIGHER,
                List.of("YN-D4"),
                List.of("pupil_scores.score", "pupil_scores.school_code"),
                new Words(
                        "只用数据完整的学生;匹配率低于70%或模型无法估计时不评价;方差为0时无区间",
                        "complete cases only; not assessed below a match rate of 70 % or when the data do not determine the model; no"
                                + " interval where the variance is 0"),
                of.reference);
    }

    /** By the code of the school or county. */
    @Override
    public SortedMap<String, Outcome> fit(StructuredFit fit) {
        SortedMap<String, Outcome> outcomes = new TreeMap<>();
        Words without = fit.refusal().equals(Words.NONE) ? NOBODY : fit.refusal();
        if (of != Of.COUNTY) {
            fit.schools().forEach(school -> outcomes.put(school, new Absent(without, Counts.NONE)));
        }
        MixedEffects model = fit.model();
        if (model != null) {
            MixedEffects.Factor factor = model.factors().get(of.factor);
            factor.levels().forEach(level -> outcomes.put(level.level(), value(level, factor)));
        }
        outcomes.remove(""); // a county that is not known
        return outcomes;
    }

    private Value value(MixedEffects.Level level, MixedEffects.Factor factor) {
        double effect = level.effects().get(of.effect);
        boolean alike = factor.variance(of.effect) == 0;
        Value value =
                Value.of(effect, Counts.ofPupils(level.n())).withCaution(SchoolValueAdded.caution(alike, level.n()));
        double half = SchoolValueAdded.NORMAL * level.predictionSe(of.effect);
        return alike
                ? value
                : value.within(new Interval(
                        level.conditionalSe(of.effect), effect - half, effect + half, SchoolValueAdded.LEVEL));
    }
}
