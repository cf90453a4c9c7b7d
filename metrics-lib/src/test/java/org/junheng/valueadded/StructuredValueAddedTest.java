package org.junheng.valueadded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.junheng.metric.Absent;
import org.junheng.metric.Interval;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.published.PublishedRows;
import org.junheng.stats.Estimator;
import org.junheng.valueadded.CohortFit.FittedTerm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** 900 drawn pupils of 36 schools against lme4: {@code published/lme4/structures.R} made the figures. */
class StructuredValueAddedTest {
    private static final Map<String, Double> LME4 = new HashMap<>();
    private static final Map<String, String> COUNTY = new TreeMap<>();
    private static final List<CSVRecord> PUPILS = new ArrayList<>();

    /** Numbers: outcome, two priors, their marks. Texts: sex, feeder school, shares of time. */
    private static final List<Term> TERMS =
            List.of(new Term.PupilNumber("prior1", 1), new Term.PupilNumber("prior2", 2), new Term.PupilText("sex", 0));

    @BeforeAll
    static void read() throws IOException {
        PUPILS.addAll(PublishedRows.of("lme4/structures_pupils"));
        PUPILS.forEach(pupil -> COUNTY.put(pupil.get("school"), pupil.get("county")));
        PublishedRows.of("lme4/value_added_structures")
                .forEach(row -> LME4.put(row.get("model") + "," + row.get("term"), Double.valueOf(row.get("value"))));
    }

    private static Cohort cohort(List<Term> terms, boolean keeps) {
        SortedMap<String, SchoolSums> schools = new TreeMap<>();
        for (CSVRecord pupil : PUPILS) {
            boolean whole =
                    !pupil.get("prior1").isEmpty() && !pupil.get("prior2").isEmpty();
            SchoolSums sums = schools.computeIfAbsent(pupil.get("school"), s -> new SchoolSums());
            sums.addOutcome();
            if (whole || keeps) {
                double[] first = prior(pupil.get("prior1"));
                double[] second = prior(pupil.get("prior2"));
                sums.addComplete(
                        List.of(pupil.get("sex"), pupil.get("feeder"), shares(pupil)),
                        Double.parseDouble(pupil.get("y")),
                        first[0],
                        second[0],
                        first[1],
                        second[1]);
            }
        }
        List<Cohort.Scale> scales = Collections.nCopies(5, Cohort.Scale.NONE);
        return new Cohort(Estimator.REML, terms, scales, schools, 0);
    }

    /** A score and its mark. */
    private static double[] prior(String text) {
        return text.isEmpty() ? new double[] {0, 1} : new double[] {Double.parseDouble(text), 0};
    }

    /** Days in proportion to the twelfths. */
    private static String shares(CSVRecord pupil) {
        SortedMap<String, Long> days = new TreeMap<>();
        long own = Long.parseLong(pupil.get("twelfths"));
        days.put(pupil.get("school"), 91 * own);
        if (own < 12) {
            days.put(pupil.get("second"), 91 * (12 - own));
        }
        return days.size() == 1 ? "" : TimeShares.text(days);
    }

    private static void hold(String model, List<FittedTerm> terms, String prefix, Map<String, String> names) {
        names.forEach((own, theirs) -> {
            FittedTerm term = terms.stream()
                    .filter(t -> t.term().equals(prefix + own))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(own));
            near(lme4(model, theirs), Objects.requireNonNull(term.estimate()), 5e-6, own);
            if (theirs.startsWith("b:")) {
                near(lme4(model, "se:" + theirs.substring(2)), Objects.requireNonNull(term.se()), 2e-6, own);
            }
            if (own.startsWith("lr_")) {
                near(lme4(model, theirs + "_p"), Objects.requireNonNull(term.p()), 1e-5, own);
            }
        });
    }

    private static double lme4(String model, String term) {
        Double value = LME4.get(model + "," + term);
        return Objects.requireNonNull(value, term);
    }

    private static void near(double expected, double actual, double relative, String what) {
        assertEquals(expected, actual, relative * Math.abs(expected) + 1e-12, what);
    }

    private static void effects(String model, SortedMap<String, Outcome> outcomes) {
        outcomes.forEach((unit, outcome) -> {
            Value value = assertInstanceOf(Value.class, outcome, unit);
            assertEquals(lme4(model, "u:" + unit), value.value(), 1e-5, unit);
            Interval interval = Objects.requireNonNull(value.interval());
            assertEquals(lme4(model, "cse:" + unit), Objects.requireNonNull(interval.se()), 1e-5, unit);
            assertTrue(value.value() - interval.low() > 1.9599 * interval.se(), "fixed effects are estimated too");
        });
    }

    private static SortedMap<String, Outcome> of(StructuredEffects.Of of, StructuredFit fit) {
        return new StructuredEffects(of).fit(fit);
    }

    private static Map<String, String> names(String... further) {
        Map<String, String> names = new TreeMap<>(Map.of(
                "intercept", "b:(Intercept)",
                "prior1", "b:prior1",
                "prior2", "b:prior2",
                "sex=M", "b:sexM",
                "sigma2_school", "sigma2_school",
                "sigma2_pupil", "sigma2_pupil",
                "log_likelihood", "log_likelihood",
                "aic", "aic",
                "bic", "bic"));
        for (String name : further) {
            names.put(name, name);
        }
        return names;
    }

    @Test
    void informationCriteriaAndTestsOfTheModelItself() {
        CohortFit fit = new SchoolValueAdded().fit(cohort(TERMS, false));
        hold("base", fit.terms(), "", names("lr_school", "lr_terms"));
        FittedTerm terms = fit.terms().stream()
                .filter(t -> t.term().equals("lr_terms"))
                .findFirst()
                .orElseThrow();
        assertEquals(3, terms.df());
    }

    @Test
    void slopesOfSchools() {
        StructuredFit fit = StructuredFit.of(cohort(TERMS, false), new Structure.RandomSlope("prior1"));
        hold("slope", fit.terms(), "slope_", names("sigma2_slope", "covariance_school_slope", "lr_school_only"));
        effects("slope", of(StructuredEffects.Of.SLOPE, fit));
    }

    @Test
    void schoolsInCounties() {
        StructuredFit fit = StructuredFit.of(cohort(TERMS, false), new Structure.Counties(COUNTY));
        hold("counties", fit.terms(), "counties_", names("sigma2_county", "lr_school_only"));
        effects("counties", of(StructuredEffects.Of.SCHOOL_IN_COUNTY, fit));
        SortedMap<String, Outcome> counties = of(StructuredEffects.Of.COUNTY, fit);
        assertEquals(6, counties.size());
        effects("counties", counties);
        Map<String, String> known = new TreeMap<>(COUNTY);
        known.values().removeIf("C1"::equals);
        StructuredFit without = StructuredFit.of(cohort(TERMS, false), new Structure.Counties(known));
        assertEquals(
                List.of("C2", "C3", "C4", "C5", "C6"),
                List.copyOf(of(StructuredEffects.Of.COUNTY, without).keySet()));
    }

    @Test
    void feederSchoolsCrossSchools() {
        StructuredFit fit = StructuredFit.of(cohort(TERMS, false), new Structure.FeederSchools(1));
        hold("feeder", fit.terms(), "feeder_", names("sigma2_feeder"));
        effects("feeder", of(StructuredEffects.Of.NET_OF_FEEDER, fit));
    }

    @Test
    void timeOfMobilePupilsIsSplit() {
        StructuredFit fit = StructuredFit.of(cohort(TERMS, false), new Structure.SharedTime(2));
        hold("time", fit.terms(), "time_", names());
        effects("time", of(StructuredEffects.Of.BY_TIME, fit));
        assertTrue(fit.terms().stream().noneMatch(t -> t.term().startsWith("time_lr"))); // neither contains the other
    }

    @Test
    void missingPriorsAreKeptWithTheMeanAndAMark() {
        List<Term> terms = new ArrayList<>(TERMS);
        terms.add(new Term.MeanOfNumber("mean1", 1));
        terms.add(new Term.Missing("prior1_missing", 1, 3));
        terms.add(new Term.Missing("prior2_missing", 2, 4));
        Cohort cohort = cohort(terms, true);
        CohortFit fit = new SchoolValueAdded().fit(cohort);
        Map<String, String> names = names();
        List.of("mean1", "prior1_missing", "prior2_missing").forEach(name -> names.put(name, "b:" + name));
        hold("kept", fit.terms(), "", names);
        fit.effects()
                .forEach(effect ->
                        assertEquals(lme4("kept", "u:" + effect.school()), ((Value) effect.outcome()).value(), 1e-5));
        FittedTerm match = fit.terms().stream()
                .filter(t -> t.term().equals("match_rate"))
                .findFirst()
                .orElseThrow();
        assertEquals(900, match.pupils());
        long lacking = PUPILS.stream().filter(p -> p.get("prior2").isEmpty()).count();
        assertEquals((900 - lacking) / 900.0, match.estimate());
        StructuredFit slope = StructuredFit.of(cohort, new Structure.RandomSlope("prior1"));
        assertEquals(Words.NONE, slope.refusal());
    }

    /** A prior that nobody lacks has no mark; one that the same pupils lack as an earlier one shares its mark. */
    @Test
    void marksThatSayNothingNewAreNoTerms() {
        SortedMap<String, SchoolSums> schools = new TreeMap<>();
        double[] noise = {1, -2, 0.5, 3, -1, 2, -0.5, 0, 1.5, -3};
        for (int s = 0; s < 5; s++) {
            SchoolSums sums = new SchoolSums();
            for (int i = 0; i < 10; i++) {
                double lost = i < 2 ? 1 : 0;
                double first = (7 * i + 3 * s) % 11;
                double second = (5 * i + s) % 7;
                double y = first + second + s + noise[(i * 3 + s) % 10];
                sums.addOutcome()
                        .addComplete(List.of(), y, (1 - lost) * first, (1 - lost) * second, s * i % 4, lost, lost, 0);
            }
            schools.put("S" + s, sums);
        }
        List<Term> terms = List.of(
                new Term.PupilNumber("a", 1),
                new Term.PupilNumber("b", 2),
                new Term.PupilNumber("c", 3),
                new Term.Missing("a_missing", 1, 4),
                new Term.Missing("b_missing", 2, 5),
                new Term.Missing("c_missing", 3, 6));
        Cohort cohort = new Cohort(Estimator.ML, terms, Collections.nCopies(7, Cohort.Scale.NONE), schools, 0);
        CohortFit fit = new SchoolValueAdded().fit(cohort);
        assertEquals(
                List.of("intercept", "a", "b", "c", "a_missing"),
                fit.terms().stream().map(FittedTerm::term).limit(5).toList());
        assertEquals(Words.NONE, fit.refusal());
    }

    @Test
    void whatCannotBeFittedSaysWhyForEverySchool() {
        Cohort cohort = cohort(TERMS, false);
        SortedMap<String, SchoolSums> two = new TreeMap<>();
        two.put("S01", Objects.requireNonNull(cohort.schools().get("S01")));
        Cohort one = new Cohort(Estimator.REML, TERMS, cohort.scales(), two, 0);
        StructuredFit fit = StructuredFit.of(one, new Structure.RandomSlope("prior1"));
        assertNull(fit.model());
        Absent absent = assertInstanceOf(
                Absent.class, of(StructuredEffects.Of.SLOPE, fit).get("S01"));
        assertTrue(
                absent.reason().en().contains("school has 1 levels"),
                absent.reason().en());
        Cohort lost = new Cohort(Estimator.REML, TERMS, cohort.scales(), two, 1000);
        assertTrue(StructuredFit.of(lost, new Structure.Counties(COUNTY))
                .refusal()
                .en()
                .startsWith("match rate"));
        two.put("S99", new SchoolSums().addOutcome());
        two.put("S02", Objects.requireNonNull(cohort.schools().get("S02")));
        Cohort three = new Cohort(Estimator.REML, TERMS, cohort.scales(), two, 0);
        assertInstanceOf(
                Absent.class,
                of(StructuredEffects.Of.BY_TIME, StructuredFit.of(three, new Structure.SharedTime(2)))
                        .get("S99"));
    }

    /** 100, 200 and 65 days of a year: 3.3, 6.6 and 2.1 twelfths; the largest remainder is that of 200 days. */
    @Test
    void timeIsSplitInTwelfths() {
        SortedMap<String, Long> days = new TreeMap<>(Map.of("A", 100L, "B", 200L, "C", 65L));
        assertEquals(Map.of("A", 3 / 12.0, "B", 7 / 12.0, "C", 2 / 12.0), TimeShares.read(TimeShares.text(days)));
        assertEquals("A", TimeShares.text(new TreeMap<>(Map.of("A", 1L))));
        assertEquals("A", TimeShares.text(new TreeMap<>(Map.of("A", 364L, "B", 1L))));
        assertEquals(Map.of("A", 1.0), TimeShares.read("A"));
        assertNotNull(TimeShares.text(new TreeMap<>(Map.of("A", 1L, "B", 1L))));
    }
}
