package org.junheng.jobs.report;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junheng.jobs.report.Dossier.Subject;
import org.junheng.jobs.report.DossierPage.Link;

/** Writes a page for each county and cluster beside the page of the whole, and links them. */
final class DossierPages {
    private final SummaryTables tables;
    private final Wording wording;
    private final DossierParts parts;
    private final String style;

    DossierPages(SummaryTables tables, Language language) {
        this.tables = tables;
        this.wording = Wording.in(language);
        this.parts = new DossierParts(
                new Display(wording, tables.metrics()), tables.dimensions(), List.copyOf(tables.years()));
        this.style = Assets.pageStyle();
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

    private DossierPage page(Dossier dossier) {
        Subject subject = dossier.subject();
        return new DossierPage(
                wording,
                name(tables, subject),
                subject.id(),
                lies(subject),
                parts.of(dossier),
                related(subject),
                style);
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
                        place.province().isEmpty() ? "" : places.name("province", place.province()),
                        place.prefecture().isEmpty() ? "" : places.name("prefecture", place.prefecture()),
                        subject.type().equals("county") || place.county().isEmpty()
                                ? ""
                                : places.name("county", place.county()))
                .filter(area -> !area.isEmpty())
                .forEach(areas::add);
        return String.join(" · ", areas);
    }

    private List<Link> related(Subject subject) {
        String county = tables.places().county(subject.type(), subject.id());
        return tables.dossiers().all().stream()
                .map(Dossier::subject)
                .filter(other -> !other.equals(subject))
                .filter(other -> subject.type().equals("county")
                        ? other.type().equals("cluster")
                                && tables.places().county("cluster", other.id()).equals(subject.id())
                        : other.type().equals("county") && other.id().equals(county))
                .map(other -> new Link(name(tables, other), "../" + other.file()))
                .toList();
    }
}
