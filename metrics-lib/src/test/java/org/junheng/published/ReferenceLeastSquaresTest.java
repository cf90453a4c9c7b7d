package org.junheng.published;

import static org.junheng.published.PublishedRows.number;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junheng.Given;
import org.junheng.stats.ClusterErrors;
import org.junheng.stats.Design;
import org.junheng.stats.HeteroskedasticErrors;
import org.junheng.stats.LeastSquares;
import org.junheng.stats.Regression;
import org.junheng.stats.TailProbability;
import org.junit.jupiter.api.Test;

/**
 * 420 districts of 45 counties (the GPL data set CASchools) in R 4.2.2 with sandwich and clubSandwich, kept beside the project. The simple regression is that of
 * Stock and Watson: 698.9 (10.4), -2.28 (0.52).
 */
class ReferenceLeastSquaresTest {
    private static final String CASE = "reference/cases/b1_caschools_ols";
    private static final double RELATIVE = 1e-9;
    private static final List<String> TERMS =
            List.of("(Intercept)", "str", "comp_stu", "lunch", "english", "calworks", "log_income", "gradesKK-08");

    private final List<String> counties = new ArrayList<>();
    private final List<double[]> rows = new ArrayList<>();
    private final List<Double> scores = new ArrayList<>();
    private final List<Double> students = new ArrayList<>();

    @Test
    void equalsEveryNumberOfTheOrdinaryFit() throws IOException {
        read();
        Tally tally = new Tally("b1 ols");
        compare(tally, "ols", fitted(TERMS, rows, null), TERMS);
        tally.allHold(129);
    }

    @Test
    void equalsEveryNumberOfTheWeightedFit() throws IOException {
        read();
        Tally tally = new Tally("b1 wls");
        compare(tally, "wls", fitted(TERMS, rows, students), TERMS);
        tally.allHold(129);
    }

    @Test
    void equalsEveryNumberOfTheSimpleFitOfStockAndWatson() throws IOException {
        read();
        List<double[]> simple = rows.stream().map(r -> Arrays.copyOf(r, 2)).toList();
        List<String> terms = TERMS.subList(0, 2);
        LeastSquares fit = fitted(terms, simple, null);
        Tally tally = new Tally("b1 simple");
        compare(tally, "simple", fit, terms);
        tally.holds("published", "698.9", fit.coefficient(0), 0, 0.05);
        tally.holds("published", "-2.28", fit.coefficient(1), 0, 0.005);
        tally.holds("published", "10.4", HeteroskedasticErrors.HC1.of(fit)[0], 0, 0.05);
        tally.holds("published", "0.52", HeteroskedasticErrors.HC1.of(fit)[1], 0, 0.005);
        tally.allHold(49);
    }

    @Test
    void equalsWhatEveryDistrictDoesToTheFit() throws IOException {
        read();
        LeastSquares fit = fitted(TERMS, rows, null);
        LeastSquares weighted = fitted(TERMS, rows, students);
        Tally tally = new Tally("b1 districts");
        int i = 0;
        for (CSVRecord row : PublishedRows.of(Given.shared(CASE + "/district_effects.csv"))) {
            String at = row.get("district");
            tally.holds(at + " fitted", row.get("fitted"), fit.fitted(i), RELATIVE, 0);
            tally.holds(at + " residual", row.get("residual"), fit.residual(i), RELATIVE, 1e-11);
            tally.holds(at + " hat", row.get("hat"), fit.leverage(i), RELATIVE, 0);
            tally.holds(at + " rstandard", row.get("rstandard"), fit.standardised(i), RELATIVE, 1e-12);
            tally.holds(at + " rstudent", row.get("rstudent"), fit.studentised(i), RELATIVE, 1e-12);
            tally.holds(at + " cooks", row.get("cooks"), fit.cook(i), RELATIVE, 1e-14);
            tally.holds(at + " wls_fitted", row.get("wls_fitted"), weighted.fitted(i), RELATIVE, 0);
            tally.holds(at + " wls_residual", row.get("wls_residual"), weighted.residual(i), RELATIVE, 1e-11);
            i++;
        }
        tally.allHold(420 * 8);
    }

    private void compare(Tally tally, String model, LeastSquares fit, List<String> terms) throws IOException {
        Map<String, String> expected = FlatJson.of(Given.shared(CASE + "/expected.json"));
        String at = model + ".";
        single(tally, expected, at + "sigma", fit.residualDeviation());
        single(tally, expected, at + "r2", fit.rSquared());
        single(tally, expected, at + "adj_r2", fit.adjustedRSquared());
        single(tally, expected, at + "F", fit.f());
        single(tally, expected, at + "rss", fit.residualSquares());
        single(tally, expected, at + "logLik", fit.logLikelihood());
        single(tally, expected, at + "AIC", fit.aic());
        single(tally, expected, at + "BIC", fit.bic());
        single(tally, expected, at + "F_df.0", fit.explaining());
        single(tally, expected, at + "F_df.1", fit.degrees());
        single(tally, expected, at + "n", fit.design().units());
        single(tally, expected, at + "p", terms.size());
        boolean weighted = model.equals("wls");
        LeastSquares plain =
                weighted ? fitted(TERMS, rows, null) : fit; // R's condition number is of the unweighted design
        single(tally, expected, at + "condition_number", plain.conditionNumber());
        double equal = weighted ? weightedBreuschPagan(fit) : fit.breuschPagan();
        single(tally, expected, at + "breusch_pagan_studentized.stat", equal);
        single(tally, expected, at + "breusch_pagan_studentized.df", fit.explaining());
        single(
                tally,
                expected,
                at + "breusch_pagan_studentized.p",
                TailProbability.ofChiSquared(equal, fit.explaining()));
        ClusterErrors clusters = ClusterErrors.of(fit, counties);
        single(tally, expected, at + "cluster.G", clusters.clusters());
        for (int t = 0; t < terms.size(); t++) {
            String term = terms.get(t);
            single(tally, expected, at + "coef." + term, fit.coefficient(t));
            single(tally, expected, at + "se_classical." + term, fit.standardError(t));
            double df = clusters.degrees(t);
            double se = clusters.of(ClusterErrors.Kind.CR2)[t];
            single(tally, expected, at + "cluster.CR2_satterthwaite_df." + term, df);
            single(tally, expected, at + "cluster.CR2_p." + term, TailProbability.ofT(fit.coefficient(t) / se, df));
        }
        for (HeteroskedasticErrors kind : HeteroskedasticErrors.values()) {
            each(tally, expected, at + "se_hc." + kind, kind.of(fit), terms);
        }
        for (ClusterErrors.Kind kind : ClusterErrors.Kind.values()) {
            each(tally, expected, at + "cluster.se." + kind, clusters.of(kind), terms);
        }
    }

    /** As lmtest has it, with weights above the line and none below: not a test that the product makes. */
    private double weightedBreuschPagan(LeastSquares fit) {
        double mean = 0;
        for (int i = 0; i < scores.size(); i++) {
            mean += students.get(i) * fit.residual(i) * fit.residual(i) / scores.size();
        }
        double[] squares = new double[scores.size()];
        double below = 0;
        for (int i = 0; i < squares.length; i++) {
            squares[i] = fit.residual(i) * fit.residual(i) - mean;
            below += squares[i] * squares[i];
        }
        Design design = Design.of(TERMS, rows.toArray(new double[0][]), squares)
                .weighted(students.stream().mapToDouble(w -> w).toArray());
        LeastSquares explained = assertInstanceOf(LeastSquares.class, Regression.of(design));
        double above = 0;
        for (int i = 0; i < squares.length; i++) {
            above += students.get(i) * explained.fitted(i) * explained.fitted(i);
        }
        return squares.length * above / below;
    }

    private static void each(Tally tally, Map<String, String> expected, String at, double[] got, List<String> terms) {
        for (int t = 0; t < got.length; t++) {
            single(tally, expected, at + "." + terms.get(t), got[t]);
        }
    }

    private static void single(Tally tally, Map<String, String> expected, String at, double got) {
        tally.holds(at, expected.get(at), got, RELATIVE, 0);
    }

    private LeastSquares fitted(List<String> terms, List<double[]> x, List<Double> weights) {
        double[] y = scores.stream().mapToDouble(s -> s).toArray();
        Design design = Design.of(terms, x.toArray(new double[0][]), y);
        return assertInstanceOf(
                LeastSquares.class,
                Regression.of(
                        weights == null
                                ? design
                                : design.weighted(
                                        weights.stream().mapToDouble(w -> w).toArray())));
    }

    private void read() throws IOException {
        Path data = Given.shared(CASE + "/data.csv");
        for (CSVRecord row : PublishedRows.of(data)) {
            double pupils = number(row, "students");
            rows.add(new double[] {
                1,
                pupils / number(row, "teachers"),
                number(row, "computer") / pupils,
                number(row, "lunch"),
                number(row, "english"),
                number(row, "calworks"),
                Math.log(number(row, "income")),
                row.get("grades").equals("KK-08") ? 1 : 0
            });
            scores.add((number(row, "read") + number(row, "math")) / 2);
            students.add(pupils);
            counties.add(row.get("county"));
        }
    }
}
