package org.junheng.jobs.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junheng.jobs.config.Audience;
import org.junheng.jobs.report.DossierPage.Link;
import org.junheng.jobs.report.DossierPage.Part;

/** The sections of the overview, in the order in which a reader meets them. */
record Overview(SummaryTables tables, Display display, SubjectCharts charts) {
    /** Rows of a table of every county that the overview holds; above, the pages of the counties do. */
    private static final int MOST_COUNTIES = 120;

    /** Pictures of a section; more of them would hide its tables. */
    private static final int MOST_PICTURES = 6;

    private static final List<String> SECTIONS = List.of(
            "balance",
            "gaps",
            "valueadded",
            "lead",
            "compliance",
            "satisfaction",
            "stock",
            "flows",
            "impact",
            "review",
            "missing",
            "quality");

    /** The examples stand last: they may hold codes of schools. */
    private static final List<String> QUALITY =
            List.of("input_table", "file", "rule", "severity", "rows_in", "rows_used", "rows_quarantined", "examples");

    private static final List<String> FITS =
            List.of("model_id", "facet", "year", "term", "estimate", "se", "n_pupils", "n_schools");

    private static final List<String> RULES = List.of(
            "policy",
            "rule_id",
            "facet",
            "stage",
            "operator",
            "standard",
            "unit",
            "document",
            "clause",
            "basis",
            "reason");

    /** The pages of the tables that are too long for the overview, and those of the rules and of the run. */
    List<ListPage> lists(List<Page.Section> sections) {
        Stream<Part> tooLong = sections.stream()
                .flatMap(section -> section.tables().stream())
                .filter(ListPage::isFor)
                .map(part -> part.from("../"));
        return Stream.concat(tooLong, Stream.of(rules(), run()))
                .map(ListPage::new)
                .toList();
    }

    private Part run() {
        return new OriginWords(tables.origin(), display.wording()).part();
    }

    private Part rules() {
        return new Part(
                ListPage.RULES,
                display.wording().text("page.rules.title"),
                display.wording().text("page.rules.lead"),
                Grid.of(tables.rules(), display, RULES).withoutEmptyColumns(),
                List.of());
    }

    List<Page.Section> sections() {
        SortedMap<String, String> empty = new EmptySections(tables, display.wording()).reasons();
        SortedMap<String, List<Picture>> pictures = new OverviewPictures(tables, display, charts).bySection();
        AreaTables areas = AreaTables.of(tables, display, "", county -> true);
        return SECTIONS.stream()
                .map(id -> empty.containsKey(id)
                        ? new Page.Section(id, "", List.of(), List.of(), List.of(), empty.getOrDefault(id, ""))
                        : section(id, pictures.getOrDefault(id, List.of()), tables(id, areas)))
                .toList();
    }

    /** Pictures for which a section has no room stand on the page of the province. */
    private Page.Section section(String id, List<Picture> pictures, List<Part> parts) {
        int left = Math.max(0, pictures.size() - MOST_PICTURES);
        String more = display.wording().text("page.pictures.more", Map.of("n", Integer.toString(left)));
        return new Page.Section(
                id,
                lead(id),
                pictures.subList(0, pictures.size() - left),
                left == 0
                        ? List.of()
                        : DossierPages.links(tables, "province").stream()
                                .map(province -> new Link(more, province.href() + "#pictures"))
                                .toList(),
                parts,
                "");
    }

    private String lead(String section) {
        String lead = display.wording()
                .text(
                        "page.lead." + section,
                        Map.of(
                                "base", Integer.toString(tables.baseline()),
                                "year", Integer.toString(tables.lastYear())));
        return section.equals("review")
                ? lead + " "
                        + display.wording()
                                .text(
                                        "page.review.protocol",
                                        Map.of("protocol", reviews().protocol()))
                : lead;
    }

    private ReviewGrids reviews() {
        return ReviewGrids.of(tables.review(), display);
    }

    private List<Part> tables(String section, AreaTables areas) {
        return switch (section) {
            case "balance" -> present(Stream.of(areas.tests(), areas.lacking()));
            case "gaps" -> present(Stream.of(areas.changes()));
            case "valueadded" ->
                present(Stream.of(schools(areas), part("fits", "fits.title", Grid.of(tables.fits(), display, FITS))));
            case "lead" -> present(Stream.of(areas.leads()));
            case "compliance" -> present(Stream.of(areas.broken()));
            case "satisfaction" -> present(Stream.of(areas.satisfaction()));
            case "stock" -> present(Stream.of(areas.stock()));
            case "flows" -> flows(areas);
            case "review" ->
                present(Stream.of(
                        part("counties", "review.counties", reviews().counties()),
                        part("clusters", "review.clusters", reviews().clusters())));
            case "missing" ->
                present(Stream.of(part("missing", "section.missing", Grid.ofMissing(tables.notAssessed(), display))));
            case "quality" -> present(Stream.of(part("quality", "section.quality", quality())));
            default -> List.of();
        };
    }

    private Optional<Part> schools(AreaTables areas) {
        return areas.schools(SchoolGrid.byCounty(tables, display.wording()).values().stream()
                .flatMap(List::stream)
                .toList());
    }

    private List<Part> flows(AreaTables areas) {
        FlowGrids flows = FlowGrids.of(tables, display);
        return present(Stream.of(
                part("totals", "flows.totals", flows.totals()),
                areas.newQuality(),
                definitions(flows.definitions()),
                part("flows-counties", "flows.counties", flows.counties())));
    }

    private Optional<Part> definitions(Grid grid) {
        String note = display.wording().text("page.flows.definitions.note");
        return part("definitions", "flows.definitions", grid)
                .map(part -> new Part(part.id(), part.title(), note, part.grid(), part.notes()));
    }

    private Grid quality() {
        List<String> shown =
                QUALITY.subList(0, tables.audience() == Audience.PUBLIC ? QUALITY.size() - 1 : QUALITY.size());
        return Grid.of(tables.quality(), display, shown);
    }

    private static List<Part> present(Stream<Optional<Part>> parts) {
        return parts.flatMap(Optional::stream).toList();
    }

    /** A table under its title; where there are very many counties or clusters, a sentence that leads to their pages. */
    private Optional<Part> part(String id, String title, Grid grid) {
        boolean isLong = tables.places().count("county") > MOST_COUNTIES && id.matches("(flows-)?counties|clusters");
        String lead = isLong
                ? display.wording()
                        .text(
                                "page.table.elsewhere",
                                Map.of("n", Integer.toString(grid.rows().size() + grid.left())))
                : "";
        Grid shown = isLong ? new Grid(List.of(), List.of(), 0) : grid.withoutEmptyColumns();
        return grid.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part(id, display.wording().text("page." + title), lead, shown, List.of()));
    }
}
