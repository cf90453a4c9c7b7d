package org.junheng.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junheng.Arithmetic;
import org.junheng.Catalogue;
import org.junheng.subject.Role;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.SubjectType;
import org.junheng.subject.UrbanRuralClass;
import org.junit.jupiter.api.Test;

/** The printed formula, read as arithmetic with its numbers put in, gives the value that the metric computes: neither can drift from the other. */
class FormulaTest {
    /** What is left of these formulas after their sums are known is a sum over schools. */
    private static final Set<String> SUMS_OVER_SCHOOLS = Set.of("gap.theil", "gap.mld");

    private static final List<UrbanRuralClass> PLACES =
            List.of(UrbanRuralClass.URBAN, UrbanRuralClass.TOWN, UrbanRuralClass.RURAL);

    @Test
    void longerTermsAreFilledBeforeTheirParts() {
        Map<String, BigDecimal> terms =
                Map.of("m", new BigDecimal("2.50"), "sum(w m)", BigDecimal.TEN, "w", BigDecimal.ONE);
        assertEquals(
                "10 / 2.5 of sum_ij min(w) 1",
                new Formula("sum(w m) / m of sum_ij min(w) 1")
                        .with(Map.of("m", new BigDecimal("2.50"), "sum(w m)", BigDecimal.TEN)));
        assertEquals("10 / 1", new Formula("sum(w m) / w").with(terms));
        assertEquals("a / b", new Formula("a / b").with(Map.of()));
    }

    @Test
    void everyPrintedFormulaWithTermsGivesTheValue() {
        TreeSet<String> read = new TreeSet<>();
        for (Metric<SchoolsView> metric : Catalogue.metrics(SchoolsView.class)) {
            for (SchoolsView view : List.of(
                    view(SubjectType.COUNTY, "score:math"),
                    view(SubjectType.COUNTY, "R4"),
                    view(SubjectType.CLUSTER, "R4"))) {
                Map<String, BigDecimal> terms = metric.terms(view);
                String id = metric.definition().id();
                if (!terms.isEmpty() && metric.appliesTo(view) && !SUMS_OVER_SCHOOLS.contains(id)) {
                    String formula = new Formula(metric.definition().formula()).with(terms);
                    String head = formula.split(",| over | weighted ", 2)[0];
                    double value = ((Value) metric.of(view)).value();
                    assertEquals(value, new Arithmetic(head).value(), 1e-9 * Math.abs(value), id + ": " + formula);
                    read.add(id);
                }
            }
        }
        assertTrue(
                read.containsAll(List.of(
                        "gap.cv",
                        "gap.gini",
                        "gap.hedges_g",
                        "gap.lead_member",
                        "gap.p90_p10",
                        "gap.difference_rate",
                        "gap.between_school_share",
                        "town.lead_over_urban")),
                read.toString());
    }

    @Test
    void whereNothingCanBeComparedThereAreNoTerms() {
        SchoolsView none = new SchoolsView(SubjectType.COUNTY, "score:math", 2024, List.of());
        Catalogue.metrics(SchoolsView.class)
                .forEach(metric -> assertTrue(
                        metric.terms(none).isEmpty(), metric.definition().id()));
        assertFalse(Catalogue.metrics(SchoolsView.class).isEmpty());
    }

    private static SchoolsView view(SubjectType type, String facet) {
        List<SchoolFigure> schools = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            schools.add(new SchoolFigure(
                    "S" + i,
                    60 + 3.7 * i - (i % 3) * 5.1,
                    100.0 + 31 * i,
                    8.5 + i,
                    null,
                    "C1",
                    "K1",
                    i == 0 ? Role.LEAD : Role.MEMBER,
                    PLACES.get(i % PLACES.size()),
                    i % 2 == 0));
        }
        return new SchoolsView(type, facet, 2024, schools);
    }
}
