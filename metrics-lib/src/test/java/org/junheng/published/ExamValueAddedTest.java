package org.junheng.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junheng.metric.Interval;
import org.junheng.metric.Value;
import org.junheng.stats.BetweenWithin;
import org.junheng.stats.CrossSums;
import org.junheng.stats.Estimator;
import org.junheng.stats.RandomIntercept;
import org.junheng.valueadded.Cohort;
import org.junheng.valueadded.CohortFit;
import org.junheng.valueadded.SchoolSums;
import org.junheng.valueadded.SchoolValueAdded;
import org.junheng.valueadded.Term;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Goldstein et al. 1993, 4,059 pupils in 65 inner London schools: effects, both standard errors and reliabilities of every school as fitted with
 * lme4 1.1.31 and a closed form. The data are GPL and stay outside the project; without them the test is skipped.
 */
class ExamValueAddedTest {
    private static final double NORMAL = 1.959963984540054;

    @ParameterizedTest
    @CsvSource({"m0, reml", "m0, ml", "m1, reml", "m1, ml", "m2, reml", "m2, ml", "m5, reml", "m5, ml"})
    void equalsLme4ForEverySchool(String model, String estimator) throws IOException {
        Path folder = shared().resolve("reference/cases/a1_exam_value_added");
        assumeTrue(Files.isDirectory(folder), "the shared reference data are not beside the project");
        CohortFit fit = new SchoolValueAdded()
                .fit(cohort(model, Estimator.valueOf(estimator.toUpperCase(Locale.ROOT)), records(folder, "data.csv")));
        Map<String, CohortFit.SchoolEffect> effects = new HashMap<>();
        fit.effects().forEach(effect -> effects.put(effect.school(), effect));
        List<CSVRecord> expected = records(folder, model + "_" + estimator + "_school_effects.csv");
        assertEquals(65, expected.size());
        for (CSVRecord row : expected) {
            CohortFit.SchoolEffect effect = effects.get(row.get("school"));
            Value value = assertInstanceOf(Value.class, effect.outcome());
            Interval interval = value.interval();
            assertEquals(number(row, "eb"), value.value(), 1e-8);
            assertEquals(number(row, "cond_sd"), interval.se(), 1e-8);
            double half = (interval.high() - interval.low()) / 2 / NORMAL;
            assertTrue(half > number(row, "pev_sd") && half < 1.06 * number(row, "pev_sd"), () -> half + " " + row);
            assertEquals(number(row, "reliability"), effect.reliability(), 1e-8);
            assertEquals(Long.parseLong(row.get("n")), value.counts().pupils());
        }
    }

    @ParameterizedTest
    @CsvSource({"m1, reml", "m1, ml"})
    void predictionErrorEqualsLme4ForEverySchool(String model, String estimator) throws IOException {
        Path folder = shared().resolve("reference/cases/a1_exam_value_added");
        assumeTrue(Files.isDirectory(folder), "the shared reference data are not beside the project");
        TreeMap<String, CrossSums> sums = new TreeMap<>();
        for (CSVRecord pupil : records(folder, "data.csv")) {
            sums.computeIfAbsent(pupil.get("school"), s -> new CrossSums(2))
                    .add(number(pupil, "normexam"), number(pupil, "standLRT"));
        }
        RandomIntercept fit = assertInstanceOf(
                RandomIntercept.class,
                RandomIntercept.fit(
                        BetweenWithin.of(List.of("normexam", "standLRT"), sums),
                        Estimator.valueOf(estimator.toUpperCase(Locale.ROOT))));
        Map<String, RandomIntercept.Effect> effects = new HashMap<>();
        fit.effects().forEach(effect -> effects.put(effect.group(), effect));
        for (CSVRecord row : records(folder, model + "_" + estimator + "_school_effects.csv")) {
            assertEquals(number(row, "pev_sd"), effects.get(row.get("school")).predictionSe(), 1e-8);
        }
    }

    private static Cohort cohort(String model, Estimator estimator, List<CSVRecord> pupils) {
        TreeMap<String, SchoolSums> schools = new TreeMap<>();
        Map<String, String> gender = new HashMap<>();
        Map<String, Double> average = new HashMap<>();
        for (CSVRecord pupil : pupils) {
            String school = pupil.get("school");
            gender.put(school, pupil.get("schgend").equals("mixed") ? "all" : pupil.get("schgend"));
            average.put(school, number(pupil, "schavg"));
            schools.computeIfAbsent(school, s -> new SchoolSums())
                    .addOutcome()
                    .addComplete(
                            model.equals("m2") || model.equals("m5") ? List.of(pupil.get("sex")) : List.of(),
                            number(pupil, "normexam"),
                            number(pupil, "standLRT"));
        }
        List<Term> terms = new ArrayList<>();
        if (!model.equals("m0")) {
            terms.add(new Term.PupilNumber("prior", 1));
        }
        if (model.equals("m2") || model.equals("m5")) {
            terms.add(new Term.PupilText("sex", 0));
        }
        if (model.equals("m2")) {
            terms.add(new Term.SchoolText("schgend", gender));
            terms.add(new Term.SchoolNumber("schavg", average));
        }
        if (model.equals("m5")) {
            terms.add(new Term.MeanOfNumber("school_mean_prior", 1));
        }
        return new Cohort(estimator, terms, List.of(Cohort.Scale.NONE, Cohort.Scale.NONE), schools, 0);
    }

    private static double number(CSVRecord row, String column) {
        return Double.parseDouble(row.get(column));
    }

    private static List<CSVRecord> records(Path folder, String file) throws IOException {
        try (var parser = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(folder.resolve(file)))) {
            return parser.getRecords();
        }
    }

    private static Path shared() {
        return Path.of(System.getProperty("junheng.shared", "../../shared"));
    }
}
