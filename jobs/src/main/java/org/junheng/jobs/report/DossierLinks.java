package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.report.Dossier.Subject;
import org.junheng.jobs.report.DossierPage.Link;
import org.junheng.jobs.report.DossierPage.Part;
import org.junheng.jobs.report.DossierPage.Related;
import org.junheng.jobs.report.Grid.Cell;

/**
 * How the pages of areas, clusters and schools lead up, down and aside to each other. Only pages that were written are led to.
 *
 * @param below the pages below each page, in the order of their kinds and codes
 */
record DossierLinks(SummaryTables tables, Wording wording, SortedMap<Subject, List<Subject>> below) {
    /** Above so many pages of a kind they stand in a table that can be searched and turned over. */
    private static final int MOST_LINKS = 300;

    /** Kinds of pages below a page, in the order of the way down. */
    private static final List<String> KINDS = List.of("prefecture", "county", "cluster", "school");

    static DossierLinks of(SummaryTables tables, Wording wording) {
        SortedMap<Subject, List<Subject>> below = new TreeMap<>();
        tables.dossiers().all().forEach(dossier -> {
            Subject above = above(tables, dossier.subject());
            if (above != null) {
                below.computeIfAbsent(above, a -> new ArrayList<>()).add(dossier.subject());
            }
        });
        return new DossierLinks(tables, wording, below);
    }

    /** The pages above, the widest area first. */
    List<Link> path(Subject subject) {
        List<Link> path = new ArrayList<>();
        for (Subject above = above(tables, subject); above != null; above = above(tables, above)) {
            if (tables.dossiers().has(above)) {
                path.add(0, link(above));
            }
        }
        return path;
    }

    /** The page before and the page after that of a subject, among those of its kind in its area, as far as there are any. */
    List<Link> beside(Subject subject) {
        Subject above = above(tables, subject);
        List<Subject> inOrder = above == null ? List.of() : below.getOrDefault(above, List.of());
        int at = Collections.binarySearch(inOrder, subject);
        return Stream.of(at - 1, at + 1)
                .filter(place -> at >= 0 && place >= 0 && place < inOrder.size())
                .filter(place -> inOrder.get(place).type().equals(subject.type()))
                .map(place -> link(inOrder.get(place), place < at ? "← " : "", place > at ? " →" : ""))
                .toList();
    }

    /** The pages below that of a subject, kind by kind; those of its schools for a cluster, of its clusters for a school. */
    List<Related> related(Subject subject) {
        return KINDS.stream()
                .map(kind -> new Related(
                        wording.text("page.related." + kind),
                        below(subject, kind).stream().map(this::link).toList()))
                .filter(related -> !related.links().isEmpty() && related.links().size() <= MOST_LINKS)
                .toList();
    }

    /** The pages below that of a subject of which there are too many for links, as tables. */
    List<Part> tables(Subject subject, Display display) {
        return KINDS.stream()
                .filter(kind -> below(subject, kind).size() > MOST_LINKS)
                .map(kind -> new Part(
                        "related-" + kind,
                        wording.text("page.related." + kind),
                        "",
                        new Grid(
                                AreaTables.heads(display, Stream.of("subject_id", "name")),
                                below(subject, kind).stream().map(this::row).toList(),
                                0),
                        List.of()))
                .toList();
    }

    private List<Subject> below(Subject subject, String kind) {
        return Stream.concat(below.getOrDefault(subject, List.of()).stream(), members(subject))
                .filter(other -> other.type().equals(kind))
                .toList();
    }

    private List<Cell> row(Subject other) {
        return List.of(
                new Cell(other.id(), false),
                Cell.link(link(other).name(), link(other).href()));
    }

    /** Where the page of a school lies, as seen from another page of its kind; empty where it has none. */
    String school(String code) {
        Subject school = new Subject("school", code);
        return tables.dossiers().has(school) ? "../" + school.file() : "";
    }

    /** The codes of the counties of an area; a county is its own. */
    SortedSet<String> counties(Subject subject) {
        SortedSet<String> counties = new TreeSet<>();
        if (subject.type().equals("county")) {
            counties.add(subject.id());
        }
        tables.places().of("county").forEach((code, place) -> {
            if (subject.id().equals(subject.type().equals("province") ? place.province() : place.prefecture())) {
                counties.add(code);
            }
        });
        return counties;
    }

    private Stream<Subject> members(Subject subject) {
        Stream<Subject> members = subject.type().equals("school")
                ? tables.clusterSchools().clusters(subject.id()).stream().map(id -> new Subject("cluster", id))
                : tables.clusterSchools().of(subject).stream().map(code -> new Subject("school", code));
        return members.filter(tables.dossiers()::has);
    }

    private Link link(Subject subject) {
        return link(subject, "", "");
    }

    private Link link(Subject subject, String before, String after) {
        return new Link(before + tables.places().name(subject.type(), subject.id()) + after, "../" + subject.file());
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
