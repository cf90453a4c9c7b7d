package org.junheng.published;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.junheng.Given;
import org.junheng.stats.EffectRanks;
import org.junheng.stats.LikelihoodRatio;
import org.junheng.stats.MixedEffects;

/** Numbers of a fitted mixed model, held against those of a case: all are counted, and those that differ are told together. */
final class MixedModelNumbers {
    private int compared;
    private final List<String> wrong = new ArrayList<>();

    void compare(MixedEffects fit, Map<String, String> json, String model, double fixed, double variances) {
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
    void effects(MixedEffects fit, String file, int factor) throws IOException {
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
    void table(MixedEffects fit, Map<String, String> json, String model, String file) throws IOException {
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

    void ratio(Map<String, String> json, String test, MixedEffects small, MixedEffects large) {
        LikelihoodRatio ratio =
                LikelihoodRatio.of(small.criterion(), small.parameters(), large.criterion(), large.parameters());
        number(json, "lrt_ml." + test + ".chisq", ratio.chiSquared(), 1e-8);
        number(json, "lrt_ml." + test + ".df", ratio.degrees(), 0);
        number(json, "lrt_ml." + test + ".p", ratio.p(), 1e-8);
    }

    void number(Map<String, String> json, String path, double found, double relative) {
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

    void requireAll(String name) {
        System.out.println(name + ": " + (compared - wrong.size()) + " of " + compared + " numbers hold");
        assertEquals(List.of(), wrong.stream().limit(12).toList());
    }
}
