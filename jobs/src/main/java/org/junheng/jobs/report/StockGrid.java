package org.junheng.jobs.report;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.report.Grid.Cell;

/** Quality schools and the share of pupils in them, in the baseline and in the last year, a row for each area and stage. */
record StockGrid(Display display, Linked linked) {
    Grid of(Collection<SortedMap<Integer, Cells>> byPlace, int base) {
        return new Grid(
                AreaTables.heads(
                        display,
                        Stream.of(
                                "name",
                                "stage",
                                "#schools_before",
                                "#schools_after",
                                "#places_before",
                                "#places_after")),
                byPlace.stream().map(years -> row(years, base)).toList(),
                0);
    }

    private List<Cell> row(SortedMap<Integer, Cells> years, int base) {
        List<Cells> known = List.copyOf(years.values());
        Cells last = known.get(known.size() - 1);
        Optional<Cells> first = known.stream().filter(row -> row.year() == base).findFirst();
        return List.of(
                linked.cell(last.text("subject_type"), last.text("subject_id")),
                new Cell(display.words("stage", last.text("stage")), false),
                whole(first.map(row -> row.number("quality_schools")).orElse(null)),
                whole(last.number("quality_schools")),
                share(first.map(row -> row.number("quality_places")).orElse(null)),
                share(last.number("quality_places")));
    }

    private static Cell whole(@Nullable Double number) {
        return new Cell(number == null ? "" : Numbers.plain(number, 0), true);
    }

    private static Cell share(@Nullable Double share) {
        return new Cell(share == null ? "" : Numbers.percent(share), true);
    }
}
