package org.junheng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.junheng.metric.Absent;
import org.junheng.metric.Interval;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.subject.ChangeView;
import org.junheng.subject.Facet;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every metric of the catalogue owes: an outcome for every view, finite, and the same bits in any order of the rows. */
class MetricContractTest {
    private static final int SHUFFLES = 50;
    private static final List<String> NEVER_BELOW_ZERO = List.of(
            "gap.cv",
            "gap.sd",
            "gap.gini",
            "gap.theil",
            "gap.mld",
            "gap.theil_between",
            "gap.theil_within",
            "gap.mld_between",
            "gap.mld_within",
            "gap.p90_p10",
            "gap.between_school_share",
            "coverage.data");

    static List<Metric<?>> metrics() {
        List<Metric<?>> metrics = new ArrayList<>();
        Catalogue.entries().forEach(entry -> {
            if (entry instanceof Metric<?> metric) {
                metrics.add(metric);
            }
        });
        return metrics;
    }

    static List<Metric<?>> additive() {
        return metrics().stream().filter(Metric::isAdditive).toList();
    }

    /** A metric of a new view is tested by adding the view to {@link DegenerateViews}. */
    @Test
    void everyViewOfTheCatalogueIsTested() {
        metrics()
                .forEach(metric -> assertTrue(
                        DegenerateViews.KNOWN.contains(metric.view()),
                        () -> "add " + metric.view().getSimpleName() + " to DegenerateViews"));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void hasAnOutcomeForEveryView(Metric<?> metric) {
        DegenerateViews.of(metric.view()).forEach((what, view) -> requireSound(metric, what, view));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void hasTheSameBitsInAnyOrder(Metric<?> metric) {
        Random random = new Random(20231231);
        List<SchoolFigure> schools = new ArrayList<>(DegenerateViews.ordinary(31));
        Function<List<SchoolFigure>, Object> view = DegenerateViews.from(metric.view());
        Outcome first = of(metric, view.apply(schools));
        assertTrue(first instanceof Value, () -> metric.definition().id() + ": " + first);
        for (int i = 0; i < SHUFFLES; i++) {
            Collections.shuffle(schools, random);
            assertEquals(
                    first, of(metric, view.apply(schools)), metric.definition().id());
        }
    }

    /** A school of no pupils or without a value changes nothing but the share of usable schools. */
    @Test
    void aSchoolThatCannotBeUsedChangesNoGap() {
        List<SchoolFigure> schools = new ArrayList<>(DegenerateViews.ordinary(31));
        SortedMap<String, Outcome> before = gaps(schools);
        schools.add(Given.school("x", 1e9, 0.0));
        schools.add(Given.school("y", null, 1e9));
        schools.add(Given.school("z", -5.0, null));
        assertEquals(before, gaps(schools));
        assertFalse(before.isEmpty());
    }

    /** Complementary suppression rests on it: what is said of two halves gives what is said of the whole. */
    @ParameterizedTest
    @MethodSource("additive")
    void anAdditiveMetricAddsUp(Metric<?> metric) {
        List<SchoolFigure> schools = DegenerateViews.ordinary(31);
        Function<List<SchoolFigure>, Object> view = DegenerateViews.from(metric.view());
        Value whole = (Value) of(metric, view.apply(schools));
        Value one = (Value) of(metric, view.apply(schools.subList(0, 12)));
        Value other = (Value) of(metric, view.apply(schools.subList(12, 31)));
        assertEquals(numerator(whole), numerator(one) + numerator(other), 1e-9);
        assertEquals(denominator(whole), denominator(one) + denominator(other), 1e-9);
    }

    private static double numerator(Value value) {
        return value.numerator() == null ? value.value() : value.numerator();
    }

    private static double denominator(Value value) {
        return value.denominator() == null ? 0 : value.denominator();
    }

    private static SortedMap<String, Outcome> gaps(List<SchoolFigure> schools) {
        SortedMap<String, Outcome> gaps = new TreeMap<>();
        SchoolsView view = new SchoolsView(SubjectType.PROVINCE, Facet.score("math"), Given.YEAR, schools);
        Catalogue.metrics(SchoolsView.class).stream()
                .filter(metric -> metric.definition().id().startsWith("gap."))
                .forEach(metric ->
                        gaps.put(metric.definition().id() + metric.facetSuffix() + metric.grouping(), metric.of(view)));
        return gaps;
    }

    private static void requireSound(Metric<?> metric, String what, Object view) {
        String at = metric.definition().id() + " of " + what;
        Outcome outcome = of(metric, view);
        if (outcome instanceof Absent absent) {
            assertFalse(absent.reason().zh().isBlank() || absent.reason().en().isBlank(), at);
            return;
        }
        Value value = (Value) outcome;
        assertTrue(Double.isFinite(value.value()), at);
        assertTrue(value.numerator() == null || Double.isFinite(value.numerator()), at);
        assertTrue(value.denominator() == null || Double.isFinite(value.denominator()), at);
        Interval interval = value.interval();
        assertTrue(interval == null || (Double.isFinite(interval.low()) && Double.isFinite(interval.high())), at);
        if (NEVER_BELOW_ZERO.contains(metric.definition().id())) {
            assertTrue(value.value() >= 0, () -> at + ": " + value.value());
        }
    }

    private static <V> Outcome of(Metric<V> metric, Object view) {
        V own = metric.view().cast(view);
        boolean applies = metric.appliesTo(own);
        Outcome outcome = metric.of(own);
        return outcome == null ? fail(metric.definition().id() + " gives nothing, applies " + applies) : outcome;
    }

    @Test
    void changesOfEveryGapAreAbsentOrFinite() {
        for (Map.Entry<String, Object> view :
                DegenerateViews.of(ChangeView.class).entrySet()) {
            Catalogue.metrics(ChangeView.class).forEach(metric -> requireSound(metric, view.getKey(), view.getValue()));
        }
    }
}
