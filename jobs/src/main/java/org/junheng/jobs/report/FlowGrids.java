package org.junheng.jobs.report;

import java.util.List;
import java.util.stream.Stream;
import org.junheng.jobs.report.Dossier.Subject;

/**
 * The account of quality schools, every line of the identity in its column.
 *
 * @param totals all counties together, year by year
 * @param counties each county in the last year
 * @param definitions the last year by each definition of a quality school
 */
public record FlowGrids(Grid totals, Grid counties, Grid definitions) {
    static FlowGrids of(SummaryTables tables, Display display) {
        List<Cells> totals = Cells.of(tables.flowTotals()).toList();
        int last = Headline.last(tables.flows());
        List<Cells> counties =
                Cells.of(tables.flows()).filter(row -> row.year() == last).toList();
        StockKeys keys = StockKeys.of(tables);
        List<String> provinces = List.copyOf(tables.places().of("province").keySet());
        Subject whole = new Subject("province", provinces.size() == 1 ? provinces.get(0) : "");
        List<String> ofTotals = columns("unit", "year", "n_counties");
        List<String> ofCounties = columns("county_code", "name", "unit");
        return new FlowGrids(
                keys.keyed(Grid.of(totals, display, ofTotals, 0), totals, ofTotals, row -> whole),
                keys.keyed(
                        Grid.of(counties, display, ofCounties, 0),
                        counties,
                        ofCounties,
                        row -> new Subject("county", row.text("county_code"))),
                Grid.of(
                        Cells.of(tables.definitions()).toList(),
                        display,
                        Stream.concat(Stream.of("unit", "definition"), DefinitionTotals.NUMBERS.stream())
                                .toList(),
                        0));
    }

    private static List<String> columns(String... keys) {
        return Stream.concat(Stream.of(keys), FlowTotals.LINES.stream()).toList();
    }
}
