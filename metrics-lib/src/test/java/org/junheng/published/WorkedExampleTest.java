package org.junheng.published;

import static org.junheng.published.PublishedRows.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.util.List;
import org.junheng.Given;
import org.junheng.gap.CoefficientOfVariation;
import org.junheng.gap.MeanLevel;
import org.junheng.gap.StandardDeviation;
import org.junheng.metric.Metric;
import org.junheng.stats.ExactMoments;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;

/** The five schools of 县域义务教育校际均衡指标计算方法: mean 6.3344, S 3.2639, coefficient 0.5153 (printed as 0.52). */
class WorkedExampleTest {
    private static final double HALF_UNIT = 0.00005;

    @Test
    void equalsThePublishedMeanDeviationAndCoefficient() throws IOException {
        assertEquals(6.3344, of(new MeanLevel()), HALF_UNIT);
        assertEquals(3.2639, of(new StandardDeviation()), HALF_UNIT);
        assertEquals(0.5153, of(new CoefficientOfVariation()), HALF_UNIT);
        assertEquals(0.52, of(new CoefficientOfVariation()), 0.005);
    }

    /** 3.7 is printed for 137 / 37 = 3.7027 and 7.31 for 402 / 55 = 7.3091: two digits at most. */
    @Test
    void equalsThePublishedBooksPerPupilAndWeightedSquares() throws IOException {
        double mean = of(new MeanLevel());
        double pupils = 302;
        for (var row : PublishedRows.of("worked_example_books_5_schools")) {
            double each = number(row, "books") / number(row, "pupils");
            assertEquals(number(row, "books_per_pupil_published"), each, 0.005);
            double square = number(row, "pupils") / pupils * (each - mean) * (each - mean);
            assertEquals(number(row, "weighted_sq_dev_published"), square, 0.006);
        }
    }

    /** An unweighted coefficient is 0.4888 and one with n - 1 is 0.5465: the example tells the three apart in the second digit. */
    @Test
    void tellsTheWrongFormulasApart() throws IOException {
        ExactMoments schools = new ExactMoments();
        PublishedRows.of("worked_example_books_5_schools")
                .forEach(row -> schools.add(number(row, "books") / number(row, "pupils")));
        double unweighted = schools.populationDeviation() / schools.mean();
        double sample = schools.sampleDeviation() / schools.mean();
        assertEquals(0.4888, unweighted, HALF_UNIT);
        assertEquals(0.5465, sample, HALF_UNIT);
        double ours = of(new CoefficientOfVariation());
        assertNotEquals(unweighted, ours, 0.02);
        assertNotEquals(sample, ours, 0.02);
    }

    private static double of(Metric<SchoolsView> metric) throws IOException {
        List<SchoolFigure> schools = PublishedRows.of("worked_example_books_5_schools").stream()
                .map(row -> SchoolFigure.perPupil(row.get("school"), number(row, "books"), number(row, "pupils")))
                .toList();
        return Given.value(metric.of(new SchoolsView(SubjectType.COUNTY, "B5", Given.YEAR, schools)))
                .value();
    }
}
