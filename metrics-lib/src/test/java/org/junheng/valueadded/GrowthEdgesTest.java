package org.junheng.valueadded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junheng.published.PublishedRows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ties, small cohorts, a skew and two priors against quantreg: {@code published/quantreg/growth_edges.R} made the percentiles. */
class GrowthEdgesTest {
    @ParameterizedTest
    @CsvSource({"ties, 500", "small, 300", "skewed, 400", "two_priors, 600"})
    void equalsQuantreg(String name, int pupils) throws IOException {
        List<CSVRecord> rows = PublishedRows.of("quantreg/growth_edges").stream()
                .filter(row -> row.get("case").equals(name))
                .toList();
        assertEquals(pupils, rows.size());
        int order = rows.get(0).get("prior2").isEmpty() ? 1 : 2;
        GrowthCohort cohort = new GrowthCohort(order);
        rows.forEach(row -> cohort.add(scores(row, order)));
        GrowthDesign design = GrowthDesign.of(cohort, order);
        List<List<Double>> curves = new ArrayList<>();
        for (int q = 0; q < GrowthCurves.QUANTILES; q++) {
            curves.add(Arrays.stream(design.curve(q)).boxed().toList());
        }
        GrowthCurves.Reader reader = new GrowthCurves(design.knots(), curves).reader();
        for (CSVRecord row : rows) {
            assertEquals(Integer.parseInt(row.get("sgp")), reader.percentile(scores(row, order)), row.toString());
        }
    }

    private static double[] scores(CSVRecord row, int order) {
        double[] scores = new double[order + 1];
        scores[0] = PublishedRows.number(row, "y");
        for (int prior = 1; prior <= order; prior++) {
            scores[prior] = PublishedRows.number(row, "prior" + prior);
        }
        return scores;
    }
}
