package org.junheng.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.apache.commons.csv.CSVRecord;
import org.junheng.metric.Interval;
import org.junheng.stats.ClopperPearson;
import org.junheng.stats.CrossSums;
import org.junheng.stats.Wilson;
import org.junheng.survey.Calibration;
import org.junheng.survey.CronbachAlpha;
import org.junheng.survey.Estimate;
import org.junheng.survey.Raking;
import org.junheng.survey.SampledUnit;
import org.junheng.survey.SurveyDesign;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Reliability, shares and weighting against R 4.2.2 (psych, prop.test, survey; the data are GPL and stay outside the project): 1e-10 relative, raked
 * weights and what follows from them 1e-9. The interval of Wald, which the case also holds, is not computed by this project: it leaves 0 to 1.
 */
class ReferenceSatisfactionTest {
    private static final double LEVEL = 0.95;

    private final TreeSet<String> checked = new TreeSet<>();
    private Path folder;
    private Map<String, String> expected;

    @BeforeEach
    void read() throws IOException {
        folder = Path.of(System.getProperty("junheng.shared", "../../shared"))
                .resolve("reference/cases/h1_satisfaction");
        assumeTrue(Files.isDirectory(folder), "the shared reference data are not beside the project");
        expected = FlatJson.of(folder.resolve("expected.json"));
    }

    @Test
    void reliabilityEqualsPsych() throws IOException {
        List<CSVRecord> pupils = PublishedRows.of(folder.resolve("holzinger.csv"));
        List<String> tests = List.of("x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x9");
        reliability("holzinger_all", pupils, tests);
        reliability("holzinger_visual", pupils, tests.subList(0, 3));
        reliability("holzinger_textual", pupils, tests.subList(3, 6));
        reliability(
                "attitude",
                PublishedRows.of(folder.resolve("attitude.csv")),
                List.of("rating", "complaints", "privileges", "learning", "raises", "critical", "advance"));
        nothingLeft("alpha.", ".*second_route.*");
        assertEquals(68, checked.size(), () -> checked.size() + " numbers hold");
    }

    private void reliability(String at, List<CSVRecord> rows, List<String> items) {
        CrossSums sums = new CrossSums(items.size());
        rows.forEach(row -> sums.add(items.stream()
                .mapToDouble(item -> Double.parseDouble(row.get(item)))
                .toArray()));
        CronbachAlpha alpha = CronbachAlpha.of(sums).orElseThrow();
        String path = "alpha." + at;
        equal(path + ".n", alpha.n(), 0);
        equal(path + ".k", alpha.items(), 0);
        equal(path + ".alpha", alpha.raw(), 1e-10);
        equal(path + ".alpha_standardized", alpha.standardised(), 1e-10);
        ends(path + ".feldt_ci95", alpha.interval(LEVEL));
        for (int i = 0; i < items.size(); i++) {
            equal(path + ".item_rest_cor." + i, alpha.withRest(i), 1e-10);
            equal(
                    path + ".alpha_if_dropped." + i,
                    alpha.without(i).orElseThrow().raw(),
                    1e-10);
        }
    }

    @Test
    void intervalsOfSharesEqualR() throws IOException {
        SortedMap<String, long[]> counts = new TreeMap<>();
        for (CSVRecord row : PublishedRows.of(folder.resolve("housing.csv"))) {
            long households = Long.parseLong(row.get("Freq"));
            String type = row.get("Type");
            add(
                    counts,
                    "top2_sat_medium_or_high_by_Type." + type,
                    households,
                    !row.get("Sat").equals("Low"));
            add(counts, "top1_high_by_Type." + type, households, row.get("Sat").equals("High"));
        }
        for (String edge : List.of("zero", "all", "small", "large", "target90")) {
            String path = "wilson_edge_cases." + edge;
            counts.put(
                    path,
                    new long[] {Long.parseLong(expected.get(path + ".x")), Long.parseLong(expected.get(path + ".n"))});
        }
        counts.forEach((path, of) -> {
            equal(path + ".x", of[0], 0);
            equal(path + ".n", of[1], 0);
            equal(path + ".p", (double) of[0] / of[1], 1e-15);
            ends(path + ".wilson", Wilson.of(of[0], of[1], LEVEL));
            ends(path + ".wilson_cc", Wilson.corrected(of[0], of[1], LEVEL));
            ends(path + ".clopper_pearson", ClopperPearson.of(of[0], of[1], LEVEL));
        });
        nothingLeft("(top|wilson_edge).*", ".*(wald|second_route).*");
        assertEquals(117, checked.size(), () -> checked.size() + " numbers hold");
    }

    private static void add(Map<String, long[]> counts, String path, long households, boolean satisfied) {
        long[] of = counts.computeIfAbsent(path, p -> new long[2]);
        of[0] += satisfied ? households : 0;
        of[1] += households;
    }

    @Test
    void weightingEqualsTheSurveyPackage() throws IOException {
        List<CSVRecord> rows = PublishedRows.of(folder.resolve("apiclus1.csv"));
        SurveyDesign plain = SurveyDesign.of(rows.stream()
                .map(r -> new SampledUnit("", r.get("dnum"), number(r, "pw"), number(r, "fpc")))
                .toList());
        Raking.Margin type = margin(rows, "stype");
        Raking byType = Raking.of(plain.weights(), List.of(type)).orElseThrow();
        Raking raked = Raking.of(plain.weights(), List.of(type, margin(rows, "sch.wide")))
                .orElseThrow();
        double[][] auxiliary = rows.stream()
                .map(r -> new double[] {1, is(r, "H"), is(r, "M"), number(r, "api99")})
                .toArray(double[][]::new);
        double[] totals = {known("(Intercept)"), known("stypeH"), known("stypeM"), known("api99")};
        double[] greg = Calibration.linear(plain.weights(), auxiliary, totals);
        double[] exponential = Calibration.exponential(plain.weights(), auxiliary, totals);
        figures("unweighted", plain, rows);
        figures("poststratified", plain.calibrated(byType.weights(), byType.dummies()), rows);
        figures("raked", plain.calibrated(raked.weights(), raked.dummies()), rows);
        figures("greg", plain.calibrated(greg, auxiliary), rows);
        figures("calibrated_raking", plain.calibrated(exponential, auxiliary), rows);
        equal("weighting.raked_kish_neff", Raking.effectiveSize(raked.weights()), 1e-9);
        nothingLeft("weighting.*", ".*(margins|weights_file).*");
        assertEquals(31, checked.size(), () -> checked.size() + " numbers hold");
        List<CSVRecord> weights = PublishedRows.of(folder.resolve("weights.csv"));
        assertEquals(rows.size(), weights.size());
        for (int i = 0; i < weights.size(); i++) {
            near(number(weights.get(i), "raked"), raked.weights()[i], 1e-9, "raked " + i);
            near(number(weights.get(i), "poststrat"), byType.weights()[i], 1e-9, "poststrat " + i);
            near(number(weights.get(i), "greg"), greg[i], 1e-9, "greg " + i);
            near(number(weights.get(i), "calib_raking"), exponential[i], 1e-9, "calib_raking " + i);
        }
    }

    private void figures(String at, SurveyDesign design, List<CSVRecord> rows) {
        String path = "weighting." + at;
        List<String> names = List.of("api00", "enroll");
        for (int i = 0; i < names.size(); i++) {
            Estimate mean = design.mean(column(rows, names.get(i)));
            equal(path + ".mean." + names.get(i), mean.value(), 1e-9);
            equal(path + ".se." + i, mean.se(), 1e-9);
        }
        Estimate total = design.total(column(rows, "enroll"));
        equal(path + ".total.enroll", total.value(), 1e-9);
        equal(path + ".total_se", total.se(), 1e-9);
    }

    private Raking.Margin margin(List<CSVRecord> rows, String column) {
        SortedMap<String, Double> totals = new TreeMap<>();
        rows.forEach(r -> totals.computeIfAbsent(r.get(column), c -> margin(column, c)));
        return new Raking.Margin(rows.stream().map(r -> r.get(column)).toList(), totals);
    }

    private double margin(String column, String category) {
        return Double.parseDouble(expected.get("weighting.margins." + column + "." + category));
    }

    private double known(String variable) {
        return margin("greg_pop", variable);
    }

    private static double is(CSVRecord row, String type) {
        return row.get("stype").equals(type) ? 1 : 0;
    }

    private static double[] column(List<CSVRecord> rows, String name) {
        ToDoubleFunction<CSVRecord> cell = r -> number(r, name);
        return rows.stream().mapToDouble(cell).toArray();
    }

    private static double number(CSVRecord row, String name) {
        return Double.parseDouble(row.get(name));
    }

    private void ends(String path, Interval found) {
        equal(path + ".0", found.low(), 1e-10);
        equal(path + ".1", found.high(), 1e-10);
    }

    private void equal(String path, double found, double tolerance) {
        assertTrue(expected.containsKey(path), path);
        near(Double.parseDouble(expected.get(path)), found, tolerance, path);
        checked.add(path);
    }

    private static void near(double should, double found, double tolerance, String what) {
        assertEquals(should, found, tolerance * Math.abs(should), what);
    }

    private void nothingLeft(String begins, String outOfScope) {
        List<String> left = expected.keySet().stream()
                .filter(path -> path.matches(begins + ".*") && !path.matches(outOfScope) && !checked.contains(path))
                .toList();
        assertEquals(List.of(), left);
    }
}
