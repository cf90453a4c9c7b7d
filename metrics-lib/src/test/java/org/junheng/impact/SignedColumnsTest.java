package org.junheng.impact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junheng.stats.CounterRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole numbers are added without rounding, so that the sums must be those of one addition after the other. */
class SignedColumnsTest {
    private static final CounterRandom RANDOM = CounterRandom.of(7, "columns");

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 3", "6, 8", "7, 9", "95, 8", "96, 17", "97, 1", "300, 20"})
    void addsEveryClusterUnderItsSignInEveryDraw(int clusters, int columns) {
        List<String> names = new ArrayList<>();
        for (int c = 0; c < clusters; c++) {
            names.add(String.format(Locale.ROOT, "C%03d", c));
        }
        List<double[]> numbers = new ArrayList<>();
        for (int k = 0; k < columns; k++) {
            double[] column = new double[clusters];
            for (int c = 0; c < clusters; c++) {
                boolean stands =
                        RANDOM.happens(0.7, c % 4, k); // four kinds of clusters, by the columns that they are in
                column[c] = stands ? RANDOM.below(2001, c, 1000 + k) - 1000 : 0;
            }
            numbers.add(column);
        }
        SignDraws draws = new SignDraws(3);
        double[][] sums = SignedColumns.sums(numbers, names, draws);
        for (int k = 0; k < columns; k++) {
            assertArrayEquals(oneByOne(numbers.get(k), names, draws), sums[k]);
        }
    }

    private static double[] oneByOne(double[] column, List<String> names, SignDraws draws) {
        double[] sums = new double[SignDraws.DRAWS];
        for (int c = 0; c < column.length; c++) {
            long unit = SignDraws.unit(names.get(c));
            for (int d = 0; d < sums.length; d++) {
                boolean minus = ((draws.bits(unit, d / Long.SIZE) >>> (d % Long.SIZE)) & 1) == 1;
                sums[d] += minus ? -column[c] : column[c];
            }
        }
        return sums;
    }
}
