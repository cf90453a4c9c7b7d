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
import org.junheng.stats.CrossSums;
import org.junheng.stats.CrossedSums;
import org.junheng.stats.EffectRanks;
import org.junheng.stats.Estimator;
import org.junheng.stats.LikelihoodRatio;
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

    private int compared;
    private final List<String> wrong = new ArrayList<>();

    /** The data of a case as sums. */
    private record Data(List<CSVRecord> rows, List<String> factors) {
        CrossedSums sums(String response, List<String> terms, Map<String, ToDoubleFunction<CSVRecord>> made) {
            List<String> variables = new ArrayList<>(List.of(response));
            variables.addAll(terms);
            SortedMap<String, CrossSums> sums = new TreeMap<>();
            SortedMap<String, List<String>> levels = new TreeMap<>();
            for (CSVRecord row : rows) {
                List<String> level = factors.stream().map(row::get).toList();
                String key = String.join("/", level);
                levels.put(key, level);
                sums.computeIfAbsent(key, k -> new CrossSums(variables.size()))
                        .add(variables.stream()
                                .mapToDouble(v -> made.getOrDefault(v, r -> PublishedRows.number(r, v))
                                        .applyAsDouble(row))
                                .toArray());
            }
            SortedMap<List<String>, CrossSums> cells =
                    new TreeMap<>((a, b) -> String.join("/", a).compareTo(String.join("/", b)));
            sums.forEach((key, sum) -> cells.put(levels.get(key), sum));
            return new CrossedSums(factors, variables, cells);
        }
    }

    @Test
    void schoolsOfTheExamData() throws IOException {
        String path = CASES + "a1_exam_value_added/";
        Data data = new Data(PublishedRows.of(Given.shared(path + "data.csv")), List.of("school"));
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
            compare(fit.getValue(), json, "models." + fit.getKey(), 1e-7, 1e-6);
            if (fit.getKey().startsWith("m3")) {
                effects(fit.getValue(), path + fit.getKey() + "_effects_school.csv", 0);
            } else {
                table(fit.getValue(), json, "models." + fit.getKey(), path + fit.getKey() + "_school_effects.csv");
            }
        }
        ratio(json, "m1_vs_m2", fits.get("m1_ml"), fits.get("m2_ml"));
        ratio(json, "m1_vs_m3", fits.get("m1_ml"), fits.get("m3_slope_ml"));
        requireAll("a1");
    }

    @Test
    void childrenInSchools() throws IOException {
        String path = CASES + "a2_egsingle_three_level/";
        Data data = new Data(PublishedRows.of(Given.shared(path + "data.csv")), List.of("childid", "schoolid"));
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
            compare(m2, json, "models.m2" + e, 1e-6, 1e-5);
            nested(fit(year, estimator, slopes), json, path, "m3_growth" + e);
        }
        requireAll("a2");
    }

    private void nested(MixedEffects fit, Map<String, String> json, String path, String model) throws IOException {
        compare(fit, json, "models." + model, 1e-6, 1e-5);
        effects(fit, path + model + "_effects_childid.csv", 0);
        effects(fit, path + model + "_effects_schoolid.csv", 1);
    }

    @Test
    void primaryAndSecondarySchoolsCrossed() throws IOException {
        String path = CASES + "a3_scotssec_crossed/";
        Data data = new Data(PublishedRows.of(Given.shared(path + "data.csv")), List.of("primary", "second"));
        Map<String, String> json = FlatJson.of(Given.shared(path + "expected.json"));
        CrossedSums empty = data.sums("attain", List.of(), Map.of());
        CrossedSums full = data.sums("attain", List.of("verbal", "sexF", "social"), contrasts("sexF"));
        RandomFactor primary = RandomFactor.intercept("primary");
        RandomFactor second = RandomFactor.intercept("second");
        for (Estimator estimator : Estimator.values()) {
            String e = "_" + estimator.name().toLowerCase(Locale.ROOT);
            compare(fit(empty, estimator, primary, second), json, "models.m0_crossed" + e, 1e-6, 1e-5);
            MixedEffects crossed = fit(full, estimator, primary, second);
            compare(crossed, json, "models.m1_crossed" + e, 1e-6, 1e-5);
            effects(crossed, path + "m1_crossed" + e + "_effects_primary.csv", 0);
            effects(crossed, path + "m1_crossed" + e + "_effects_second.csv", 1);
            MixedEffects one = fit(full, estimator, primary);
            compare(one, json, "models.m2_primary" + e, 1e-6, 1e-5);
            table(one, json, "models.m2_primary" + e, path + "m2_primary" + e + "_school_effects.csv");
        }
        requireAll("a3");
    }

    @Test
    void varianceOnTheBoundary() throws IOException {
        String path = CASES + "a8_boundary_zero_variance/";
        Data data = new Data(PublishedRows.of(Given.shared(path + "data.csv")), List.of("school"));
        Map<String, String> json = FlatJson.of(Given.shared(path + "expected.json"));
        CrossedSums sums = data.sums("y", List.of("x"), Map.of());
        for (Estimator estimator : Estimator.values()) {
            MixedEffects fit = fit(sums, estimator, SCHOOL);
            String model = estimator.name().toLowerCase(Locale.ROOT);
            number(json, model + ".coef.(Intercept)", fit.coefficients().get(0).estimate(), 1e-10);
            number(json, model + ".coef.x", fit.coefficients().get(1).estimate(), 1e-10);
            number(json, model + ".se.(Intercept)", fit.coefficients().get(0).se(), 1e-10);
            number(json, model + ".se.x", fit.coefficients().get(1).se(), 1e-10);
            number(json, model + ".sigma", Math.sqrt(fit.sigma2Units()), 1e-10);
            number(json, model + ".criterion_minus2", fit.criterion(), 1e-10);
            number(json, model + ".school_var", fit.factors().get(0).variance(0), 0);
            number(json, model + ".theta", fit.factors().get(0).variance(0), 0);
            assertEquals(0.0, fit.factors().get(0).variance(0));
            assertNotEquals(Words.NONE, fit.factors().get(0).boundary());
            fit.factors()
                    .get(0)
                    .levels()
                    .forEach(l -> assertEquals(0.0, l.effects().get(0)));
        }
        requireAll("a8");
    }

    private static MixedEffects fit(CrossedSums data, Estimator estimator, RandomFactor... factors) {
        return assertInstanceOf(MixedEffects.class, MixedEffects.fit(data, List.of(factors), estimator));
    }

    private void compare(MixedEffects fit, Map<String, String> json, String model, double fixed, double variances) {
        for (int i = 0; i < fit.coefficients().size(); i++) {
            var c = fit.coefficients().get(i);
            String term = i == 0 ? "(Intercept)" : c.term();
            number(json, model + ".fixef." + term, c.estimate(), fixed);
            number(json, model + ".se." + term, c.se(), fixed);
            number(json, model + ".z." + term, c.estimate() / c.se(), 2 * fixed);
            for (int j = 0; j < fit.coefficients().size(); j++) {
                number(
                        json,
                        model + ".vcov_fixef.values." + i + "." + j,
                        fit.covariances().get(i).get(j),
                        10 * fixed);
            }
        }
        for (int i = 0; json.containsKey(model + ".varcomp." + i + ".group"); i++) {
            String at = model + ".varcomp." + i;
            double variance = variance(fit, json.get(at + ".group"), json.get(at + ".var1"), json.get(at + ".var2"));
            number(json, at + ".vcov", variance, variances);
            if ("null".equals(json.get(at + ".var2"))) {
                number(json, at + ".sdcor", Math.sqrt(variance), variances);
            } else {
                number(json, at + ".sdcor", factor(fit, json.get(at + ".group")).correlation(0, 1), variances);
            }
        }
        number(json, model + ".sigma", Math.sqrt(fit.sigma2Units()), variances);
        number(json, model + ".criterion_minus2", fit.criterion(), 1e-10);
        number(json, model + ".logLik", fit.logLikelihood(), 1e-10);
        number(json, model + ".npar", fit.parameters(), 0);
        number(json, model + ".AIC", fit.aic(), 1e-10);
        number(json, model + ".BIC", fit.bic(), 1e-10);
        if (json.containsKey(model + ".icc")) {
            number(json, model + ".icc", fit.share(0), variances);
        }
    }

    private static MixedEffects.Factor factor(MixedEffects fit, String name) {
        return fit.factors().stream()
                .filter(f -> f.factor().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double variance(MixedEffects fit, String group, String one, String other) {
        if (group.equals("Residual")) {
            return fit.sigma2Units();
        }
        MixedEffects.Factor factor = factor(fit, group);
        int i = one.equals("(Intercept)") ? 0 : 1;
        return factor.covariance().get(i).get(other.equals("null") ? i : 1);
    }

    /** Effects and conditional standard errors of every level: 1e-6 absolute. */
    private void effects(MixedEffects fit, String file, int factor) throws IOException {
        SortedMap<String, MixedEffects.Level> levels = levels(fit, factor);
        for (CSVRecord row : PublishedRows.of(Given.shared(file))) {
            MixedEffects.Level level = levels.get(row.get("level"));
            near(row, "re_(Intercept)", level.effects().get(0));
            near(row, "cond_sd_(Intercept)", level.conditionalSe(0));
            if (row.isMapped("re_standLRT") || row.isMapped("re_year")) {
                String slope = row.isMapped("re_year") ? "year" : "standLRT";
                near(row, "re_" + slope, level.effects().get(1));
                near(row, "cond_sd_" + slope, level.conditionalSe(1));
                near(row, "cond_cov", level.conditional().get(0).get(1));
            }
        }
    }

    /** The table of schools: shrinkage, errors, ranks, intervals. */
    private void table(MixedEffects fit, Map<String, String> json, String model, String file) throws IOException {
        SortedMap<String, MixedEffects.Level> levels = levels(fit, 0);
        double variance = fit.factors().get(0).variance(0);
        List<CSVRecord> rows = PublishedRows.of(Given.shared(file));
        List<Double> effects = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        for (CSVRecord row : rows) {
            effects.add(levels.get(row.get("school")).effects().get(0));
            errors.add(levels.get(row.get("school")).conditionalSe(0));
        }
        List<EffectRanks.Rank> ranks = EffectRanks.of(effects, errors);
        double reliabilities = 0;
        int above = 0;
        int below = 0;
        for (int i = 0; i < rows.size(); i++) {
            CSVRecord row = rows.get(i);
            MixedEffects.Level level = levels.get(row.get("school"));
            double effect = effects.get(i);
            double reliability = variance / (variance + fit.sigma2Units() / level.n());
            reliabilities += reliability / rows.size();
            near(row, "n", level.n());
            near(row, "reliability", reliability);
            near(row, "shrinkage", reliability);
            near(row, "mean_residual", effect / reliability);
            near(row, "eb", effect);
            near(row, "cond_sd", level.conditionalSe(0));
            near(row, "pev_sd", level.predictionSe(0));
            near(row, "diag_sd", Math.sqrt(variance - level.conditional().get(0).get(0)));
            near(row, "rank_desc", 1 + effects.stream().filter(e -> e > effect).count());
            near(row, "lo95", effect - 1.959963984540054 * errors.get(i));
            near(row, "hi95", effect + 1.959963984540054 * errors.get(i));
            near(row, "lo139", effect - EffectRanks.COMPARING_TWO * errors.get(i));
            near(row, "hi139", effect + EffectRanks.COMPARING_TWO * errors.get(i));
            near(row, "expected_rank", ranks.get(i).expected());
            above += effect - 1.959963984540054 * errors.get(i) > 0 ? 1 : 0;
            below += effect + 1.959963984540054 * errors.get(i) < 0 ? 1 : 0;
        }
        number(json, model + ".mean_reliability", reliabilities, 1e-6);
        number(json, model + ".n_lo95_above_0", above, 0);
        number(json, model + ".n_hi95_below_0", below, 0);
    }

    private static SortedMap<String, MixedEffects.Level> levels(MixedEffects fit, int factor) {
        SortedMap<String, MixedEffects.Level> levels = new TreeMap<>();
        fit.factors().get(factor).levels().forEach(level -> levels.put(level.level(), level));
        return levels;
    }

    private void ratio(Map<String, String> json, String test, MixedEffects small, MixedEffects large) {
        LikelihoodRatio ratio =
                LikelihoodRatio.of(small.criterion(), small.parameters(), large.criterion(), large.parameters());
        number(json, "lrt_ml." + test + ".chisq", ratio.chiSquared(), 1e-8);
        number(json, "lrt_ml." + test + ".df", ratio.degrees(), 0);
        number(json, "lrt_ml." + test + ".p", ratio.p(), 1e-8);
    }

    private void number(Map<String, String> json, String path, double found, double relative) {
        String text = json.get(path);
        if (text == null && path.contains(".vcov_fixef.values.0.0")) {
            text = json.get(path.substring(0, path.length() - 2)); // a matrix of one number is written as a list
        }
        if (text == null) {
            wrong.add("no " + path);
            return;
        }
        double expected = Double.parseDouble(text);
        count(path, expected, found, relative * Math.abs(expected));
    }

    private void near(CSVRecord row, String column, double found) {
        count(row.get(0) + " " + column, PublishedRows.number(row, column), found, 1e-6);
    }

    private void count(String what, double expected, double found, double tolerance) {
        compared++;
        if (!(Math.abs(found - expected) <= tolerance)) {
            wrong.add(what + " expected " + expected + " found " + found);
        }
    }

    private void requireAll(String name) {
        System.out.println(name + ": " + (compared - wrong.size()) + " of " + compared + " numbers hold");
        assertEquals(List.of(), wrong.stream().limit(12).toList());
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
