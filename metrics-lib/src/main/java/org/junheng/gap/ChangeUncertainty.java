package org.junheng.gap;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Interval;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.Bootstrap;
import org.junheng.stats.CounterRandom;
import org.junheng.stats.Jackknife;
import org.junheng.stats.ResampledCvChange;
import org.junheng.stats.Resamples;
import org.junheng.subject.ChangeView;

/**
 * How far a change of a gap may be due to the schools that happened to be there (校际抽样变异): standard error and 95 % interval.
 *
 * <p>Schools are drawn with replacement, both years together; a school of one year only stays with its year. {@code se} is the standard deviation of the
 * resampled changes; the interval are their quantiles at {@code Phi(-+ t sqrt(n / (n - 1)))}, {@code t} the 97.5 % point of t with n - 1 degrees, n the schools
 * of the year that has fewer: the percentile interval, widened for few schools (Hesterberg 2015), and again by the ratio of the jackknife's standard error to
 * the bootstrap's where that is above 1 (up to 200 schools; beyond, the two agree). In simulation it covers the true change of log-normal figures in 93 to 95 %. Resources and scores are counts of all schools: the interval
 * then speaks of school-to-school variation only, not of a doubt about the figure.
 *
 * <p>No interval below a least number of schools in either year, for a gap that cannot be recomputed from counts of schools, and where more than one
 * resample in ten has no gap. Little evidence where the two standard errors differ by more than half: single schools decide.
 * A declared linking error adds its effect on the gap to the standard error and, in quadrature, to both sides of the interval. Across a declared break of
 * definition there is no interval, and the change is of little evidence.
 *
 * <p>Source: Efron and Tibshirani 1993; Hesterberg 2015; Monseur and Berezner 2007 (linking error).
 */
public final class ChangeUncertainty {
    private static final double LEVEL = 0.95;
    private static final int CHECKED = 200;
    private static final double ALIKE = 1.5;
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
    private static final Words SINGLE_SCHOOLS = new Words(
            "自助法与刀切法的标准误相差超过一半:个别学校决定结果,区间不可靠",
            "bootstrap and jackknife standard errors differ by more than half: single schools decide the change, the interval is not reliable");

    private final ChangeRules rules;
    private final ChangeView view;
    private final @Nullable Integer grade;
    private final Map<GapChange, Outcome> told = new HashMap<>();
    private @Nullable PairedSchools own;

    /** @param grade of an exam, else null */
    public ChangeUncertainty(ChangeRules rules, ChangeView view, @Nullable Integer grade) {
        this.rules = rules;
        this.view = view;
        this.grade = grade;
    }

    /** Whether a change can have an interval at all. */
    public static boolean isDefinedFor(GapChange change) {
        return Recount.of(change.gap(), new double[] {1}, new double[] {1}).isPresent();
    }

    /** The change with what is known of its uncertainty. */
    public Outcome around(GapChange change, String id, Outcome outcome) {
        if (!(outcome instanceof Value value)) {
            return outcome;
        }
        Optional<ChangeRules.Break> broken = rules.broken(view.base(), view.now());
        if (broken.isPresent()) {
            return value.withCaution(words(broken.get()));
        }
        return rules.metrics().contains(id) ? resampled(change, value) : value;
    }

    private Outcome resampled(GapChange change, Value value) {
        PairedSchools schools = own();
        if (change.schools() == GapChange.Schools.SAME) {
            Outcome known = told.get(new GapChange(change.gap(), GapChange.Schools.EACH_YEARS_OWN));
            if (known != null && schools.allStay()) {
                return known;
            }
            schools = new PairedSchools(view.sameSchools());
        }
        Outcome outcome = resampled(change, value, schools);
        told.put(change, outcome);
        return outcome;
    }

    private Outcome resampled(GapChange change, Value value, PairedSchools schools) {
        if (schools.least() < rules.leastSchools()) {
            return value;
        }
        Optional<ToDoubleFunction<int[]>> statistic = statistic(change, schools, schools.now());
        if (statistic.isEmpty()) {
            return value;
        }
        Resamples resamples = new Resamples(CounterRandom.of(rules.seed(), "schools of both years"), schools.schools());
        boolean ofCv = change.gap() instanceof CoefficientOfVariation;
        ResampledCvChange cv = cvChange(schools);
        double[] all = ofCv ? resamples.of(cv, rules.resamples()) : resamples.of(statistic.get(), rules.resamples());
        double[] values = Arrays.stream(all).filter(Double::isFinite).toArray();
        if (values.length < 2 || values.length * 10 < all.length * 9) {
            return value;
        }
        Bootstrap bootstrap = new Bootstrap(value.value(), values);
        double ratio = 1;
        if (schools.schools().size() <= CHECKED) {
            double[] left = ofCv ? cv.withoutOne() : resamples.withoutOne(statistic.get());
            ratio = new Jackknife(0, left).standardError() / bootstrap.standardError();
        }
        Value within =
                value.within(interval(value.value(), bootstrap, schools.least(), ratio, linked(change, schools)));
        return ratio > ALIKE || ratio < 1 / ALIKE ? within.withCaution(SINGLE_SCHOOLS) : within;
    }

    private static Interval interval(double change, Bootstrap bootstrap, int schools, double ratio, double linking) {
        double t = new TDistribution(null, schools - 1.0).inverseCumulativeProbability(0.5 + LEVEL / 2);
        double outside = NORMAL.cumulativeProbability(-t * Math.sqrt(schools / (schools - 1.0)));
        double reach = NORMAL.inverseCumulativeProbability(0.5 + LEVEL / 2) * linking;
        double wider = ratio > 1 ? ratio : 1; // also where neither varies, and the ratio is no number
        double below = wider * Math.max(0, change - bootstrap.quantile(outside));
        double above = wider * Math.max(0, bootstrap.quantile(1 - outside) - change);
        return new Interval(
                Math.hypot(bootstrap.standardError(), linking),
                change - Math.hypot(below, reach),
                change + Math.hypot(above, reach),
                LEVEL);
    }

    /** What the linking error does to the change: half the difference between a later year that is higher and one that is lower by it. */
    private double linked(GapChange change, PairedSchools schools) {
        double error = rules.linkError(view.base(), view.now(), grade);
        if (error == 0) {
            return 0;
        }
        int[] once = new int[schools.schools().size()];
        Arrays.fill(once, 1);
        double up = statistic(change, schools, schools.now().shifted(error))
                .orElseThrow()
                .applyAsDouble(once);
        double down = statistic(change, schools, schools.now().shifted(-error))
                .orElseThrow()
                .applyAsDouble(once);
        return Math.abs(up - down) / 2;
    }

    private static ResampledCvChange cvChange(PairedSchools schools) {
        return new ResampledCvChange(
                schools.base().figures(),
                schools.base().weights(),
                schools.now().figures(),
                schools.now().weights());
    }

    private static Optional<ToDoubleFunction<int[]>> statistic(
            GapChange change, PairedSchools schools, PairedSchools.Year later) {
        PairedSchools.Year earlier = schools.base();
        return Recount.of(change.gap(), later.figures(), later.weights())
                .flatMap(after -> Recount.of(change.gap(), earlier.figures(), earlier.weights())
                        .map(before -> counts -> after.applyAsDouble(counts) - before.applyAsDouble(counts)));
    }

    private PairedSchools own() {
        if (own == null) {
            own = new PairedSchools(view);
        }
        return own;
    }

    private static Words words(ChangeRules.Break broken) {
        return new Words(
                broken.year() + "年起口径改变(" + broken.why() + "),与此前不可直接比较",
                "the definition changed in " + broken.year() + " (" + broken.why()
                        + "): not directly comparable with the years before");
    }
}
