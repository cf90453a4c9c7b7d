package org.junheng.selection;

import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Composite;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.RandomIntercept;

/**
 * What the value-added of a flagged school could be with the pupils who are missing (学校增值界限).
 *
 * <p>With {@code n} pupils in the model, mean residual {@code r}, {@code m} pupils who are missing, and {@code s = sqrt(sigma2_school + sigma2_pupil)}. Missing
 * are pupils of the earlier exam without a later score; of a school flagged by its tested share, whose earlier exam lies in another stage, pupils on the
 * roll of the grade who were not tested. {@code rel(k) = sigma2_school / (sigma2_school + sigma2_pupil / k)}:
 *
 * <ul>
 *   <li>{@link Bound#LOW}, {@link Bound#HIGH}: every missing pupil at the 5 % or the 95 % quantile of the outcome given what the model knows,
 *       {@code rel(n + m) (n r -+ m 1.645 s) / (n + m)};
 *   <li>{@link Bound#TRIMMED_LOW}, {@link Bound#TRIMMED_HIGH}: the other schools trimmed to the share tested here (Lee): with {@code q = 1 - tested here /
 *       tested in the other schools of the county}, {@code rel(n) (r -+ s phi(z) / (1 - q))}, {@code z} the {@code 1 - q} point of the standard normal
 *       distribution; the value itself where no smaller share is tested here. They speak of pupils who are tested either way.
 * </ul>
 *
 * <p>The first two hold the value with all pupils unless the missing ones lie beyond these quantiles on average. Fixed effects and variances as fitted; residuals normal as the model has them. In units of the value-added.
 *
 * <p>Absent where the school has no value-added, where schools do not differ measurably, and where nobody of the other schools was tested.
 *
 * <p>Source: Manski 1990; Lee 2009, Review of Economic Studies 76.
 *
 * <p>Clause: YN-D4.
 */
public record BoundedValueAdded(Bound bound) implements Composite<BoundedValueAdded.School> {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
    private static final double Z_95 = 1.6448536269514722;
    private static final Words NO_VALUE = new Words("学校增值未评价", "the school has no value-added");
    private static final Words ALIKE = new Words("学校间未见可测差异", "schools do not differ measurably");
    private static final Words NOBODY =
            new Words("县内其他学校没有可比学生", "no pupils of other schools of the county to compare with");

    /** Which bound. */
    public enum Bound {
        LOW("low", "低界(缺考学生均在5%分位)", "lower bound, missing pupils at the 5 % quantile"),
        HIGH("high", "高界(缺考学生均在95%分位)", "upper bound, missing pupils at the 95 % quantile"),
        TRIMMED_LOW("trimmed_low", "截尾低界", "lower bound by trimming"),
        TRIMMED_HIGH("trimmed_high", "截尾高界", "upper bound by trimming");

        private final String id;
        private final Words words;

        Bound(String id, String zh, String en) {
            this.id = "selection.valueadded_" + id;
            this.words = new Words("学校增值" + zh, "value-added of a school: " + en);
        }

        private double sign() {
            return this == LOW || this == TRIMMED_LOW ? -1 : 1;
        }
    }

    /**
     * A school, the model, and who is missing.
     *
     * @param own pupils of its earlier exam
     * @param others pupils of the earlier exam in the other schools of the county
     */
    public record School(String school, RandomIntercept model, LeaverTally own, LeaverTally others) {}

    /**
     * A school as it stands in a model, and who is missing.
     *
     * @param n pupils in the model
     * @param effect, reliability its value-added
     * @param tested, testedElsewhere shares of pupils tested, here and in the other schools of the county; not a number where there are none
     * @param told how many are missing, in words
     */
    public record Seen(
            long n,
            double effect,
            double reliability,
            double sigma2School,
            double sigma2Pupil,
            double missing,
            double tested,
            double testedElsewhere,
            Words told) {
        double residual() {
            return effect / reliability;
        }

        double spread() {
            return Math.sqrt(sigma2School + sigma2Pupil);
        }
    }

    @Override
    public Definition definition() {
        boolean trimmed = bound == Bound.TRIMMED_LOW || bound == Bound.TRIMMED_HIGH;
        String sign = bound.sign() < 0 ? "-" : "+";
        return new Definition(
                bound.id,
                bound.words,
                trimmed
                        ? "rel(n) (r " + sign
                                + " s phi(z) / (1 - q)), q = 1 - share tested here / share tested in the county's other schools"
                        : "rel(n + m) (n r " + sign
                                + " m 1.645 s) / (n + m), m = pupils of the prior exam without a later score, or on the roll and not tested; s = sqrt(sigma2_school + sigma2_pupil)",
                "1",
                "score",
                Better.NONE,
                List.of("YN-D4"),
                List.of("pupil_scores.score", "pupil_scores.school_code"),
                new Words(
                        "只对被提示的学校给出;没有学校增值、学校间无可测差异或县内无可比学生时不评价",
                        "given for flagged schools only; absent without value-added, when schools do not differ measurably, or without pupils"
                                + " of other schools to compare with"),
                "hand example; simulation with a planted removal (the bounds hold the value with all pupils)");
    }

    @Override
    public Outcome of(School school) {
        for (RandomIntercept.Effect effect : school.model().effects()) {
            if (effect.group().equals(school.school())) {
                return of(new Seen(
                        effect.n(),
                        effect.value(),
                        effect.reliability(),
                        school.model().sigma2Groups(),
                        school.model().sigma2Units(),
                        school.own().untested(),
                        tested(school.own()),
                        tested(school.others()),
                        told(school.own())));
            }
        }
        return new Absent(NO_VALUE, Counts.NONE);
    }

    public Outcome of(Seen seen) {
        Counts counts = Counts.ofPupils(seen.n());
        if (!(seen.sigma2School() > 0 && seen.reliability() > 0)) {
            return new Absent(ALIKE, counts);
        } else if (bound == Bound.LOW || bound == Bound.HIGH) {
            double all = seen.n() + seen.missing();
            double mean = (seen.n() * seen.residual() + bound.sign() * seen.missing() * Z_95 * seen.spread()) / all;
            double reliability = seen.sigma2School() / (seen.sigma2School() + seen.sigma2Pupil() / all);
            return Value.of(reliability * mean, counts).withCaution(seen.told());
        } else if (!(seen.testedElsewhere() > 0)) {
            return new Absent(NOBODY, counts);
        }
        double trimmed = Math.max(0, 1 - seen.tested() / seen.testedElsewhere());
        double moved = seen.residual() + bound.sign() * seen.spread() * shift(trimmed);
        return Outcome.nearest(seen.reliability() * moved, counts) instanceof Value value
                ? value.withCaution(seen.told())
                : new Absent(NOBODY, counts);
    }

    /** By how much the mean of a standard normal distribution moves when a share of one end is cut off. */
    private static double shift(double trimmed) {
        return trimmed == 0 ? 0 : NORMAL.density(NORMAL.inverseCumulativeProbability(1 - trimmed)) / (1 - trimmed);
    }

    private static double tested(LeaverTally tally) {
        return tally.pupils() == 0 ? Double.NaN : 1 - (double) tally.untested() / tally.pupils();
    }

    private static Words told(LeaverTally own) {
        String share = String.format(Locale.ROOT, "%.0f%%", 100.0 * own.untested() / Math.max(1, own.pupils()));
        return new Words("先前考试的学生中" + share + "没有结果成绩", share + " of the pupils of the prior exam have no later score");
    }
}
