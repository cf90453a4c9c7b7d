package org.junheng.jobs.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junheng.jobs.SampleRun;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junit.jupiter.api.Test;

/**
 * Every number of every table of the sample's report, those behind pictures too, leads to its row in {@code measures}, or stands in the list of those that are no rows of it; what the
 * list says of such a number is checked.
 */
class CellKeysTest {
    private static final Wording WORDS = Wording.in(Language.EN);
    private static final Pattern NUMBER = Pattern.compile("[-−]?\\d+(?:[.]\\d+)?%?");

    /** What numbers without a key are. */
    private enum Are {
        /** How many rows, schools or verdicts there are; sums of whole numbers. */
        COUNTS,
        /** Cells of another published table. */
        CELLS,
        /** A number of the middle of others, whose keys stand in the table of the tests. */
        MIDDLE
    }

    /**
     * Numbers without a key, and why.
     *
     * @param table the words at the head of their table, or those that it begins with
     * @param columns the words at the heads of their columns; all columns where there are none
     * @param published where the numbers are cells
     */
    private record Silent(String table, List<String> columns, Are are, String published) {
        boolean holds(PageTables.Bearing cell) {
            return cell.table().startsWith(begin(table))
                    && (columns.isEmpty()
                            || columns.stream()
                                    .map(c -> c.isEmpty() ? "" : WORDS.text(c))
                                    .anyMatch(cell.head()::equals));
        }

        private static String begin(String words) {
            String text = WORDS.text(words);
            return text.contains("{") ? text.substring(0, text.indexOf('{')) : text;
        }
    }

    private static final List<Silent> SILENT = List.of(
            new Silent("page.flows.totals", List.of(), Are.COUNTS, ""),
            new Silent("page.flows.counties", List.of(), Are.CELLS, "stock_flows"),
            new Silent("page.flows.definitions", List.of(), Are.COUNTS, ""),
            new Silent(
                    "page.section.flows",
                    List.of(),
                    Are.COUNTS,
                    ""), // of a county cells of stock_flows, of a province sums of them
            new Silent("page.section.impact", List.of(), Are.CELLS, "impact_estimates"),
            new Silent("page.section.review", List.of(), Are.CELLS, "review"),
            new Silent("page.review.counties", List.of(), Are.CELLS, "review"),
            new Silent("page.review.clusters", List.of(), Are.CELLS, "review"),
            new Silent("page.fits.title", List.of(), Are.CELLS, "model_fits"),
            new Silent("page.section.missing", List.of(), Are.COUNTS, ""),
            new Silent("page.section.quality", List.of(), Are.CELLS, "quality"),
            new Silent("draw.valueadded", List.of(), Are.COUNTS, ""),
            new Silent("draw.satisfaction", List.of("js.limit"), Are.CELLS, "rules"),
            new Silent("draw.spread", List.of("js.limit"), Are.CELLS, "rules"),
            new Silent("draw.spread", List.of("draw.middle"), Are.MIDDLE, ""),
            new Silent("draw.spread", List.of(""), Are.COUNTS, ""),
            new Silent(
                    "page.table.balance-all",
                    List.of("col.schools_pass", "col.schools_fail", "col.schools_undecided", "col.tests_pass"),
                    Are.COUNTS,
                    ""));

    @Test
    void everyNumberHasTheKeyOfItsRow() throws IOException {
        Path run = SampleRun.folder();
        Set<String> published = new HashSet<>();
        List<String> columns = Schema.of(Measures.class).keys();
        PublishedTable.of(run, "measures")
                .forEach(line -> published.add(columns.stream().map(line::text).collect(Collectors.joining("|"))));
        Set<String> effects = effects(run);
        SortedMap<String, Set<String>> cells = new TreeMap<>();
        Set<Silent> met = new HashSet<>();
        SortedSet<String> silent = new TreeSet<>();
        SortedSet<String> wrong = new TreeSet<>();
        Map<PageTables.Where, Long> keyed = new EnumMap<>(PageTables.Where.class);
        for (Path page : pages(run)) {
            for (PageTables.Bearing cell : PageTables.of(page)) {
                if (!cell.key().isEmpty()) {
                    keyed.merge(cell.where(), 1L, Long::sum);
                    if (!published.contains(cell.key())) {
                        wrong.add(cell.table() + ": " + cell.key());
                    }
                    continue;
                }
                List<Silent> why = why(cell, effects);
                met.addAll(why);
                if (why.isEmpty()) {
                    silent.add(cell.table() + ": " + cell.head());
                } else if (why.stream().noneMatch(w -> isSo(w, cell, run, cells))) {
                    wrong.add(cell.table() + ": " + cell.head() + ": " + cell.text());
                }
            }
        }
        assertEquals(List.of(), wrong.stream().limit(20).toList());
        assertEquals(new TreeSet<>(), silent);
        assertTrue(keyed.getOrDefault(PageTables.Where.PAGE, 0L) > 30_000, keyed + " numbers with their keys");
        assertTrue(keyed.getOrDefault(PageTables.Where.PICTURE, 0L) > 1_500, keyed + " numbers with their keys");
        assertEquals(List.of(), SILENT.stream().filter(s -> !met.contains(s)).toList(), "reasons that nothing needs");
    }

    private static List<Path> pages(Path run) throws IOException {
        try (Stream<Path> files = Files.walk(run.resolve("report"))) {
            return files.filter(f -> f.toString().endsWith(".html")).sorted().toList();
        }
    }

    /** Tables of the effects of joining are named after their blocks. */
    private static Set<String> effects(Path run) {
        Set<String> effects = new HashSet<>();
        PublishedTable.of(run, "impact_estimates").forEach(line -> effects.add(line.text("impact_id")));
        return effects;
    }

    private static List<Silent> why(PageTables.Bearing cell, Set<String> effects) {
        Silent impact = SILENT.stream()
                .filter(s -> s.published().equals("impact_estimates"))
                .findFirst()
                .orElseThrow();
        return effects.stream().anyMatch(cell.table()::startsWith)
                ? List.of(impact)
                : SILENT.stream().filter(s -> s.holds(cell)).toList();
    }

    /** Whether a number without a key is what the list says: whole where it is a count, to be found in the table that it is of. */
    private static boolean isSo(Silent why, PageTables.Bearing cell, Path run, SortedMap<String, Set<String>> cells) {
        List<String> numbers =
                NUMBER.matcher(cell.text()).results().map(MatchResult::group).toList();
        return switch (why.are()) {
            case COUNTS -> numbers.stream().allMatch(number -> number.matches("-?\\d+"));
            case MIDDLE -> numbers.size() == 1;
            case CELLS -> {
                Set<String> shown = cells.computeIfAbsent(why.published(), table -> shown(run, table));
                yield numbers.stream().allMatch(shown::contains);
            }
        };
    }

    /** The numbers of a published table in all ways in which the report rounds. */
    private static Set<String> shown(Path run, String table) {
        Set<String> shown = new HashSet<>();
        PublishedTable.of(run, table).forEach(line -> line.row().forEach(cell -> {
            if (cell.matches("[-+]?\\d+([.]\\d+)?([eE]-?\\d+)?")) {
                double number = Double.parseDouble(cell);
                shown.add(Numbers.figure(number));
                shown.add(Numbers.percent(number));
                IntStream.rangeClosed(0, 5).forEach(decimals -> shown.add(Numbers.plain(number, decimals)));
            }
        }));
        return shown;
    }
}
