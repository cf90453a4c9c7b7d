package org.junheng.jobs.report;

import java.util.List;
import java.util.stream.Stream;

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
        return new FlowGrids(
                Grid.of(totals, display, columns("unit", "year", "n_counties"), 0),
                Grid.of(counties, display, columns("county_code", "name", "unit"), 0),
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
