package org.junheng.jobs.report;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.report.Dossier.Subject;
import org.junheng.jobs.report.DossierPage.Link;
import org.junheng.jobs.report.DossierPage.Part;

/** Writes a page for each area and cluster beside the page of the whole, and links them. */
final class DossierPages {
    private final SummaryTables tables;
    private final Wording wording;
    private final DossierParts parts;
    private final FlowPart flows;
    private final ReviewPart reviews;
    private final SortedMap<Subject, List<Subject>> below;

    DossierPages(SummaryTables tables, Language language) {
        this.tables = tables;
        this.wording = Wording.in(language);
        Display display = Display.of(tables, wording);
        this.parts = new DossierParts(display, tables.dimensions(), List.copyOf(tables.years()));
        this.flows = FlowPart.of(tables, display);
        this.reviews = ReviewPart.of(tables, display);
        this.below = below(tables);
    }

    /** The pages of a kind of subject, in the order of their codes, as seen from the page of the whole. */
    static List<Link> links(SummaryTables tables, String type) {
        return tables.dossiers().all().stream()
                .map(Dossier::subject)
                .filter(subject -> subject.type().equals(type))
                .map(subject -> new Link(name(tables, subject), subject.file()))
                .toList();
    }

    void write(TemplateEngine templates, Path folder) throws IOException {
        for (Dossier dossier : tables.dossiers().all()) {
            Utf8ByteOutput html = new Utf8ByteOutput();
            templates.render("dossier.jte", page(dossier), html);
            Path file = folder.resolve(dossier.subject().file());
            Files.createDirectories(folder.resolve(dossier.subject().type()));
            try (OutputStream out = Files.newOutputStream(file)) {
                html.writeTo(out);
            }
        }
    }

    DossierPage page(Dossier dossier) {
        Subject subject = dossier.subject();
        return new DossierPage(
                wording, name(tables, subject), subject.id(), lies(subject), parts(dossier), related(subject));
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
        tables.clusterSchools().part(dossier.subject(), parts).ifPresent(all::add);
        reviews.of(dossier.subject()).ifPresent(all::add);
        all.addAll(parts.of(dossier));
        tables.townships().part(dossier.subject(), parts.display()).ifPresent(all::add);
        flows.of(dossier.subject()).ifPresent(all::add);
        return all;
    }

    private List<Link> related(Subject subject) {
        Subject above = above(tables, subject);
        boolean hasPage = above != null && tables.dossiers().has(above);
        return Stream.concat(
                        hasPage ? Stream.ofNullable(above) : Stream.of(),
                        Stream.concat(below.getOrDefault(subject, List.of()).stream(), schools(subject)))
                .map(other -> new Link(name(tables, other), "../" + other.file()))
                .toList();
    }

    /** The schools of a cluster that have pages. */
    private Stream<Subject> schools(Subject cluster) {
        return tables.clusterSchools().of(cluster).stream()
                .map(code -> new Subject("school", code))
                .filter(tables.dossiers()::has);
    }

    private static SortedMap<Subject, List<Subject>> below(SummaryTables tables) {
        SortedMap<Subject, List<Subject>> below = new TreeMap<>();
        tables.dossiers().all().forEach(dossier -> {
            Subject above = above(tables, dossier.subject());
            if (above != null) {
                below.computeIfAbsent(above, a -> new ArrayList<>()).add(dossier.subject());
            }
        });
        return below;
    }

    /** The area in which a subject lies: the county of a cluster, the prefecture of a county, else the province. */
    private static @Nullable Subject above(SummaryTables tables, Subject subject) {
        Places.Place place = tables.places().of(subject.type()).get(subject.id());
        if (place == null || subject.type().equals("province")) {
            return null;
        }
        if (List.of("cluster", "school").contains(subject.type())
                && !place.county().isEmpty()) {
            return new Subject("county", place.county());
        }
        if (subject.type().equals("county") && !place.prefecture().isEmpty()) {
            return new Subject("prefecture", place.prefecture());
        }
        return place.province().isEmpty() ? null : new Subject("province", place.province());
    }
}
