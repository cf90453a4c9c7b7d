package org.junheng.jobs.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junheng.jobs.report.Dossier.Subject;
import org.junheng.jobs.report.DossierPage.Link;
import org.junheng.jobs.report.DossierPage.Part;
import org.junheng.jobs.rows.Workers;

/** Writes a page for each area and cluster beside the page of the whole, and links them. */
final class DossierPages {
    /** Above so many counties the page of an area leaves their tables to the pages below it. */
    private static final int MOST_COUNTIES = 120;

    private final SummaryTables tables;
    private final Wording wording;
    private final DossierParts parts;
    private final FlowPart flows;
    private final ReviewPart reviews;
    private final SubjectCharts charts;
    private final ChartNumbers numbers;
    private final DossierLinks links;
    private final SortedMap<String, List<SchoolGrid.Fitted>> schools;

    DossierPages(SummaryTables tables, Display display, SubjectCharts charts) {
        this.tables = tables;
        this.wording = display.wording();
        this.parts = new DossierParts(display, tables.dimensions(), List.copyOf(tables.years()), tables.policies());
        this.flows = FlowPart.of(tables, display);
        this.reviews = ReviewPart.of(tables, display);
        this.charts = charts;
        this.numbers = new ChartNumbers(wording);
        this.links = DossierLinks.of(tables, wording);
        this.schools = SchoolGrid.byCounty(tables, wording);
    }

    /** The pages of a kind of subject, in the order of their codes, as seen from the page of the whole. */
    static List<Link> links(SummaryTables tables, String type) {
        return tables.dossiers().all().stream()
                .map(Dossier::subject)
                .filter(subject -> subject.type().equals(type))
                .map(subject -> new Link(name(tables, subject), subject.file()))
                .toList();
    }

    /** Writes the pages on all cores: each follows from the tables alone. */
    void write(LightPages pages, Path folder, List<ListPage> lists) throws IOException {
        Workers.each(List.copyOf(tables.dossiers().all()), dossier -> {
            write(pages.of(page(dossier), dossier.subject().file()), folder);
            return List.of();
        });
        for (ListPage list : lists) {
            write(List.of(pages.cut(list.page(wording, origin()), list.file())), folder);
        }
    }

    private static void write(List<LightPages.Written> pages, Path folder) throws IOException {
        for (LightPages.Written page : pages) {
            Path file = folder.resolve(page.file());
            Files.createDirectories(file.getParent());
            Files.write(file, page.html().toByteArray());
        }
    }

    private List<Sentence> origin() {
        return new OriginWords(tables.origin(), wording).sentences();
    }

    DossierPage page(Dossier dossier) {
        Subject subject = dossier.subject();
        return new DossierPage(
                wording,
                subject.key(),
                name(tables, subject),
                subject.id(),
                lies(subject),
                links.path(subject),
                links.beside(subject),
                pictures(dossier),
                parts(dossier),
                links.related(subject),
                origin());
    }

    private List<Picture> pictures(Dossier dossier) {
        return charts.of(dossier).stream()
                .map(chart -> new Picture(chart, numbers.of(chart)))
                .toList();
    }

    private static String name(SummaryTables tables, Subject subject) {
        return tables.places().name(subject.type(), subject.id());
    }

    private String lies(Subject subject) {
        Places places = tables.places();
        Places.Place place = places.of(subject.type()).get(subject.id());
        if (place == null) {
            return "";
        }
        List<String> areas = new ArrayList<>();
        Stream.of(
                        subject.type().equals("province") || place.province().isEmpty()
                                ? ""
                                : places.name("province", place.province()),
                        subject.type().equals("prefecture")
                                        || place.prefecture().isEmpty()
                                ? ""
                                : places.name("prefecture", place.prefecture()),
                        subject.type().equals("county") || place.county().isEmpty()
                                ? ""
                                : places.name("county", place.county()))
                .filter(area -> !area.isEmpty())
                .forEach(areas::add);
        return String.join(" · ", areas);
    }

    private List<Part> parts(Dossier dossier) {
        List<Part> all = new ArrayList<>();
        parts.verdicts().counted(dossier).ifPresent(all::add);
        if (dossier.subject().type().equals("cluster")) {
            parts.verdicts().notMet(dossier).ifPresent(all::add);
        }
        tables.clusterSchools().part(dossier.subject(), parts, links).ifPresent(all::add);
        reviews.of(dossier.subject()).ifPresent(all::add);
        all.addAll(areas(dossier.subject()));
        all.addAll(parts.of(dossier));
        tables.townships().part(dossier.subject(), parts.display()).ifPresent(all::add);
        flows.of(dossier.subject()).ifPresent(all::add);
        all.addAll(links.tables(dossier.subject(), parts.display()));
        return all.stream().map(Part::withoutEmptyColumns).toList();
    }

    /** The tables of the counties of an area, or of the schools of a county. */
    private List<Part> areas(Subject subject) {
        return switch (subject.type()) {
            case "province" -> areas(links.counties(subject));
            case "prefecture" -> prefecture(links.counties(subject));
            case "county" -> county(subject);
            case "cluster" -> cluster(subject);
            default -> List.of();
        };
    }

    private List<Part> county(Subject county) {
        AreaTables areas = areas(county.id()::equals);
        return Stream.of(
                        areas.schoolsOfCounty(schools.getOrDefault(county.id(), List.of())),
                        areas.newQuality(),
                        areas.broken())
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Part> cluster(Subject cluster) {
        return new QualityChangePart(tables, parts.display(), new Linked(tables, "../"))
                .ofSchools(tables.clusterSchools().of(cluster)).stream().toList();
    }

    /** The lists of a province are those of the overview. */
    private List<Part> prefecture(Set<String> counties) {
        AreaTables areas = areas(counties::contains);
        Stream<Optional<Part>> lists =
                counties.size() > MOST_COUNTIES ? Stream.of() : Stream.of(areas.newQuality(), areas.broken());
        return Stream.concat(areas(counties).stream(), lists.flatMap(Optional::stream))
                .toList();
    }

    private List<Part> areas(Set<String> counties) {
        AreaTables areas = areas(counties::contains);
        return counties.size() > MOST_COUNTIES
                ? List.of()
                : Stream.of(areas.tests(), areas.lacking(), areas.changes(), areas.satisfaction(), areas.stock())
                        .flatMap(Optional::stream)
                        .toList();
    }

    private AreaTables areas(Predicate<String> isMeant) {
        return AreaTables.of(tables, parts.display(), "../", isMeant);
    }
}
