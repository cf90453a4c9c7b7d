package org.junheng.jobs.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junheng.jobs.report.DossierPage.Part;
import org.junheng.jobs.report.Grid.Cell;

/** Tables of the counties, clusters and schools of an area, each row leading to its page; what would be too long for a page is left to the pages below it. */
record AreaTables(SummaryTables tables, Display display, Linked linked, Predicate<String> isMeant) {
    /** Rows that a page can carry in full. */
    private static final int MOST_ROWS = 1_200;

    /** Rows of counties whose every test a page can carry; above, how many were passed. */
    private static final int MOST_TESTED = 400;

    /** The tables of some counties, for a page from which a way leads to the folder of the report. */
    static AreaTables of(SummaryTables tables, Display display, String root, Predicate<String> isMeant) {
        return new AreaTables(tables, display, new Linked(tables, root), isMeant);
    }

    /** The tests of the last year, and the schools that meet the standard. */
    Optional<Part> tests() {
        int year = Headline.last(tables.balance());
        List<Cells> rows = Cells.of(tables.balance())
                .filter(row -> row.year() == year && isMeant.test(row.text("county_code")))
                .toList();
        CountyTests tests = new CountyTests(rows, display, linked);
        return part("tests", "table.balance-all", when(year), rows.size() > MOST_TESTED ? tests.brief() : tests.full());
    }

    /** What the counties lack to the standard in the last year. */
    Optional<Part> lacking() {
        int year = Headline.last(tables.shortfall());
        Grid grid = LackingGrid.of(tables.shortfall(), year, display, linked, isMeant);
        return limited("shortfall", when(year), grid.rows(), () -> grid);
    }

    /** How the gaps of each county changed. */
    Optional<Part> changes() {
        List<Integer> years = List.copyOf(tables.years());
        List<Cells> rows = Cells.of(tables.gaps())
                .filter(row -> row.has("subject_type", "county") && isMeant.test(row.text("subject_id")))
                .filter(row -> BalanceRows.SEVEN.contains(row.text("facet"))
                        || row.text("facet").startsWith("score:"))
                .toList();
        return limited("changes", when(tables.lastYear()), rows, () -> new TrendGrid(years, display, linked)
                .ofCounties(rows)
                .withoutEmptyColumns());
    }

    /** Lead school minus members in scores, cluster by cluster. */
    Optional<Part> leads() {
        List<Integer> years = List.copyOf(tables.years());
        List<Cells> rows = Cells.of(tables.leadMember())
                .filter(row ->
                        isMeant.test(row.text("county")) && row.text("facet").startsWith("score:"))
                .toList();
        return limited("leads", when(tables.lastYear()), rows, () -> new TrendGrid(years, display, linked)
                .ofClusters(rows)
                .withoutEmptyColumns());
    }

    /** The groups that were asked in each area, in the last year. */
    Optional<Part> satisfaction() {
        int year = Headline.last(tables.satisfaction());
        List<Cells> rows = Cells.of(tables.satisfaction())
                .filter(row -> row.year() == year && isArea(row) && row.number("rate") != null)
                .filter(row ->
                        row.text("facet").indexOf(':') == row.text("facet").lastIndexOf(':'))
                .toList();
        return limited("satisfied", when(year), rows, () -> new SatisfactionGrid(display, linked).of(rows));
    }

    /** Quality schools and places of each area in the baseline and in the last year. */
    Optional<Part> stock() {
        SortedMap<String, SortedMap<Integer, Cells>> byPlace = new TreeMap<>();
        Cells.of(tables.stock()).filter(this::isArea).forEach(row -> byPlace.computeIfAbsent(
                        String.join("|", row.text("subject_type"), row.text("subject_id"), row.text("stage")),
                        p -> new TreeMap<>())
                .put(row.year(), row));
        return limited(
                "stocks", when(Headline.last(tables.stock())), byPlace.values(), () -> new StockGrid(display, linked)
                        .of(byPlace.values(), tables.baseline())
                        .withoutEmptyColumns());
    }

    /** The clauses that the clusters of the counties do not meet. */
    Optional<Part> broken() {
        VerdictParts verdicts = new VerdictParts(display, tables.policies());
        Grid grid = tables.broken().of(verdicts, linked, isMeant).withoutEmptyColumns();
        return limited("broken", when(tables.broken().year()), grid.rows(), () -> grid);
    }

    /** The schools that became quality schools, or ceased to be; for the public why they are not named. */
    Optional<Part> newQuality() {
        QualityChangePart changes = new QualityChangePart(tables, display, linked);
        return changes.forThePublic().or(() -> changes.ofCounties(isMeant));
    }

    /** The value-added of the schools of one county. */
    Optional<Part> schoolsOfCounty(List<SchoolGrid.Fitted> rows) {
        return limited("schools-valueadded", when(tables.lastYear()), rows, () -> new SchoolGrid(display, linked)
                .ofCounty(rows));
    }

    /** The value-added of schools. */
    Optional<Part> schools(List<SchoolGrid.Fitted> rows) {
        return limited(
                "schools-valueadded", when(tables.lastYear()), rows, () -> new SchoolGrid(display, linked).of(rows));
    }

    private boolean isArea(Cells row) {
        return row.has("subject_type", "county") ? isMeant.test(row.text("subject_id")) : isMeant.test("");
    }

    private static Map<String, String> when(int year) {
        return Map.of("year", Integer.toString(year));
    }

    /** A table that fits; or a sentence that says where its rows are, of which none is written then. */
    private Optional<Part> limited(String id, Map<String, String> filling, Collection<?> rows, Supplier<Grid> grid) {
        Wording wording = display.wording();
        return rows.size() <= MOST_ROWS
                ? part(id, "table." + id, filling, grid.get())
                : Optional.of(new Part(
                        id,
                        wording.text("page.table." + id, filling),
                        wording.text("page.table.elsewhere", Map.of("n", Integer.toString(rows.size()))),
                        new Grid(List.of(), List.of(), 0),
                        List.of()));
    }

    private Optional<Part> part(String id, String words, Map<String, String> filling, Grid grid) {
        Wording wording = display.wording();
        return grid.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part(
                        id,
                        wording.text("page." + words, filling),
                        wording.text("page." + words + ".note", filling),
                        grid,
                        List.of()));
    }

    /** Heads of columns by their names; those of numbers begin with a sign. */
    static List<Cell> heads(Display display, Stream<String> columns) {
        return columns.map(column -> column.startsWith("#")
                        ? new Cell(display.head(column.substring(1)), true)
                        : new Cell(display.head(column), false))
                .toList();
    }
}
