package org.junheng.valueadded;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.util.FastMath;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Composite;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Interval;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.valueadded.CohortFit.SchoolEffect;

/**
 * Stability of value-added from cohort to cohort (增值的跨届稳定性): the correlation of the schools' published values with those of the same model
 * one cohort before.
 *
 * <p>Pearson's r over the schools that have both; the interval is Fisher's, {@code tanh(atanh r +- 1.96 / sqrt(n - 3))}. Both values hold chance,
 * so r is lower than the stability of what schools do.
 *
 * <p>Absent below 10 schools, and where all values of a cohort are equal. Fewer than 30 schools are little evidence.
 *
 * <p>Source: Fisher 1921; Leckie and Goldstein 2009 on what instability means for users of such scores.
 *
 * <p>Clause: YN-D4.
 */
public record ValueAddedStability() implements Composite<ValueAddedStability.Cohorts> {
    private static final int LEAST_SCHOOLS = 10;
    private static final int FEW_SCHOOLS = 30;

    /** The effects of the same schools in two cohorts. */
    public record Cohorts(List<SchoolEffect> before, List<SchoolEffect> now) {}

    @Override
    public Definition definition() {
        return new Definition(
                "valueadded.stability",
                new Words("增值的跨届稳定性", "stability of value-added from cohort to cohort"),
                "Pearson correlation of valueadded.school with that of the same model for the cohort before (base_year)",
                "1",
                "correlation",
                Better.NONE,
                List.of("YN-D4"),
                List.of("pupil_scores.score", "pupil_scores.school_code"),
                new Words(
                        "两届都有增值的学校少于10所时不评价,少于30所时证据不足",
                        "absent below 10 schools with both cohorts, little evidence below 30"),
                "hand example");
    }

    @Override
    public Outcome of(Cohorts cohorts) {
        SortedMap<String, Double> before = values(cohorts.before());
        SortedMap<String, Double> now = values(cohorts.now());
        now.keySet().retainAll(before.keySet());
        Counts counts = Counts.ofSchools(now.size());
        if (now.size() < LEAST_SCHOOLS) {
            return new Absent(
                    "两届都有增值的学校只有" + now.size() + "所(少于" + LEAST_SCHOOLS + "所)",
                    "only " + now.size() + " schools have value-added in both cohorts (fewer than " + LEAST_SCHOOLS
                            + ")",
                    counts);
        }
        double[] x = new double[now.size()];
        double[] y = new double[now.size()];
        List<String> schools = new ArrayList<>(now.keySet());
        for (int i = 0; i < x.length; i++) {
            x[i] = before.getOrDefault(schools.get(i), 0.0);
            y[i] = now.getOrDefault(schools.get(i), 0.0);
        }
        double r = new PearsonsCorrelation().correlation(x, y);
        return Double.isNaN(r)
                ? new Absent("某一届各校增值没有差异", "the values of a cohort do not differ", counts)
                : value(Math.max(-1, Math.min(1, r)), counts, x.length);
    }

    private static Value value(double r, Counts counts, int schools) {
        Words few =
                schools < FEW_SCHOOLS ? new Words("只有" + schools + "所学校", "only " + schools + " schools") : Words.NONE;
        Value value = Value.of(r, counts).withCaution(few);
        if (Math.abs(r) == 1) {
            return value;
        }
        double half = SchoolValueAdded.NORMAL / Math.sqrt(schools - 3.0);
        double middle = FastMath.atanh(r);
        return value.within(
                new Interval(null, Math.tanh(middle - half), Math.tanh(middle + half), SchoolValueAdded.LEVEL));
    }

    private static SortedMap<String, Double> values(List<SchoolEffect> effects) {
        SortedMap<String, Double> values = new TreeMap<>();
        for (SchoolEffect effect : effects) {
            if (effect.outcome() instanceof Value value) {
                values.put(effect.school(), value.value());
            }
        }
        return values;
    }
}
