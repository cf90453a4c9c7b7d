package org.junheng.jobs.report;

import java.util.List;
import org.junheng.jobs.report.DossierPage.Part;

/** A table that is too long for the overview, on a page of its own. */
record ListPage(Part part) {
    /** Rows of a table that stand on the overview. */
    private static final int FEW = 40;

    /** Tables that stand on the overview however long they are. */
    private static final List<String> ALWAYS = List.of("tests", "missing", "quality");

    /** The page of the rules. */
    static final String RULES = "rules";

    static boolean isFor(Part part) {
        return part.grid().rows().size() > FEW && !ALWAYS.contains(part.id());
    }

    static String file(String id) {
        return "about/" + id + ".html";
    }

    String file() {
        return file(part.id());
    }

    DossierPage page(Wording wording, List<Sentence> origin) {
        return new DossierPage(
                wording, "", part.title(), "", "", List.of(), List.of(), List.of(), List.of(part), List.of(), origin);
    }
}
