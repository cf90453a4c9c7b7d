package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junheng.jobs.report.Grid.Cell;

/** The seven tests of each county and stage in one year: in full, or for very many counties in brief. */
record CountyTests(List<Cells> rows, Display display, Linked linked) {
    /** A row for each county and stage, with every coefficient and its verdict. */
    Grid full() {
        List<Cell> heads =
                new ArrayList<>(AreaTables.heads(display, Stream.of("county_code", "county", "stage", "#tests_pass")));
        BalanceRows.SEVEN.forEach(
                facet -> heads.add(Cell.head(Facet.of(facet, "").shortName(display.wording()), facet)));
        heads.addAll(AreaTables.heads(display, Stream.of("#schools_pass", "#schools_fail", "#schools_undecided")));
        return new Grid(
                heads,
                rows.stream().map(this::full).toList(),
                0,
                rows.stream().map(row -> key(row, "{h}")).toList());
    }

    static String key(Cells row, String facet) {
        return "gap.cv||county|" + row.text("county_code") + "|" + row.year() + "||" + row.text("stage") + "||" + facet
                + "|";
    }

    private List<Cell> full(Cells row) {
        List<Cell> cells = new ArrayList<>(List.of(
                new Cell(row.text("county_code"), false),
                linked.cell("county", row.text("county_code")),
                new Cell(display.words("stage", row.text("stage")), false),
                new Cell(Integer.toString(row.count("tests_pass")), true)));
        BalanceRows.SEVEN.forEach(facet -> cells.add(test(row, facet)));
        BalanceRows.OUTCOMES.forEach(
                outcome -> cells.add(new Cell(Integer.toString(row.count("schools_" + outcome)), true)));
        return cells;
    }

    private Cell test(Cells row, String facet) {
        Double number = row.number("cv_" + facet);
        String verdict = row.text("verdict_" + facet);
        boolean rounded = List.of(row.text("only_rounded").split(" ")).contains(facet);
        String shown = number == null
                ? display.words("verdict", verdict)
                : Numbers.plain(number, 4)
                        + mark(verdict)
                        + (rounded ? " (" + display.wording().text("js.rounded") + ")" : "");
        return new Cell(shown, false, verdict);
    }

    private static String mark(String verdict) {
        return switch (verdict) {
            case "PASS" -> " ✓";
            case "FAIL" -> " ✕";
            default -> " —";
        };
    }

    /** A row for each county, the verdicts of a stage as seven marks. */
    Grid brief() {
        SortedMap<String, List<Cells>> byCounty = new TreeMap<>();
        rows.forEach(row -> byCounty.computeIfAbsent(row.text("county_code"), c -> new ArrayList<>())
                .add(row));
        List<String> stages = rows.stream()
                .map(row -> row.text("stage"))
                .distinct()
                .sorted(TrendKey.BY_STAGE)
                .toList();
        List<Cell> heads = new ArrayList<>(
                AreaTables.heads(display, Stream.of("county_code", "county", "prefecture", "#tests_pass")));
        stages.forEach(stage -> heads.add(new Cell(display.words("stage", stage) + " R1–R7", false)));
        heads.addAll(AreaTables.heads(display, Stream.of("#schools_pass", "#schools_fail")));
        return new Grid(
                heads,
                byCounty.values().stream().map(county -> brief(county, stages)).toList(),
                0);
    }

    private List<Cell> brief(List<Cells> county, List<String> stages) {
        String code = county.get(0).text("county_code");
        Places places = linked.tables().places();
        Places.Place place = places.of("county").get(code);
        List<Cell> cells = new ArrayList<>(List.of(
                new Cell(code, false),
                linked.cell("county", code),
                new Cell(place == null ? "" : places.name("prefecture", place.prefecture()), false),
                sum(county, "tests_pass")));
        stages.forEach(stage -> cells.add(new Cell(
                county.stream()
                        .filter(row -> row.has("stage", stage))
                        .map(CountyTests::marks)
                        .collect(Collectors.joining()),
                false)));
        cells.add(sum(county, "schools_pass"));
        cells.add(sum(county, "schools_fail"));
        return cells;
    }

    private static String marks(Cells row) {
        return BalanceRows.SEVEN.stream()
                .map(facet -> mark(row.text("verdict_" + facet)).strip())
                .collect(Collectors.joining());
    }

    private static Cell sum(List<Cells> rows, String column) {
        return new Cell(
                Integer.toString(
                        rows.stream().mapToInt(row -> row.count(column)).sum()),
                true);
    }
}
