package org.junheng.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junheng.Catalogue;
import org.junheng.Given;
import org.junheng.metric.Entry;
import org.junheng.metric.Interval;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.CounterRandom;
import org.junheng.subject.ChangeView;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ChangeUncertaintyTest {
    private static final Set<String> ALL = Set.of(
            "gap_change.cv",
            "gap_change.cv_same_schools",
            "gap_change.mean",
            "gap_change.sd",
            "gap_change.gini",
            "gap_change.theil",
            "gap_change.mld");
    private static final ChangeRules RULES = new ChangeRules(1, 999, 10, ALL, Set.of(), List.of(), List.of());

    /** Without any spread in what schools change by, the change of the mean is certain. */
    @Test
    void whatNoSchoolCouldChangeHasNoWidth() {
        Interval interval = interval(new MeanLevel(), view(30, (i, x) -> x + 2), RULES);
        assertEquals(0, interval.se(), 1e-12);
        assertEquals(2, interval.low(), 1e-12);
        assertEquals(2, interval.high(), 1e-12);
    }

    /** Weights alike: the standard error of a mean change is that of the differences, {@code sd(d) / sqrt(n)} with n in sd. */
    @Test
    void standardErrorOfAMeanIsThatOfPairedDifferences() {
        List<SchoolFigure> before = new ArrayList<>();
        List<SchoolFigure> after = new ArrayList<>();
        double squares = 0;
        for (int i = 0; i < 50; i++) {
            double d = i % 5 - 2;
            before.add(Given.school(code(i), 50.0 + i, 10.0));
            after.add(Given.school(code(i), 50.0 + i + d, 10.0));
            squares += d * d;
        }
        Interval interval = interval(new MeanLevel(), new ChangeView(at(2021, before), at(2023, after)), RULES);
        double expected = Math.sqrt(squares / 50) / Math.sqrt(50);
        assertEquals(expected, interval.se(), 0.08 * expected);
        assertTrue(interval.low() < -1.96 * 0.9 * expected && interval.high() > 1.96 * 0.9 * expected);
    }

    @Test
    void isTheSameInAnyOrderOfTheSchoolsAndForEachMetricItsOwn() {
        ChangeView view = view(25, (i, x) -> x * (1 + 0.01 * (i % 7)));
        List<SchoolFigure> turned = new ArrayList<>(view.now().delivered());
        Collections.reverse(turned);
        ChangeView other = new ChangeView(view.base(), at(2023, turned));
        List<Interval> intervals = new ArrayList<>();
        for (Metric<SchoolsView> gap : List.of(
                new CoefficientOfVariation(),
                new StandardDeviation(),
                new Gini(),
                new Theil(),
                new MeanLogDeviation())) {
            Interval interval = interval(gap, view, RULES);
            assertEquals(interval, interval(gap, other, RULES));
            assertTrue(interval.low() < interval.high() && interval.se() > 0);
            intervals.add(interval);
        }
        assertEquals(5, Set.copyOf(intervals).size());
    }

    /** Resampled with every school once, each gap is the exact one: the two ways to compute it agree. */
    @Test
    void everyGapRecountedOnceIsTheExactOne() {
        SchoolsView view = view(25, (i, x) -> x * (1 + 0.01 * (i % 7))).now();
        double[] x =
                view.usable().stream().mapToDouble(s -> s.exact().doubleValue()).toArray();
        double[] w = view.usable().stream().mapToDouble(SchoolFigure::w).toArray();
        int[] once = new int[x.length];
        Arrays.fill(once, 1);
        int recounted = 0;
        for (Entry entry : Catalogue.entries()) {
            if (entry instanceof GapChange change && ChangeUncertainty.isDefinedFor(change)) {
                double exact = Given.value(change.gap().of(view)).value();
                assertEquals(
                        exact,
                        Recount.of(change.gap(), x, w).orElseThrow().applyAsDouble(once),
                        1e-12 * exact,
                        change.definition().id());
                recounted++;
            }
        }
        assertEquals(ALL.size(), recounted);
    }

    @Test
    void schoolsOfOneYearStayWithTheirYear() {
        List<SchoolFigure> before = schools(20, 0);
        List<SchoolFigure> after = schools(20, 0).subList(4, 20);
        ChangeView view = new ChangeView(at(2021, before), at(2023, after));
        assertTrue(interval(new CoefficientOfVariation(), view, RULES).se() > 0);
        GapChange same = new GapChange(new CoefficientOfVariation(), GapChange.Schools.SAME);
        Value stayers = Given.value(around(same, view, RULES));
        assertEquals(0, stayers.interval().se());
        assertEquals(0, stayers.value());
    }

    @Test
    void whereAllStayTheSameSchoolsHaveTheIntervalOfTheirOwn() {
        ChangeView view = view(20, (i, x) -> x + i % 3);
        ChangeUncertainty uncertainty = new ChangeUncertainty(RULES, view, null);
        GapChange own = new GapChange(new CoefficientOfVariation(), GapChange.Schools.EACH_YEARS_OWN);
        GapChange same = new GapChange(new CoefficientOfVariation(), GapChange.Schools.SAME);
        Value first = Given.value(uncertainty.around(own, own.definition().id(), own.of(view)));
        Value second = Given.value(uncertainty.around(same, same.definition().id(), same.of(view)));
        assertEquals(first, second);
        assertEquals(second, Given.value(around(same, view, RULES)));
    }

    @Test
    void fewSchoolsAndOtherGapsHaveNoInterval() {
        ChangeView few = view(9, (i, x) -> x + i);
        assertNull(changed(new CoefficientOfVariation(), few, RULES).interval());
        assertNull(
                changed(new PercentileRatio(), view(30, (i, x) -> x + i), RULES).interval());
        ChangeRules plain = ChangeRules.plain(1);
        assertNull(changed(new Gini(), view(30, (i, x) -> x + i), plain).interval());
        Given.absent(around(
                new GapChange(new CoefficientOfVariation(), GapChange.Schools.EACH_YEARS_OWN),
                view(1, (i, x) -> x),
                RULES));
    }

    /** A link that is off by 1 moves the mean by 1, and nothing that does not depend on the zero point. */
    @Test
    void linkingErrorWidensWhatDependsOnTheScale() {
        ChangeView view = view(40, (i, x) -> x + i % 4);
        ChangeRules linked = new ChangeRules(
                1, 999, 10, ALL, Set.of(), List.of(new ChangeRules.Link("math", null, 2021, 2023, 1)), List.of());
        Interval without = interval(new MeanLevel(), view, RULES);
        Interval with = interval(new MeanLevel(), view, linked);
        assertEquals(Math.hypot(without.se(), 1), with.se(), 1e-12);
        assertTrue(with.low() < without.low() - 1 && with.high() > without.high() + 1);
        assertEquals(
                interval(new StandardDeviation(), view, RULES).se(),
                interval(new StandardDeviation(), view, linked).se(),
                1e-12);
        double cv = Given.value(new CoefficientOfVariation().of(view.now())).value();
        double mean = Given.value(new MeanLevel().of(view.now())).value();
        assertEquals(
                Math.hypot(interval(new CoefficientOfVariation(), view, RULES).se(), cv / mean),
                interval(new CoefficientOfVariation(), view, linked).se(),
                1e-6);
        ChangeRules elsewhere = new ChangeRules(
                1, 999, 10, ALL, Set.of(), List.of(new ChangeRules.Link("math", 6, 2021, 2023, 1)), List.of());
        assertEquals(without, interval(new MeanLevel(), view, elsewhere));
    }

    @Test
    void acrossABreakOfDefinitionNothingIsClaimed() {
        ChangeView view = view(40, (i, x) -> x + i % 4);
        ChangeRules broken = new ChangeRules(
                1, 999, 10, ALL, Set.of(), List.of(), List.of(new ChangeRules.Break("score:math", 2022, "new scale")));
        Value value = changed(new CoefficientOfVariation(), view, broken);
        assertNull(value.interval());
        assertTrue(value.caution().en().contains("2022 (new scale)"), value.caution()::en);
        ChangeRules before = new ChangeRules(
                1, 999, 10, ALL, Set.of(), List.of(), List.of(new ChangeRules.Break("score:math", 2021, "new scale")));
        assertEquals(
                Words.NONE, changed(new CoefficientOfVariation(), view, before).caution());
    }

    @Test
    void oneSchoolThatDecidesIsNamedAsACaution() {
        ChangeView view = view(40, (i, x) -> i == 0 ? 100 * x : x + 0.001 * i);
        Value value = changed(new CoefficientOfVariation(), view, RULES);
        assertTrue(value.caution().en().contains("single schools decide"), value.caution()::en);
    }

    /** Counties drawn from one known law: a sample of 200 here; intervals cover the true change in 95 %, within 2.5 and two Monte Carlo errors. */
    @Test
    void intervalsCoverTheTrueChange() {
        assertCoverage(200, 20, 0.03);
    }

    @Test
    @Tag("long")
    void intervalsCoverTheTrueChangeInManyCounties() {
        assertCoverage(2000, 20, 0.025);
        assertCoverage(2000, 50, 0.025);
    }

    /** Log-normal figures with a spread of 0.2 and then 0.15, pupils independent of them: the CVs are known in closed form. */
    private static void assertCoverage(int counties, int schools, double slack) {
        double truth = Math.sqrt(Math.expm1(0.15 * 0.15)) - Math.sqrt(Math.expm1(0.2 * 0.2));
        int covered = 0;
        for (int county = 0; county < counties; county++) {
            CounterRandom random = CounterRandom.of(county, "coverage of changes");
            List<SchoolFigure> before = new ArrayList<>();
            List<SchoolFigure> after = new ArrayList<>();
            for (int i = 0; i < schools; i++) {
                double a = random.normal(i, 0);
                double b = 0.8 * a + 0.6 * random.normal(i, 1);
                double pupils = Math.round(Math.exp(6 + 0.4 * random.normal(i, 2)));
                before.add(Given.school(code(i), Math.exp(0.2 * a), pupils));
                after.add(Given.school(code(i), 1.1 * Math.exp(0.15 * b), pupils));
            }
            ChangeRules rules = new ChangeRules(county, 399, 10, ALL, Set.of(), List.of(), List.of());
            Interval interval =
                    interval(new CoefficientOfVariation(), new ChangeView(at(2021, before), at(2023, after)), rules);
            covered += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
        }
        double coverage = covered / (double) counties;
        double noise = 2 * Math.sqrt(0.95 * 0.05 / counties);
        System.out.printf("coverage of %d schools: %.3f, two Monte Carlo errors %.3f%n", schools, coverage, noise);
        assertEquals(0.95, coverage, slack + noise);
    }

    private interface Moved {
        double to(int school, double from);
    }

    private static ChangeView view(int n, Moved moved) {
        List<SchoolFigure> after = new ArrayList<>();
        int i = 0;
        for (SchoolFigure school : schools(n, 0)) {
            after.add(Given.school(school.school(), moved.to(i++, school.value()), school.weight()));
        }
        return new ChangeView(at(2021, schools(n, 0)), at(2023, after));
    }

    private static List<SchoolFigure> schools(int n, int from) {
        List<SchoolFigure> schools = new ArrayList<>();
        for (int i = from; i < n; i++) {
            schools.add(Given.school(code(i), 60 + 17.0 * (i * 7 % 11) / 11, 100.0 + i * 13 % 29));
        }
        return schools;
    }

    private static String code(int i) {
        return String.format(Locale.ROOT, "s%03d", i);
    }

    private static SchoolsView at(int year, List<SchoolFigure> schools) {
        return Given.view(SubjectType.COUNTY, year, schools);
    }

    private static Interval interval(Metric<SchoolsView> gap, ChangeView view, ChangeRules rules) {
        return Objects.requireNonNull(changed(gap, view, rules).interval());
    }

    private static Value changed(Metric<SchoolsView> gap, ChangeView view, ChangeRules rules) {
        return Given.value(around(new GapChange(gap, GapChange.Schools.EACH_YEARS_OWN), view, rules));
    }

    private static Outcome around(GapChange change, ChangeView view, ChangeRules rules) {
        return new ChangeUncertainty(rules, view, null)
                .around(change, change.definition().id(), change.of(view));
    }
}
