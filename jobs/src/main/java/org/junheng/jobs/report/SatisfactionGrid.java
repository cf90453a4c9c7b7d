package org.junheng.jobs.report;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.report.Grid.Cell;

/** Satisfaction of each group in each area: rate with interval, answers, limit and verdict. */
record SatisfactionGrid(Display display, Linked linked) {
    Grid of(List<Cells> rows) {
        return new Grid(
                        AreaTables.heads(
                                display,
                                Stream.of(
                                        "name",
                                        "facet",
                                        "#rate",
                                        "#interval",
                                        "#n_responses",
                                        "#response_rate",
                                        "#limit",
                                        "verdict")),
                        rows.stream().map(this::row).toList(),
                        0,
                        rows.stream().map(SatisfactionGrid::key).toList())
                .withoutEmptyColumns();
    }

    private static String key(Cells row) {
        return String.join(
                "|",
                "satisfaction.rate",
                "",
                row.text("subject_type"),
                row.text("subject_id"),
                Integer.toString(row.year()),
                "",
                "",
                "",
                row.text("facet"),
                "");
    }

    private List<Cell> row(Cells row) {
        Double low = row.number("ci_low");
        Double high = row.number("ci_high");
        return List.of(
                linked.cell(row.text("subject_type"), row.text("subject_id")),
                new Cell(display.words("facet", row.text("facet")), false),
                share(row.number("rate")),
                new Cell(low == null || high == null ? "" : Numbers.percent(low) + " – " + Numbers.percent(high), true),
                new Cell(row.number("n_responses") == null ? "" : Integer.toString(row.count("n_responses")), true),
                share(row.number("response_rate")),
                share(row.number("limit")),
                new Cell(display.words("verdict", row.text("verdict")), false, row.text("verdict")));
    }

    private static Cell share(@Nullable Double share) {
        return new Cell(share == null ? "" : Numbers.percent(share), true);
    }
}
