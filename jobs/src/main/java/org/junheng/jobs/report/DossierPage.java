package org.junheng.jobs.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the template of the page of an area, cluster or school puts in place.
 *
 * @param subject whose page it is, as it stands in the keys of its numbers; empty for that of a table
 * @param lies where the subject lies, in words
 * @param path the pages above this one, the widest area first
 * @param beside the pages before and after this one among those of the same area; either may be missing
 * @param parts verdicts first, then a part for each dimension that has figures
 * @param related pages that belong to this one: the clusters of a county, the schools of a cluster
 * @param origin which run it is, of which day, from what
 * @param further the pages of the pictures for which this one has no room
 */
public record DossierPage(
        Wording wording,
        String subject,
        String name,
        String code,
        String lies,
        List<Link> path,
        List<Link> beside,
        List<Picture> pictures,
        List<Part> parts,
        List<Related> related,
        List<Sentence> origin,
        List<Link> further) {
    /** A page that holds all of its pictures. */
    public DossierPage(
            Wording wording,
            String subject,
            String name,
            String code,
            String lies,
            List<Link> path,
            List<Link> beside,
            List<Picture> pictures,
            List<Part> parts,
            List<Related> related,
            List<Sentence> origin) {
        this(wording, subject, name, code, lies, path, beside, pictures, parts, related, origin, List.of());
    }

    /** Whether the page is that of one table, which bears its name. */
    public boolean isList() {
        return subject.isEmpty();
    }

    /** Pages of a kind. */
    public record Related(String title, List<Link> links) {}

    /**
     * A part of the page: a table, and what must be said of it.
     *
     * @param href the page on which the table stands; empty where it stands on this one
     */
    public record Part(String id, String title, String lead, Grid grid, List<String> notes, String href) {
        public Part(String id, String title, String lead, Grid grid, List<String> notes) {
            this(id, title, lead, grid, notes, "");
        }

        private Part with(Grid other) {
            return new Part(id, title, lead, other, notes, href);
        }

        /** The same part on a page from which a way leads to the page on which it stood. */
        Part from(String way) {
            return with(grid.from(way));
        }

        /** Without columns that say nothing in any row. */
        Part withoutEmptyColumns() {
            return with(grid.withoutEmptyColumns());
        }

        /** With so many of its rows, and how many are left out. */
        Part first(int rows) {
            return with(grid.first(rows));
        }

        /** The same part, its table on another page. */
        Part on(String page) {
            return new Part(id, title, lead, grid, notes, page);
        }

        public boolean isElsewhere() {
            return !href.isEmpty();
        }
    }

    /** The parts whose tables stand on this page. */
    List<Part> standing() {
        return parts.stream().filter(part -> !part.isElsewhere()).toList();
    }

    /** The same page with other pictures and parts. */
    DossierPage with(List<Picture> others, List<Part> other) {
        return new DossierPage(
                wording, subject, name, code, lies, path, beside, others, other, related, origin, further);
    }

    /** A page of some pictures or parts of this one, from which a way leads back to it. */
    DossierPage some(List<Picture> others, List<Part> other, String file) {
        List<Link> above =
                Stream.concat(path.stream(), Stream.of(new Link(name, file))).toList();
        return new DossierPage(
                wording, subject, name, code, lies, above, List.of(), others, other, List.of(), origin, List.of());
    }

    /** The same page with links to the pages of its further pictures. */
    DossierPage further(List<Link> pages) {
        return new DossierPage(
                wording, subject, name, code, lies, path, beside, pictures, parts, related, origin, pages);
    }

    /** A page of the report, by its name. */
    public record Link(String name, String href) {}

    public String text(String key) {
        return wording.text("page." + key);
    }

    public String text(String key, String hole, String filling) {
        return wording.text("page." + key, Map.of(hole, filling));
    }

    /** The page about the run. */
    public String run() {
        return "../" + ListPage.file(OriginWords.ID);
    }

    /** The words of the script of the page. */
    public String words() {
        return Json.of(wording.under("list."));
    }

    public String language() {
        return wording.language().tag();
    }
}
