package org.junheng.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junheng.jobs.config.Disclosure;
import org.junheng.jobs.query.PublishedParts;
import org.junheng.jobs.query.RunDatabase;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.trace.Withheld;
import org.junheng.jobs.trace.Worked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A number is told by its formula with the numbers put in, or by the published numbers or the rows that it is made of. */
class TraceFormulaTest {
    private static final Withheld NOTHING = new Withheld(new Disclosure(0, 0, 0, false), new TreeSet<>());

    private static TracedProvince province;
    private static SortedMap<String, Measures> published;

    @BeforeAll
    static void draw() throws IOException {
        province = TracedProvince.drawn();
        published = province.published();
    }

    /** The formula with its numbers begins with the published value, and names the parts that it is made of. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "gap.sd; sqrt(",
                "gap_change.cv; this year less the base year",
                "gap_change.cv_from_stayers; add up to the change",
                "gap_change.cv_verdict; its interval",
                "resource.level; /",
                "resource.shortfall; what each lacks",
                "satisfaction.rate; /",
                "satisfaction.change; this year less the base year",
                "rules.met; the verdicts that are counted",
                "valueadded.school; sigma2_school",
                "bundled.score; scores times weights"
            })
    void theFormulaIsShownWithItsNumbers(String metric, String shown) {
        String cell = published.keySet().stream()
                .filter(k -> k.startsWith(metric + "|") && published.get(k).value() != null)
                .filter(k ->
                        !metric.equals("resource.shortfall") || published.get(k).value() > 0)
                .findFirst()
                .orElseThrow();
        Measures number = published.get(cell);
        try (RunDatabase database = RunDatabase.of(province.run())) {
            Withheld none = new Withheld(new Disclosure(0, 0, 0, false), new TreeSet<>());
            Worked worked = Worked.of(province.measured(), province.file().evaluation(), number, none);
            String parts = PublishedParts.of(database, number, cell)
                    .map(of ->
                            of.kind().en() + "\n" + String.join("\n", of.rows().lines(99)))
                    .orElse("");
            assertTrue((worked.lines() + parts).contains(shown.strip()), worked.lines() + parts);
            assertTrue(
                    worked.lines().isEmpty()
                            || worked.lines().get(worked.lines().size() - 1).contains(" = ")
                            || worked.lines().get(0).contains(" of "),
                    worked.lines().toString());
        }
    }

    /** No number that this province publishes stands alone: an equation, the published numbers that it is made of, or the formula whose terms are the rows beside it. */
    @Test
    void everyMetricIsToldByNumbers() {
        SortedMap<String, Measures> one = new TreeMap<>();
        published.forEach((key, number) -> {
            if (number.value() != null) {
                one.putIfAbsent(number.metricId() + "|" + (number.value() == 0), number);
            }
        });
        List<String> silent = new ArrayList<>();
        Set<String> told = new TreeSet<>();
        try (RunDatabase database = RunDatabase.of(province.run())) {
            one.values().forEach(number -> {
                told.add(number.metricId());
                Worked worked = Worked.of(province.measured(), province.file().evaluation(), number, NOTHING);
                boolean ofOthers =
                        PublishedParts.of(database, number, key(number)).isPresent();
                if (worked.lines().isEmpty() && !ofOthers) {
                    silent.add(key(number) + " = " + number.value());
                }
                worked.lines()
                        .forEach(line -> assertTrue(
                                line.contains(" = ") || line.contains(" of "), number.metricId() + ": " + line));
            });
        }
        assertEquals(List.of(), silent);
        assertTrue(told.size() > 130, told.size() + " metrics");
    }

    /** The equation begins with the published value, to the last bit. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "satisfaction.rate_by_pupils",
                "satisfaction.rate_clustered",
                "satisfaction.mean_score",
                "satisfaction.alpha",
                "satisfaction.alpha_standardised",
                "satisfaction.alpha_without_item",
                "satisfaction.item_rest_correlation",
                "assurance.largest_class",
                "radiation.teachers_sent",
                "stock.quality_change"
            })
    void theEquationBeginsWithThePublishedValue(String metric) {
        List<Measures> numbers = published.values().stream()
                .filter(m -> m.metricId().equals(metric) && m.value() != null)
                .limit(5)
                .toList();
        assertFalse(numbers.isEmpty());
        for (Measures number : numbers) {
            List<String> lines = Worked.of(province.measured(), province.file().evaluation(), number, NOTHING)
                    .lines();
            assertEquals(1, lines.size(), lines.toString());
            assertTrue(lines.get(0).startsWith(number.value() + " = "), lines.get(0));
        }
    }

    private static String key(Measures number) {
        return TracedProvince.key(Schema.of(Measures.class).row(number));
    }
}
