package org.junheng.published;

import static org.junheng.published.PublishedRows.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.junheng.Given;
import org.junheng.stats.Autocorrelation;
import org.junheng.stats.BetweenWithin;
import org.junheng.stats.CrossSums;
import org.junheng.stats.Design;
import org.junheng.stats.ExactMoments;
import org.junheng.stats.LeastSquares;
import org.junheng.stats.OneWayAnova;
import org.junheng.stats.Regression;
import org.junit.jupiter.api.Test;

/** All sets of the Statistical Reference Datasets kept beside the project, against what is exact for the data as doubles. */
class ReferenceNistTest {
    private static final String CASE = "reference/cases/g1_nist";
    /** Digits to reach: one below the plain QR program that was measured beside the cases. */
    private static final Map<String, Double> REGRESSIONS =
            new TreeMap<>(Map.of("Norris", 12.3, "Longley", 10.0, "NoInt1", 15.0));

    @Test
    void univariateSetsReachFourteenDigits() throws IOException {
        Map<String, String> expected = FlatJson.of(Given.shared(CASE + "/expected.json"));
        Tally tally = new Tally("g1 univariate");
        for (String set : List.of("Lottery", "Lew", "NumAcc1", "NumAcc3")) {
            double[] y = column(set, "y");
            ExactMoments moments = new ExactMoments();
            for (double one : y) {
                moments.add(one);
            }
            String at = "univariate." + set + ".double.";
            tally.digits(set + " mean", expected.get(at + "mean"), moments.mean(), 14);
            tally.digits(set + " sd", expected.get(at + "sd"), moments.sampleDeviation(), 14);
            tally.digits(set + " lag 1", expected.get(at + "autocorr1"), Autocorrelation.ofNeighbours(y), 14);
        }
        tally.allHold(12);
    }

    @Test
    void analysesOfVarianceReachFourteenDigits() throws IOException {
        Map<String, String> expected = FlatJson.of(Given.shared(CASE + "/expected.json"));
        Tally tally = new Tally("g1 anova");
        for (String set : List.of("SiRstv", "SmLs01", "SmLs04", "SmLs07")) {
            OneWayAnova anova = anova(set);
            String at = "anova." + set + ".double.";
            tally.digits(set, expected.get(at + "ss_between"), anova.betweenSquares(), 14);
            tally.digits(set, expected.get(at + "ss_within"), anova.withinSquares(), 14);
            tally.digits(set, expected.get(at + "ms_between"), anova.betweenMeanSquare(), 14);
            tally.digits(set, expected.get(at + "ms_within"), anova.withinMeanSquare(), 14);
            tally.digits(set, expected.get(at + "F"), anova.f(), 14);
            tally.digits(set, expected.get(at + "r_squared"), anova.rSquared(), 14);
            tally.digits(set, expected.get(at + "resid_sd"), anova.residualDeviation(), 14);
            tally.digits(set, expected.get(at + "df_between"), anova.betweenDegrees(), 16);
            tally.digits(set, expected.get(at + "df_within"), anova.withinDegrees(), 16);
        }
        tally.allHold(36);
    }

    @Test
    void regressionsKeepTheDigitsOfTheirQr() throws IOException {
        Map<String, String> expected = FlatJson.of(Given.shared(CASE + "/expected.json"));
        for (Map.Entry<String, Double> set : REGRESSIONS.entrySet()) {
            LeastSquares fit = fitted(set.getKey());
            String at = "regression." + set.getKey() + ".double.";
            Tally tally = new Tally("g1 " + set.getKey());
            int terms = fit.design().terms().size();
            for (int k = 0; k < terms; k++) {
                tally.digits("coef " + k, expected.get(at + "coef." + k), fit.coefficient(k), set.getValue());
                tally.digits("se " + k, expected.get(at + "se." + k), fit.standardError(k), set.getValue());
            }
            tally.digits("sigma", expected.get(at + "resid_sd"), fit.residualDeviation(), set.getValue());
            tally.digits("rss", expected.get(at + "rss"), fit.residualSquares(), set.getValue());
            tally.digits("r2", expected.get(at + "r_squared"), fit.rSquared(), set.getValue());
            tally.digits("F", expected.get(at + "F"), fit.f(), set.getValue());
            tally.allHold(2 * terms + 4);
        }
    }

    /** Every point lies on the polynomial: the residuals are those of rounding, and of whole numbers exactly 0. */
    @Test
    void polynomialsThroughEveryPointComeBack() throws IOException {
        Map<String, String> expected = FlatJson.of(Given.shared(CASE + "/expected.json"));
        Tally tally = new Tally("g1 Wampler");
        for (String set : List.of("Wampler1", "Wampler2")) {
            LeastSquares fit = fitted(set);
            for (int k = 0; k < 6; k++) {
                String truth = expected.get("regression." + set + ".double.coef." + k);
                tally.digits(set + " " + k, truth, fit.coefficient(k), set.equals("Wampler1") ? 8.4 : 12.1);
            }
            tally.holds(set + " r2", "1", fit.rSquared(), 1e-15, 0);
            tally.holds(set + " sigma", "0", fit.residualDeviation(), 0, 1e-14);
        }
        tally.allHold(16);
        assertEquals(0.0, fitted("Wampler1").residualSquares());
        assertTrue(Double.isInfinite(fitted("Wampler1").f()));
    }

    private static LeastSquares fitted(String set) throws IOException {
        List<CSVRecord> rows = PublishedRows.of(Given.shared(CASE + "/" + set + ".csv"));
        double[][] x = rows.stream().map(row -> terms(set, row)).toArray(double[][]::new);
        List<String> terms =
                IntStream.range(0, x[0].length).mapToObj(k -> "b" + k).toList();
        return assertInstanceOf(LeastSquares.class, Regression.of(Design.of(terms, x, column(set, "y"))));
    }

    private static double[] terms(String set, CSVRecord row) {
        return switch (set) {
            case "NoInt1" -> new double[] {number(row, "x")};
            case "Longley" ->
                IntStream.rangeClosed(0, 6)
                        .mapToDouble(k -> k == 0 ? 1 : number(row, "x" + k))
                        .toArray();
            case "Norris" -> Polynomials.powers(number(row, "x"), 1);
            default -> Polynomials.powers(number(row, "x"), 5);
        };
    }

    private static OneWayAnova anova(String set) throws IOException {
        SortedMap<String, CrossSums> groups = new TreeMap<>();
        for (CSVRecord row : PublishedRows.of(Given.shared(CASE + "/" + set + ".csv"))) {
            groups.computeIfAbsent(row.get("group"), g -> new CrossSums(1)).add(number(row, "y"));
        }
        return OneWayAnova.of(BetweenWithin.of(List.of("y"), groups));
    }

    private static double[] column(String set, String name) throws IOException {
        return PublishedRows.of(Given.shared(CASE + "/" + set + ".csv")).stream()
                .mapToDouble(row -> number(row, name))
                .toArray();
    }
}
