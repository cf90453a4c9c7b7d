package org.junheng.jobs.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junheng.jobs.config.Audience;
import org.junheng.jobs.report.DossierPage.Part;
import org.junheng.jobs.report.Grid.Cell;
import org.junheng.jobs.report.QualityChangeRows.Change;

/** The schools that became quality schools, or ceased to be: which, how, and by which definition; the public is told how many, county by county, and no names. */
record QualityChangePart(SummaryTables tables, Display display, Linked linked) {
    private static final String ID = "new-quality";

    /** Those of some counties. */
    Optional<Part> ofCounties(Predicate<String> isMeant) {
        return of(tables.qualityChanges().ofCounties(isMeant));
    }

    /** Those among the schools of a cluster. */
    Optional<Part> ofSchools(Collection<String> schools) {
        return of(tables.qualityChanges().ofSchools(schools));
    }

    /** Why the public finds no names; none for others. */
    Optional<Part> forThePublic() {
        return tables.audience() == Audience.PUBLIC
                ? Optional.of(
                        part(display.wording().text("page.public.new-quality"), new Grid(List.of(), List.of(), 0)))
                : Optional.empty();
    }

    private Optional<Part> of(List<Change> all) {
        List<Change> told = all.stream().filter(Change::isTold).toList();
        Grid grid = new Grid(
                        AreaTables.heads(
                                display,
                                Stream.of(
                                        "school_code",
                                        "school",
                                        "county",
                                        "#quality_change",
                                        "how",
                                        "definition",
                                        "reason")),
                        told.stream().map(this::row).toList(),
                        0,
                        told.stream().map(QualityChangePart::key).toList())
                .withoutEmptyColumns();
        int hidden = all.size() - told.size();
        String lead = display.wording().text("page.table.new-quality.note")
                + (hidden == 0
                        ? ""
                        : " "
                                + display.wording()
                                        .text("page.table.new-quality.hidden", Map.of("n", Integer.toString(hidden))));
        return all.isEmpty() ? Optional.empty() : Optional.of(part(lead, grid));
    }

    private Part part(String lead, Grid grid) {
        Map<String, String> years = Map.of(
                "base", Integer.toString(tables.baseline()),
                "year", Integer.toString(tables.lastYear()));
        return new Part(ID, display.wording().text("page.table.new-quality", years), lead, grid, List.of());
    }

    private static String key(Change change) {
        return change.series().key("school|" + change.school(), Integer.toString(change.year()));
    }

    private List<Cell> row(Change change) {
        String facet = change.series().facet();
        int colon = facet.indexOf(':');
        Double value = change.figure().value();
        return List.of(
                new Cell(change.school(), false),
                linked.cell("school", change.school()),
                linked.cell("county", change.county()),
                new Cell(value == null ? "" : value > 0 ? "+1" : "−1", true),
                new Cell(display.wording().textOr("item." + facet.substring(colon + 1), facet), false),
                new Cell(display.words("definition", facet.substring(0, Math.max(0, colon))), false),
                new Cell(display.words("reason", change.figure().reason()), false));
    }
}
