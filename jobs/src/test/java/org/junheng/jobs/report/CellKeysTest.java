package org.junheng.jobs.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junheng.jobs.SampleRun;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junit.jupiter.api.Test;

/**
 * Every number of every table of the sample's report leads to its row in {@code measures}, or stands in a table that is not made of such rows. Tables behind pictures repeat
 * numbers of other tables and have no keys of their own.
 */
class CellKeysTest {
    private static final Wording WORDS = Wording.in(Language.EN);

    /** Tables without a key, by the words at their head, and why. */
    private static final List<String> OF_OTHER_TABLES = List.of(
            "page.flows.totals", // sums over stock_flows
            "page.flows.counties", // stock_flows
            "page.flows.definitions", // stock_sensitivity
            "page.section.flows", // stock_flows
            "page.section.review", // review, whose parts are rows of contributions
            "page.review.counties",
            "page.review.clusters",
            "page.fits.title", // model_fits
            "page.section.missing", // counts of rows
            "page.section.quality"); // rows of the delivery; tables of impact_estimates are named after their block

    /** Columns without a key beside numbers that have one: counts of verdicts. */
    private static final List<String> COUNTS =
            List.of("col.schools_pass", "col.schools_fail", "col.schools_undecided", "col.tests_pass");

    @Test
    void everyNumberHasTheKeyOfItsRow() throws IOException {
        Path run = SampleRun.folder();
        Set<String> published = new HashSet<>();
        List<String> columns = Schema.of(Measures.class).keys();
        PublishedTable.of(run, "measures")
                .forEach(line -> published.add(columns.stream().map(line::text).collect(Collectors.joining("|"))));
        Set<String> others = OF_OTHER_TABLES.stream().map(WORDS::text).collect(Collectors.toSet());
        Set<String> effects = new HashSet<>();
        PublishedTable.of(run, "impact_estimates").forEach(line -> effects.add(line.text("impact_id")));
        SortedSet<String> silent = new TreeSet<>();
        SortedSet<String> wrong = new TreeSet<>();
        long keyed = 0;
        for (Path page : pages(run)) {
            for (PageTables.Bearing cell : PageTables.of(page)) {
                if (!cell.key().isEmpty() && !published.contains(cell.key())) {
                    wrong.add(cell.table() + ": " + cell.key());
                } else if (!cell.key().isEmpty()) {
                    keyed++;
                } else if (cell.where() == PageTables.Where.PAGE
                        && !others.contains(cell.table())
                        && effects.stream().noneMatch(cell.table()::startsWith)) {
                    silent.add(cell.head());
                }
            }
        }
        assertEquals(List.of(), wrong.stream().limit(20).toList());
        assertTrue(keyed > 30_000, keyed + " numbers with their keys");
        assertEquals(new TreeSet<>(COUNTS.stream().map(WORDS::text).toList()), silent);
    }

    private static List<Path> pages(Path run) throws IOException {
        try (Stream<Path> files = Files.walk(run.resolve("report"))) {
            return files.filter(f -> f.toString().endsWith(".html")).sorted().toList();
        }
    }
}
