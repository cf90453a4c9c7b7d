package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junheng.jobs.config.Audience;

/**
 * Everything that the template of the page puts in place.
 *
 * @param title the provinces
 * @param years which years, and the baseline, in words
 * @param empty why a section has nothing to show, by its id; no entry where it has something
 * @param policyNames the policies that judge counties
 * @param data what the script draws
 */
public record Page(
        Wording wording,
        String title,
        String years,
        List<Sentence> sentences,
        Map<String, String> empty,
        Map<String, String> filling,
        Grid missing,
        Grid quality,
        Grid fits,
        Grid rules,
        List<ImpactCard> impact,
        ReviewGrids review,
        FlowGrids flows,
        List<PolicyRow> policies,
        List<String> policyNames,
        List<DossierPage.Link> provinces,
        List<DossierPage.Link> prefectures,
        List<DossierPage.Link> counties,
        List<DossierPage.Link> clusters,
        String data) {
    private static final List<String> SECTIONS = List.of(
            "summary",
            "balance",
            "gaps",
            "valueadded",
            "lead",
            "satisfaction",
            "stock",
            "flows",
            "impact",
            "review",
            "subjects",
            "missing",
            "quality",
            "reading");
    /** The examples stand last: they may hold codes of schools. */
    private static final List<String> QUALITY =
            List.of("input_table", "file", "rule", "severity", "rows_in", "rows_used", "rows_quarantined", "examples");

    private static final int SENTENCES_ON_READING = 8;

    static Page of(SummaryTables tables, Language language) {
        Wording wording = Wording.in(language);
        Display display = Display.of(tables, wording);
        return new Page(
                wording,
                tables.places().title(wording),
                years(tables, wording),
                new Headline(tables, wording).sentences(),
                new EmptySections(tables, wording).reasons(),
                Map.of(
                        "base", Integer.toString(tables.baseline()),
                        "year", Integer.toString(tables.lastYear())),
                Grid.ofMissing(tables.notAssessed(), display),
                Grid.of(
                        tables.quality(),
                        display,
                        QUALITY.subList(0, tables.audience() == Audience.PUBLIC ? QUALITY.size() - 1 : QUALITY.size())),
                Grid.of(
                        tables.fits(),
                        display,
                        List.of("model_id", "facet", "year", "term", "estimate", "se", "n_pupils", "n_schools")),
                Grid.of(
                        tables.rules(),
                        display,
                        List.of(
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
                                "reason")),
                ImpactCard.of(tables, display),
                ReviewGrids.of(tables.review(), display),
                FlowGrids.of(tables, display),
                PolicyRow.of(tables, display),
                PolicyRow.names(tables, display),
                DossierPages.links(tables, "province"),
                DossierPages.links(tables, "prefecture"),
                DossierPages.links(tables, "county"),
                DossierPages.links(tables, "cluster"),
                PageData.of(tables, wording).json());
    }

    static String years(SummaryTables tables, Wording wording) {
        if (tables.years().isEmpty()) {
            return wording.text("page.no-years");
        }
        return wording.text(
                "page.years",
                Map.of(
                        "first", tables.years().first().toString(),
                        "last", tables.years().last().toString(),
                        "base", Integer.toString(tables.baseline())));
    }

    public String text(String key) {
        return wording.text("page." + key);
    }

    public String text(String key, String hole, String filling) {
        return wording.text("page." + key, Map.of(hole, filling));
    }

    /** A text about the baseline and the last year. */
    public String lead(String section) {
        return wording.text("page.lead." + section, filling);
    }

    public boolean has(String section) {
        return !empty.containsKey(section);
    }

    public String why(String section) {
        return empty.getOrDefault(section, "");
    }

    /** The sentences of the summary under their labels. */
    public Map<String, List<Sentence>> said() {
        Map<String, List<Sentence>> said = new LinkedHashMap<>();
        sentences.forEach(sentence ->
                said.computeIfAbsent(sentence.label(), k -> new ArrayList<>()).add(sentence));
        return said;
    }

    /** The sections in their order. */
    public List<String> sections() {
        return SECTIONS;
    }

    /** The sentences that say how to read the report. */
    public List<String> reading() {
        return reading(wording);
    }

    static List<String> reading(Wording wording) {
        return IntStream.rangeClosed(1, SENTENCES_ON_READING)
                .mapToObj(i -> wording.text("reading." + i))
                .toList();
    }

    public String language() {
        return wording.language().tag();
    }
}
