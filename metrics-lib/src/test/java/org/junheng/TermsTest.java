package org.junheng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junheng.metric.Formula;
import org.junheng.metric.Metric;
import org.junheng.metric.Value;
import org.junheng.subject.SchoolsView;
import org.junit.jupiter.api.Test;

/** As {@code FormulaTest} for comparisons of schools: the printed formula of every other metric that has terms gives its value. */
class TermsTest {
    @Test
    void everyPrintedFormulaWithTermsGivesTheValue() {
        Set<String> read = new TreeSet<>();
        MetricContractTest.metrics().stream()
                .filter(metric -> metric.view() != SchoolsView.class)
                .forEach(metric -> read(metric, read));
        assertTrue(
                read.containsAll(List.of(
                        "satisfaction.rate_raked",
                        "satisfaction.rate_by_pupils",
                        "satisfaction.rate_clustered",
                        "satisfaction.mean_score",
                        "satisfaction.alpha",
                        "satisfaction.alpha_standardised",
                        "satisfaction.screen_effect",
                        "stock.quality_change")),
                read.toString());
    }

    @SuppressWarnings("unchecked") // the metric itself says what it reads
    private static <V> void read(Metric<V> metric, Set<String> read) {
        DegenerateViews.of(metric.view()).forEach((what, view) -> read(metric, (V) view, what));
        V view = (V) DegenerateViews.from(metric.view()).apply(DegenerateViews.ordinary(31));
        if (read(metric, view, "ordinary")) {
            read.add(metric.definition().id());
        }
    }

    private static <V> boolean read(Metric<V> metric, V view, String what) {
        Map<String, BigDecimal> terms = metric.terms(view);
        if (terms.isEmpty() || !(metric.of(view) instanceof Value of)) {
            return false;
        }
        String formula = new Formula(metric.definition().formula()).with(terms);
        double value = new Arithmetic(formula.split("[,;]", 2)[0]).value();
        double close = 1e-9 * Math.max(1, Math.abs(of.value()));
        assertEquals(of.value(), value, close, metric.definition().id() + " of " + what + ": " + formula);
        return true;
    }
}
