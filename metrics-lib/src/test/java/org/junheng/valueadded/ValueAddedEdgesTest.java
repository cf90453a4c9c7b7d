package org.junheng.valueadded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junheng.metric.Value;
import org.junheng.published.PublishedRows;
import org.junheng.stats.Estimator;
import org.junheng.valueadded.CohortFit.FittedTerm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two schools, schools of one pupil, collinear terms, ties, variance 0 and the like against lme4: {@code published/lme4/edges.R} made the figures. */
class ValueAddedEdgesTest {
    private static final Map<String, List<CSVRecord>> PUPILS = new TreeMap<>();
    private static final SortedMap<String, SortedMap<String, Double>> LME4 = new TreeMap<>();

    /** Numbers: outcome, x, twice x. Text: k. */
    private static final List<Term> PLAIN = List.of(new Term.PupilNumber("x", 1), new Term.PupilText("k", 0));

    @BeforeAll
    static void read() throws IOException {
        PUPILS.putAll(
                PublishedRows.of("lme4/edges_pupils").stream().collect(Collectors.groupingBy(row -> row.get("case"))));
        PublishedRows.of("lme4/random_intercept_edges")
                .forEach(row -> LME4.computeIfAbsent(row.get("case") + "," + row.get("model"), m -> new TreeMap<>())
                        .put(row.get("term"), Double.valueOf(row.get("value"))));
    }

    private static Cohort cohort(List<CSVRecord> pupils, String model) {
        SortedMap<String, SchoolSums> schools = new TreeMap<>();
        Map<String, Double> size = new TreeMap<>();
        for (CSVRecord pupil : pupils) {
            double x = PublishedRows.number(pupil, "x");
            size.put(pupil.get("school"), PublishedRows.number(pupil, "s"));
            schools.computeIfAbsent(pupil.get("school"), s -> new SchoolSums())
                    .addOutcome()
                    .addComplete(List.of(pupil.get("k")), PublishedRows.number(pupil, "y"), x, 2 * x);
        }
        List<Term> terms = new ArrayList<>(PLAIN);
        if (model.equals("collinear")) {
            terms.add(1, new Term.PupilNumber("twice", 2));
        }
        if (model.equals("collinear") || model.equals("school_terms")) {
            terms.add(new Term.SchoolNumber("s", size));
        }
        if (model.equals("school_terms")) {
            terms.add(new Term.MeanOfNumber("mean_x", 1));
        }
        return new Cohort(
                model.equals("ml") ? Estimator.ML : Estimator.REML,
                terms,
                Collections.nCopies(3, Cohort.Scale.NONE),
                schools,
                0);
    }

    @Test
    void equalsLme4AtTheEdges() {
        int compared = 0;
        for (var fit : LME4.entrySet()) {
            String[] name = fit.getKey().split(",", -1);
            CohortFit own = new SchoolValueAdded().fit(cohort(Objects.requireNonNull(PUPILS.get(name[0])), name[1]));
            assertEquals("", own.refusal().both(), fit.getKey());
            SortedMap<String, Double> got = numbers(own);
            for (var expected : fit.getValue().entrySet()) {
                String what = fit.getKey() + " " + expected.getKey();
                assertEquals(expected.getValue(), got.get(expected.getKey()), tolerance(name[0], expected), what);
                compared++;
            }
        }
        assertEquals(1316, compared);
    }

    private static double tolerance(String name, Map.Entry<String, Double> expected) {
        boolean effect = expected.getKey().startsWith("u:") || expected.getKey().startsWith("cse:");
        double size = Math.abs(expected.getValue());
        if (name.equals("boundary")) {
            return effect ? 1e-5 : Math.max(1e-6, 1e-6 * size);
        }
        if (name.equals("far_from_zero")) { // there lme4 has lost six of its digits
            return Math.max(1e-6, 2e-6 * size);
        }
        if (name.equals("nearly_all_between")) { // a flat likelihood: lme4's search ends 1e-5 beside the top
            return Math.max(1e-6, 3e-5 * size);
        }
        return effect ? 2e-6 * Math.max(1, size) : 2e-6 * size;
    }

    private static SortedMap<String, Double> numbers(CohortFit fit) {
        SortedMap<String, Double> numbers = new TreeMap<>();
        for (FittedTerm term : fit.terms()) {
            Double estimate = term.estimate();
            if (estimate != null && term.se() != null) {
                String name = term.term().equals("intercept")
                        ? "(Intercept)"
                        : term.term().replace("=", "");
                numbers.put("b:" + name, estimate);
                numbers.put("se:" + name, term.se());
            } else if (estimate != null) {
                numbers.put(term.term(), estimate);
            }
        }
        fit.effects().forEach(effect -> {
            Value value = assertInstanceOf(Value.class, effect.outcome());
            numbers.put("u:" + effect.school(), value.value());
            numbers.put(
                    "cse:" + effect.school(),
                    Objects.requireNonNull(
                            Objects.requireNonNull(value.interval()).se()));
        });
        return numbers;
    }

    /** As lme4 does; the term stands in the table without an estimate. */
    @Test
    void aTermThatOthersDetermineIsLeftOutAndNamed() {
        CohortFit fit = new SchoolValueAdded().fit(cohort(Objects.requireNonNull(PUPILS.get("ties")), "collinear"));
        FittedTerm twice = fit.terms().stream()
                .filter(term -> term.term().equals("twice"))
                .findFirst()
                .orElseThrow();
        assertNull(twice.estimate());
        assertNull(twice.se());
        Cohort constant = cohort(Objects.requireNonNull(PUPILS.get("ties")), "collinear");
        StructuredFit none = StructuredFit.of(constant, new Structure.RandomSlope("twice"));
        assertTrue(none.refusal().en().contains("there is no slope"));
        assertEquals(
                "",
                StructuredFit.of(constant, new Structure.RandomSlope("x"))
                        .refusal()
                        .both());
    }
}
