package org.junheng.published;

import static org.junheng.published.PublishedRows.number;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.junheng.stats.Design;
import org.junheng.stats.LeastSquares;
import org.junheng.stats.Regression;
import org.junit.jupiter.api.Test;

/** Two hard regressions of the NIST Statistical Reference Datasets: the normal equations have 7 digits on Longley and none on Filip. */
class NistRegressionTest {
    private static final List<String> LONGLEY = List.of(
            "-3482258.63459581841802687971005",
            "15.0618722713733237267545166942",
            "-0.0358191792925910219161665122922",
            "-2.02022980381682514652511123094",
            "-1.03322686717359199884779932055",
            "-0.0511041056535807100602909004361",
            "1829.15146461355189210237541777");
    private static final List<String> FILIP = List.of(
            "-1467.48961422980",
            "-2772.17959193342",
            "-2316.37108160893",
            "-1127.97394098372",
            "-354.478233703349",
            "-75.1242017393757",
            "-10.8753180355343",
            "-1.06221498588947",
            "-0.0670191154593408",
            "-0.00246781078275479",
            "-0.0000402962525080404");

    @Test
    void longleyReachesTenDigits() throws IOException {
        List<CSVRecord> rows = PublishedRows.of("nist/Longley");
        double[][] x = new double[rows.size()][7];
        for (int i = 0; i < x.length; i++) {
            x[i][0] = 1;
            for (int k = 1; k < 7; k++) {
                x[i][k] = number(rows.get(i), "x" + k);
            }
        }
        coefficients("Longley", fitted(x, rows), LONGLEY, 10);
    }

    /** A polynomial of degree 10: the columns agree in all but their last digits, and the powers themselves are rounded. */
    @Test
    void filipReachesSevenDigits() throws IOException {
        List<CSVRecord> rows = PublishedRows.of("nist/Filip");
        double[][] x = rows.stream()
                .map(row -> Polynomials.powers(number(row, "x"), 10))
                .toArray(double[][]::new);
        coefficients("Filip", fitted(x, rows), FILIP, 7);
    }

    private static void coefficients(String set, LeastSquares fit, List<String> truth, double digits) {
        Tally tally = new Tally(set);
        for (int k = 0; k < truth.size(); k++) {
            tally.digits(set + " " + k, truth.get(k), fit.coefficient(k), digits);
        }
        tally.allHold(truth.size());
    }

    private static LeastSquares fitted(double[][] x, List<CSVRecord> rows) {
        double[] y = rows.stream().mapToDouble(row -> number(row, "y")).toArray();
        List<String> terms =
                IntStream.range(0, x[0].length).mapToObj(k -> "b" + k).toList();
        return assertInstanceOf(LeastSquares.class, Regression.of(Design.of(terms, x, y)));
    }
}
