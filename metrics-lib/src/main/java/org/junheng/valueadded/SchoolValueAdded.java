package org.junheng.valueadded;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
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
import org.junheng.stats.BetweenWithin;
import org.junheng.stats.EffectRanks;
import org.junheng.stats.Estimator;
import org.junheng.stats.LikelihoodRatio;
import org.junheng.stats.MixedModel;
import org.junheng.stats.RandomIntercept;
import org.junheng.valueadded.CohortFit.FittedTerm;
import org.junheng.valueadded.CohortFit.SchoolEffect;

/**
 * Value-added of a school (学校增值): how far its pupils are, on average, from pupils of the same start and background, shrunken towards 0 the
 * more the fewer they are.
 *
 * <p>{@code y = X b + u_school + e}; the value is the empirical-Bayes prediction of {@code u_school}, {@code se} its conditional standard
 * error (fixed effects taken as known), the interval the value +- 1.96 times its prediction-error standard error (fixed effects and variances
 * estimated).
 *
 * <p>Where the reliability of a prior score is given, its measurement error is corrected by {@link org.junheng.stats.MeasurementError}.
 *
 * <p>A term that the terms before it determine, a constant among them, is left out and has no estimate.
 *
 * <p>Complete cases only. Absent when fewer than 70 % of the pupils with an outcome score are complete, or when the data do not determine the
 * model. Where the school variance is estimated as 0 every school has 0 with standard error 0 and a caution; the interval is then +- 1.96
 * standard deviations at the upper 95 % limit of the school variance. A school of fewer than 30 pupils has a caution.
 *
 * <p>Source: Aitkin and Longford 1986; Goldstein et al. 1993; Raudenbush and Willms 1995; for the interval Prasad and Rao 1990.
 *
 * <p>Clause: YN-D4.
 */
public record SchoolValueAdded() implements Model<Cohort, CohortFit> {
    private static final Words ALIKE = new Words("学校间未见可测差异", "schools do not differ measurably");
    private static final Words NOBODY = new Words("没有数据完整的学生", "no pupil has everything the model needs");
    private static final Words UNRELIABLE = new Words(
            "按所填信度,先前成绩的校内差异全部可由测量误差解释,无法校正",
            "with the reliability that is given, errors alone would explain how prior scores differ within schools");
    static final double LEVEL = 0.95;
    static final double NORMAL = 1.959963984540054;
    private static final int FEW_PUPILS = 30;

    @Override
    public Definition definition() {
        return new Definition(
                "valueadded.school",
                new Words("学校增值", "value-added of a school"),
                "y = X b + u_school + e, REML or ML; value = empirical-Bayes u_school; se = its conditional standard error (fixed effects"
                        + " taken as known); ci = value +- 1.96 x prediction-error standard error (uncertainty of the fixed effects"
                        + " and of the variances added: g1 + g2 + 2 g3), so ci is wider than value +- 1.96 se; with school variance 0: ci = +- 1.96 x the upper 95 %"
                        + " profile-likelihood limit of the school standard deviation. Without pupils' data: residual of the weighted"
                        + " regression of school means on prior school means, weights = tested pupils, no se, no ci",
                "1",
                "score",
                Better.HIGHER,
                List.of("YN-D4"),
                List.of("pupil_scores.score|school_scores.mean_score"),
                new Words(
                        "只用数据完整的学生;匹配率低于70%或模型无法估计时不评价;少于30人或学校间无可测差异时证据不足",
                        "complete cases only; not assessed below a match rate of 70 % or when the data do not determine the model; little"
                                + " evidence below 30 pupils or when schools do not differ measurably"),
                "Exam data (4,059 pupils, 65 inner London schools; Goldstein et al. 1993) fitted with lme4 1.1.31 and nlme 3.1.162");
    }

    @Override
    public CohortFit fit(Cohort cohort) {
        SortedMap<String, SchoolSums> complete = CohortDesign.complete(cohort);
        MatchRate match = MatchRate.of(cohort, complete);
        Words refusal = match.refusal();
        if (!refusal.equals(Words.NONE)) {
            return refused(cohort, match, refusal);
        }
        CohortDesign.Columns columns = CohortDesign.of(cohort, complete);
        BetweenWithin design = columns.data();
        if (design == null) {
            return refused(cohort, match, UNRELIABLE);
        }
        MixedModel model = RandomIntercept.fit(design, cohort.estimator());
        return model instanceof RandomIntercept fitted
                ? fitted(cohort, match, fitted, columns, design)
                : refused(cohort, match, ((MixedModel.NotFitted) model).reason());
    }

    private static CohortFit refused(Cohort cohort, MatchRate match, Words reason) {
        List<SchoolEffect> effects = new ArrayList<>();
        cohort.schools()
                .forEach((school, sums) -> effects.add(
                        new SchoolEffect(school, new Absent(reason, Counts.ofPupils(sums.complete())), null)));
        return new CohortFit(match.terms(), effects, reason);
    }

    /** Effects by school in the model without any term, of the very pupils of the model; none where the model has no term. */
    private static SortedMap<String, Outcome> unadjusted(Cohort cohort, BetweenWithin design) {
        SortedMap<String, Outcome> unadjusted = new TreeMap<>();
        if (design.variables().size() > 1
                && RandomIntercept.fit(design.responseOnly(), cohort.estimator()) instanceof RandomIntercept fit) {
            fit.effects().forEach(effect -> unadjusted.put(effect.group(), value(effect, fit)));
        }
        return unadjusted;
    }

    private static CohortFit fitted(
            Cohort cohort, MatchRate match, RandomIntercept fit, CohortDesign.Columns columns, BetweenWithin design) {
        SortedMap<String, Outcome> unadjusted = unadjusted(cohort, design);
        List<EffectRanks.Rank> ranks = EffectRanks.of(
                fit.effects().stream().map(RandomIntercept.Effect::value).toList(),
                fit.effects().stream()
                        .map(RandomIntercept.Effect::conditionalSe)
                        .toList());
        SortedMap<String, SchoolEffect> effects = new TreeMap<>();
        cohort.schools()
                .keySet()
                .forEach(school ->
                        effects.put(school, new SchoolEffect(school, new Absent(NOBODY, Counts.ofPupils(0)), null)));
        for (int i = 0; i < ranks.size(); i++) {
            RandomIntercept.Effect effect = fit.effects().get(i);
            String school = effect.group();
            effects.put(
                    school,
                    new SchoolEffect(
                            school, value(effect, fit), effect.reliability(), unadjusted.get(school), ranks.get(i)));
        }
        List<FittedTerm> terms = terms(cohort, match, fit, design);
        columns.dropped().forEach(name -> terms.add(match.dropped(name)));
        return new CohortFit(terms, List.copyOf(effects.values()), Words.NONE, fit);
    }

    private static Value value(RandomIntercept.Effect effect, RandomIntercept fit) {
        boolean alike = fit.sigma2Groups() == 0;
        double half = NORMAL * (alike ? Math.sqrt(fit.sigma2GroupsHigh()) : effect.intervalSe());
        Interval interval = new Interval(effect.conditionalSe(), effect.value() - half, effect.value() + half, LEVEL);
        return Value.of(effect.value(), Counts.ofPupils(effect.n()))
                .within(interval)
                .withCaution(caution(alike, effect.n()));
    }

    /** Schools that do not differ, and fewer than 30 pupils, are little evidence. */
    static Words caution(boolean alike, long pupils) {
        if (alike || pupils >= FEW_PUPILS) {
            return alike ? ALIKE : Words.NONE;
        }
        return new Words(
                "只有" + pupils + "名学生(少于" + FEW_PUPILS + "名)",
                "only " + pupils + " pupils (fewer than " + FEW_PUPILS + ")");
    }

    private static List<FittedTerm> terms(Cohort cohort, MatchRate match, RandomIntercept fit, BetweenWithin design) {
        List<FittedTerm> terms = new ArrayList<>();
        fit.coefficients().forEach(c -> terms.add(match.term(c.term(), c.estimate(), c.se())));
        terms.add(match.term("sigma2_school", fit.sigma2Groups(), null));
        terms.add(match.term("sigma2_pupil", fit.sigma2Units(), null));
        terms.add(match.term("icc", fit.icc(), null));
        terms.add(match.term("log_likelihood", fit.logLikelihood(), null));
        if (fit.estimator() == Estimator.REML) {
            terms.add(match.term("reml_criterion", fit.criterion(), null));
        }
        terms.add(match.term("aic", fit.aic(), null));
        terms.add(match.term("bic", fit.bic(), null));
        terms.addAll(tests(match, design));
        terms.addAll(match.terms());
        for (Term term : cohort.terms()) {
            Double reliability = term instanceof Term.PupilNumber number
                    ? cohort.reliabilities().get(number.at())
                    : null;
            if (reliability != null) {
                terms.add(match.term("reliability_" + term.name(), reliability, null));
            }
        }
        return terms;
    }

    /** Tests by maximum likelihood: whether schools differ at all, and whether the terms explain anything. */
    private static List<FittedTerm> tests(MatchRate match, BetweenWithin design) {
        List<FittedTerm> tests = new ArrayList<>();
        OptionalDouble full = RandomIntercept.lowestCriterion(design, Estimator.ML);
        if (full.isEmpty()) {
            return tests;
        }
        double without = RandomIntercept.criterionWithoutGroups(design, Estimator.ML);
        tests.add(match.tested("lr_school", LikelihoodRatio.ofVariance(without, full.getAsDouble())));
        BetweenWithin response = design.responseOnly();
        OptionalDouble empty = RandomIntercept.lowestCriterion(response, Estimator.ML);
        if (design.variables().size() > 1 && empty.isPresent()) {
            tests.add(match.tested(
                    "lr_terms",
                    LikelihoodRatio.of(
                            empty.getAsDouble(),
                            RandomIntercept.parameters(response),
                            full.getAsDouble(),
                            RandomIntercept.parameters(design))));
        }
        return tests;
    }
}
