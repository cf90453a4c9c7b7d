package org.junheng.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.apache.commons.csv.CSVRecord;
import org.junheng.Given;
import org.junheng.metric.Words;
import org.junheng.stats.CrossedSums;
import org.junheng.stats.Estimator;
import org.junheng.stats.MixedEffects;
import org.junheng.stats.RandomFactor;
import org.junit.jupiter.api.Test;

/**
 * Mixed models against lme4 1.1.31 (and nlme, closed forms, dense likelihoods): random intercepts and slopes, three nested levels, two crossed
 * factors, a variance on the boundary; REML and ML. Tolerances are those of the reference material.
 */
class MixedModelCasesTest {
    private static final String CASES = "reference/cases/";
    private static final RandomFactor SCHOOL = RandomFactor.intercept("school");

    private final MixedModelNumbers numbers = new MixedModelNumbers();

    @Test
    void schoolsOfTheExamData() throws IOException {
        String path = CASES + "a1_exam_value_added/";
        MixedModelData data = new MixedModelData(PublishedRows.of(Given.shared(path + "data.csv")), List.of("school"));
        Map<String, String> json = FlatJson.of(Given.shared(path + "expected.json"));
        json.putAll(FlatJson.of(Given.shared(path + "extra_models.json")));
        Map<String, ToDoubleFunction<CSVRecord>> made = contrasts("sexM", "schgendboys", "schgendgirls");
        SortedMap<String, Double> means = schoolMeans(data.rows());
        made.put("school_mean_prior", row -> means.get(row.get("school")));
        RandomFactor slope = new RandomFactor("school", List.of("standLRT"));
        Map<String, MixedEffects> fits = new TreeMap<>();
        for (Estimator estimator : Estimator.values()) {
            String e = "_" + estimator.name().toLowerCase(Locale.ROOT);
            fits.put("m0" + e, fit(data.sums("normexam", List.of(), made), estimator, SCHOOL));
            fits.put("m1" + e, fit(data.sums("normexam", List.of("standLRT"), made), estimator, SCHOOL));
            fits.put(
                    "m2" + e,
                    fit(
                            data.sums(
                                    "normexam",
                                    List.of("standLRT", "sexM", "schgendboys", "schgendgirls", "schavg"),
                                    made),
                            estimator,
                            SCHOOL));
            fits.put("m3_slope" + e, fit(data.sums("normexam", List.of("standLRT"), made), estimator, slope));
            fits.put(
                    "m5" + e,
                    fit(
                            data.sums("normexam", List.of("standLRT", "sexM", "school_mean_prior"), made),
                            estimator,
                            SCHOOL));
        }
        for (var fit : fits.entrySet()) {
            numbers.compare(fit.getValue(), json, "models." + fit.getKey(), 1e-7, 1e-6);
            if (fit.getKey().startsWith("m3")) {
                numbers.effects(fit.getValue(), path + fit.getKey() + "_effects_school.csv", 0);
            } else {
                numbers.table(
                        fit.getValue(), json, "models." + fit.getKey(), path + fit.getKey() + "_school_effects.csv");
            }
        }
        numbers.ratio(json, "m1_vs_m2", fits.get("m1_ml"), fits.get("m2_ml"));
        numbers.ratio(json, "m1_vs_m3", fits.get("m1_ml"), fits.get("m3_slope_ml"));
        numbers.requireAll("a1");
    }

    @Test
    void childrenInSchools() throws IOException {
        String path = CASES + "a2_egsingle_three_level/";
        MixedModelData data =
                new MixedModelData(PublishedRows.of(Given.shared(path + "data.csv")), List.of("childid", "schoolid"));
        Map<String, String> json = FlatJson.of(Given.shared(path + "expected.json"));
        RandomFactor[] intercepts = {RandomFactor.intercept("childid"), RandomFactor.intercept("schoolid")};
        RandomFactor[] slopes = {
            new RandomFactor("childid", List.of("year")), new RandomFactor("schoolid", List.of("year"))
        };
        CrossedSums year = data.sums("math", List.of("year"), Map.of());
        for (Estimator estimator : Estimator.values()) {
            String e = "_" + estimator.name().toLowerCase(Locale.ROOT);
            nested(fit(year, estimator, intercepts), json, path, "m1" + e);
            MixedEffects m2 = fit(data.sums("math", List.of("year", "lowinc"), Map.of()), estimator, intercepts);
            numbers.compare(m2, json, "models.m2" + e, 1e-6, 1e-5);
            nested(fit(year, estimator, slopes), json, path, "m3_growth" + e);
        }
        numbers.requireAll("a2");
    }

    private void nested(MixedEffects fit, Map<String, String> json, String path, String model) throws IOException {
        numbers.compare(fit, json, "models." + model, 1e-6, 1e-5);
        numbers.effects(fit, path + model + "_effects_childid.csv", 0);
        numbers.effects(fit, path + model + "_effects_schoolid.csv", 1);
    }

    @Test
    void primaryAndSecondarySchoolsCrossed() throws IOException {
        String path = CASES + "a3_scotssec_crossed/";
        MixedModelData data =
                new MixedModelData(PublishedRows.of(Given.shared(path + "data.csv")), List.of("primary", "second"));
        Map<String, String> json = FlatJson.of(Given.shared(path + "expected.json"));
        CrossedSums empty = data.sums("attain", List.of(), Map.of());
        CrossedSums full = data.sums("attain", List.of("verbal", "sexF", "social"), contrasts("sexF"));
        RandomFactor primary = RandomFactor.intercept("primary");
        RandomFactor second = RandomFactor.intercept("second");
        for (Estimator estimator : Estimator.values()) {
            String e = "_" + estimator.name().toLowerCase(Locale.ROOT);
            numbers.compare(fit(empty, estimator, primary, second), json, "models.m0_crossed" + e, 1e-6, 1e-5);
            MixedEffects crossed = fit(full, estimator, primary, second);
            numbers.compare(crossed, json, "models.m1_crossed" + e, 1e-6, 1e-5);
            numbers.effects(crossed, path + "m1_crossed" + e + "_effects_primary.csv", 0);
            numbers.effects(crossed, path + "m1_crossed" + e + "_effects_second.csv", 1);
            MixedEffects one = fit(full, estimator, primary);
            numbers.compare(one, json, "models.m2_primary" + e, 1e-6, 1e-5);
            numbers.table(one, json, "models.m2_primary" + e, path + "m2_primary" + e + "_school_effects.csv");
        }
        numbers.requireAll("a3");
    }

    @Test
    void varianceOnTheBoundary() throws IOException {
        String path = CASES + "a8_boundary_zero_variance/";
        MixedModelData data = new MixedModelData(PublishedRows.of(Given.shared(path + "data.csv")), List.of("school"));
        Map<String, String> json = FlatJson.of(Given.shared(path + "expected.json"));
        CrossedSums sums = data.sums("y", List.of("x"), Map.of());
        for (Estimator estimator : Estimator.values()) {
            MixedEffects fit = fit(sums, estimator, SCHOOL);
            String model = estimator.name().toLowerCase(Locale.ROOT);
            numbers.number(
                    json, model + ".coef.(Intercept)", fit.coefficients().get(0).estimate(), 1e-10);
            numbers.number(json, model + ".coef.x", fit.coefficients().get(1).estimate(), 1e-10);
            numbers.number(
                    json, model + ".se.(Intercept)", fit.coefficients().get(0).se(), 1e-10);
            numbers.number(json, model + ".se.x", fit.coefficients().get(1).se(), 1e-10);
            numbers.number(json, model + ".sigma", Math.sqrt(fit.sigma2Units()), 1e-10);
            numbers.number(json, model + ".criterion_minus2", fit.criterion(), 1e-10);
            numbers.number(json, model + ".school_var", fit.factors().get(0).variance(0), 0);
            numbers.number(json, model + ".theta", fit.factors().get(0).variance(0), 0);
            assertEquals(0.0, fit.factors().get(0).variance(0));
            assertNotEquals(Words.NONE, fit.factors().get(0).boundary());
            fit.factors()
                    .get(0)
                    .levels()
                    .forEach(l -> assertEquals(0.0, l.effects().get(0)));
        }
        numbers.requireAll("a8");
    }

    private static MixedEffects fit(CrossedSums data, Estimator estimator, RandomFactor... factors) {
        return assertInstanceOf(MixedEffects.class, MixedEffects.fit(data, List.of(factors), estimator));
    }

    private static Map<String, ToDoubleFunction<CSVRecord>> contrasts(String... names) {
        Map<String, ToDoubleFunction<CSVRecord>> made = new TreeMap<>();
        for (String name : names) {
            String column = name.startsWith("sex") ? "sex" : "schgend";
            made.put(name, row -> row.get(column).equals(name.substring(column.length())) ? 1 : 0);
        }
        return made;
    }

    private static SortedMap<String, Double> schoolMeans(List<CSVRecord> rows) {
        SortedMap<String, List<Double>> schools = new TreeMap<>();
        rows.forEach(row -> schools.computeIfAbsent(row.get("school"), s -> new ArrayList<>())
                .add(PublishedRows.number(row, "standLRT")));
        SortedMap<String, Double> means = new TreeMap<>();
        schools.forEach((school, scores) -> means.put(
                school,
                scores.stream().mapToDouble(Double::doubleValue).average().orElseThrow()));
        return means;
    }
}
