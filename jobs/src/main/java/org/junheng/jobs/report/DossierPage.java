package org.junheng.jobs.report;

import java.util.List;
import java.util.Map;

/**
 * What the template of a county's or cluster's page puts in place.
 *
 * @param lies where the subject lies, in words
 * @param parts verdicts first, then a part for each dimension that has figures
 * @param related pages that belong to this one: the clusters of a county, the county of a cluster
 */
public record DossierPage(
        Wording wording, String name, String code, String lies, List<Part> parts, List<Link> related) {

    /** A part of the page: a table, and what must be said of it. */
    public record Part(String id, String title, String lead, Grid grid, List<String> notes) {}

    /** A page of the report, by its name. */
    public record Link(String name, String href) {}

    public String text(String key) {
        return wording.text("page." + key);
    }

    public String text(String key, String hole, String filling) {
        return wording.text("page." + key, Map.of(hole, filling));
    }

    public String language() {
        return wording.language().tag();
    }
}
