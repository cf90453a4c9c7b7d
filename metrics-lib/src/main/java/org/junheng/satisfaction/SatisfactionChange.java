package org.junheng.satisfaction;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Interval;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.satisfaction.Surveys.Answered;
import org.junheng.stats.Wilson;
import org.junheng.subject.SubjectType;
import org.junheng.subject.SurveyChangeView;
import org.junheng.survey.Estimate;
import org.junheng.survey.SampledUnit;
import org.junheng.survey.SurveyDesign;

/**
 * Change of satisfaction since the baseline (满意率变化), now less then.
 *
 * <p>Of an area: the difference of {@code satisfaction.rate}, linearised over the schools of both years together, so that what a school keeps from
 * year to year is not counted as error; interval of Student. Of a cluster: the difference of {@code satisfaction.rate_by_pupils}, both years
 * independent; interval of the normal. Of a school: the difference of its rates, interval of Newcombe from both intervals of Wilson.
 *
 * <p>Absent when a year is; without interval where a year has none.
 *
 * <p>Source: Kish 1965, section 12.4; Newcombe 1998 (method 10).
 *
 * <p>Clause: YN-D5.
 */
public record SatisfactionChange() implements Metric<SurveyChangeView> {
    @Override
    public Definition definition() {
        return Surveys.define(
                "satisfaction.change",
                new Words("满意率变化", "change of satisfaction"),
                "rate now - rate at the baseline (clusters: by pupils); se over the schools of both years",
                "difference of ratios",
                List.of("survey_counts.satisfied|survey_responses.answer"),
                new Words("任一年缺失时不计算", "absent when a year is"),
                "Newcombe 1998 (schools); R survey 4.1.1 (areas); hand example");
    }

    @Override
    public Class<SurveyChangeView> view() {
        return SurveyChangeView.class;
    }

    @Override
    public boolean appliesTo(SurveyChangeView view) {
        return Surveys.isWorthTelling(view.now());
    }

    @Override
    public @Nullable String sharesCellsOf() {
        return Surveys.RATE;
    }

    @Override
    public Outcome of(SurveyChangeView view) {
        if (view.now().subjectType() == SubjectType.CLUSTER) {
            return ofCluster(view);
        }
        Answered now = Answered.of(view.now());
        Answered base = Answered.of(view.base());
        Optional<Absent> absent = now.absent().or(base::absent);
        if (absent.isPresent()) {
            return new Absent(absent.get().reason(), least(now.counts(), base.counts()));
        }
        return view.now().subjectType().isArea() ? ofArea(now, base) : ofSchool(now, base);
    }

    private static Outcome ofArea(Answered now, Answered base) {
        Counts counts = least(now.counts(), base.counts());
        if (now.schools().size() < 2 || base.schools().size() < 2) {
            return new Absent(Surveys.ONE_SCHOOL, counts);
        }
        Map<String, Double> parts = new TreeMap<>();
        double change = add(parts, now, 1) + add(parts, base, -1);
        SurveyDesign design = SurveyDesign.of(
                parts.keySet().stream().map(s -> SampledUnit.school(s, 1)).toList());
        Estimate found = design.estimate(
                change, parts.values().stream().mapToDouble(Double::doubleValue).toArray());
        return Value.of(change, counts)
                .within(Surveys.cut(found.student(Surveys.LEVEL), -1, 1))
                .withCaution(Surveys.caution(found.df()));
    }

    /** What each school adds to the change. */
    private static double add(Map<String, Double> parts, Answered year, int sign) {
        double rate = (double) year.satisfied() / year.answers();
        year.schools()
                .forEach(s -> parts.merge(
                        s.school(),
                        sign * (Surveys.satisfied(s) - rate * Surveys.answered(s)) / year.answers(),
                        Double::sum));
        return sign * rate;
    }

    private static Outcome ofSchool(Answered now, Answered base) {
        double p = (double) now.satisfied() / now.answers();
        double q = (double) base.satisfied() / base.answers();
        Interval ofNow = Wilson.of(now.satisfied(), now.answers(), Surveys.LEVEL);
        Interval ofBase = Wilson.of(base.satisfied(), base.answers(), Surveys.LEVEL);
        double down = Math.hypot(p - ofNow.low(), ofBase.high() - q);
        double up = Math.hypot(ofNow.high() - p, q - ofBase.low());
        return Value.of(p - q, least(now.counts(), base.counts()))
                .within(new Interval(null, p - q - down, p - q + up, Surveys.LEVEL));
    }

    private static Outcome ofCluster(SurveyChangeView view) {
        Outcome now = new RateByPupils().of(view.now());
        Outcome base = new RateByPupils().of(view.base());
        Counts counts = least(now.counts(), base.counts());
        for (Outcome year : List.of(now, base)) {
            if (year instanceof Absent absent) {
                return new Absent(absent.reason(), counts);
            }
        }
        Value a = (Value) now;
        Value b = (Value) base;
        Value change = Value.of(a.value() - b.value(), counts);
        Double se = error(a.interval());
        Double seOfBase = error(b.interval());
        if (se == null || seOfBase == null) {
            return change.withCaution(a.interval() == null ? a.caution() : b.caution());
        }
        Estimate found = new Estimate(change.value(), Math.hypot(se, seOfBase), Double.POSITIVE_INFINITY);
        return change.within(Surveys.cut(found.normal(Surveys.LEVEL), -1, 1));
    }

    private static @Nullable Double error(@Nullable Interval interval) {
        return interval == null ? null : interval.se();
    }

    /** A small cell of either year is a small cell of the change. */
    private static Counts least(Counts a, Counts b) {
        return new Counts(
                least(a.schools(), b.schools()), least(a.pupils(), b.pupils()), least(a.responses(), b.responses()));
    }

    private static @Nullable Long least(@Nullable Long a, @Nullable Long b) {
        return a == null || b == null ? null : Long.valueOf(Math.min(a, b));
    }
}
