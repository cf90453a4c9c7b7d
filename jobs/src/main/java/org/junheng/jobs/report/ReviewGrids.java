package org.junheng.jobs.report;

import java.util.List;
import tech.tablesaw.api.Table;

/**
 * The review of the last year, in the order of codes: five dimensions, composite, and the interval of ranks instead of a rank.
 *
 * @param protocol whose weights were used
 */
public record ReviewGrids(String protocol, Grid counties, Grid clusters) {
    private static final List<String> COLUMNS = List.of(
            "subject_id",
            "name",
            "stock",
            "gap",
            "radiation",
            "improvement",
            "satisfaction",
            "composite",
            "rank_low",
            "rank_high",
            "n_ranked",
            "p_top_quarter",
            "named",
            "status",
            "reason");

    static ReviewGrids of(Table review, Display display) {
        int last = Headline.last(review);
        String protocol =
                Cells.of(review).map(row -> row.text("protocol")).findFirst().orElse("");
        return new ReviewGrids(protocol, of(review, "county", last, display), of(review, "cluster", last, display));
    }

    private static Grid of(Table review, String type, int year, Display display) {
        List<Cells> rows = Cells.of(review)
                .filter(row -> row.year() == year && row.has("subject_type", type))
                .toList();
        return Grid.of(rows, display, COLUMNS, 2);
    }

    public boolean isEmpty() {
        return counties.isEmpty() && clusters.isEmpty();
    }
}
