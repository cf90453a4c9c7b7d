package org.junheng.published;

import static org.junheng.published.PublishedRows.number;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.junheng.Given;
import org.junheng.balance.Campus;
import org.junheng.balance.Population;
import org.junheng.balance.Premises;
import org.junheng.balance.Resource;
import org.junheng.balance.ResourceLevel;
import org.junheng.balance.SharedSplit;
import org.junheng.balance.StageStaff;
import org.junheng.stats.Decimals;
import org.junheng.subject.SchoolType;
import org.junheng.subject.Stage;
import org.junit.jupiter.api.Test;

/** The nine-year school of 测算均衡系数拆分公式: 23,226 books of 166 primary and 210 junior pupils. */
class SharedSplitExampleTest {

    @Test
    void equalsThePublishedSplitOfTheBooks() throws IOException {
        CSVRecord row = PublishedRows.of("nine_year_split_example").get(0);
        double primary = number(row, "primary_pupils");
        double junior = number(row, "junior_pupils");
        double books = number(row, "total_books");
        Campus school = nineYear(primary, junior, books);
        SharedSplit split = SharedSplit.of(school).orElseThrow();

        assertEquals(
                58.5038,
                Decimals.ratio(Decimals.of(books), split.weightedPupils()).doubleValue(),
                0.00005);
        assertEquals(9711.6, part(split, Stage.PRIMARY, primary, books), 0.05);
        assertEquals(13514.4, part(split, Stage.JUNIOR, junior, books), 0.05);
        assertEquals(number(row, "books_per_weighted_pupil_published"), 58.5038, 0.05);
        assertEquals(number(row, "primary_books_published"), part(split, Stage.PRIMARY, primary, books), 1);
        assertEquals(number(row, "junior_books_published"), part(split, Stage.JUNIOR, junior, books), 1);
    }

    @Test
    void theLevelsOfTheStagesAreThePartsPerPupil() throws IOException {
        CSVRecord row = PublishedRows.of("nine_year_split_example").get(0);
        Campus school =
                nineYear(number(row, "primary_pupils"), number(row, "junior_pupils"), number(row, "total_books"));
        assertEquals(9711.6 / 166, level(school, Stage.PRIMARY), 0.0005);
        assertEquals(13514.4 / 210, level(school, Stage.JUNIOR), 0.0005);
    }

    private static double part(SharedSplit split, Stage stage, double pupils, double total) {
        return split.part(stage, new BigDecimal(pupils), new BigDecimal(total)).doubleValue();
    }

    private static double level(Campus school, Stage stage) {
        Population.Unit unit = new Population.Unit(school, false);
        return Given.value(new ResourceLevel().of(new ResourceLevel.StageResource(unit, stage, Resource.B5)))
                .value();
    }

    private static Campus nineYear(double primary, double junior, double books) {
        SortedMap<Stage, StageStaff> stages = new TreeMap<>();
        stages.put(Stage.PRIMARY, new StageStaff(primary, null, null, null, null, null, null));
        stages.put(Stage.JUNIOR, new StageStaff(junior, null, null, null, null, null, null));
        return new Campus("9", SchoolType.NINE_YEAR, stages, new Premises(null, null, null, null, null, null, books));
    }
}
