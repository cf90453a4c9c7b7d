package org.junheng.jobs.report;

import java.util.List;
import java.util.Map;

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
        List<Sentence> origin) {

    /** Whether the page is that of one table, which bears its name. */
    public boolean isList() {
        return subject.isEmpty();
    }

    /** Pages of a kind. */
    public record Related(String title, List<Link> links) {}

    /** A part of the page: a table, and what must be said of it. */
    public record Part(String id, String title, String lead, Grid grid, List<String> notes) {
        /** The same part on a page from which a way leads to the page on which it stood. */
        Part from(String way) {
            return new Part(id, title, lead, grid.from(way), notes);
        }

        /** Without columns that say nothing in any row. */
        Part withoutEmptyColumns() {
            return new Part(id, title, lead, grid.withoutEmptyColumns(), notes);
        }
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
