package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Everything that the template of the overview puts in place.
 *
 * @param title the provinces
 * @param years which years, and the baseline, in words
 * @param impact what may be said of joining, block by block
 * @param policies the verdicts on each county, policy by policy
 * @param origin which run it is, of which day, from what
 * @param lists the tables that have a page of their own
 */
public record Page(
        Wording wording,
        String title,
        String years,
        List<Sentence> sentences,
        List<Section> sections,
        List<ImpactCard> impact,
        List<PolicyRow> policies,
        List<String> policyNames,
        List<DossierPage.Related> pages,
        List<ListPage> lists,
        List<Sentence> origin) {
    private static final int SENTENCES_ON_READING = 8;

    /** Above so many pages of a kind they are reached through the areas in which they lie. */
    private static final int MOST_LINKS = 300;

    /** A section of the page: pictures, where there are more of them, and tables; or why there is nothing to show. */
    public record Section(
            String id,
            String lead,
            List<Picture> pictures,
            List<DossierPage.Link> further,
            List<DossierPage.Part> tables,
            String why) {}

    static Page of(SummaryTables tables, Display display, SubjectCharts charts) {
        Wording wording = display.wording();
        Overview overview = new Overview(tables, display, charts);
        List<Section> sections = overview.sections();
        return new Page(
                wording,
                tables.places().title(wording),
                years(tables, wording),
                new Headline(tables, wording).sentences(),
                sections,
                ImpactCard.of(tables, display),
                PolicyRow.of(tables, display),
                PolicyRow.names(tables, display),
                Stream.of("province", "prefecture", "county", "cluster", "school")
                        .map(kind -> new DossierPage.Related(
                                wording.text("page.related." + kind), DossierPages.links(tables, kind)))
                        .filter(related ->
                                !related.links().isEmpty() && related.links().size() <= MOST_LINKS)
                        .toList(),
                overview.lists(sections),
                new OriginWords(tables.origin(), wording).sentences());
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

    /** The sentences of the summary under their labels. */
    public Map<String, List<Sentence>> said() {
        Map<String, List<Sentence>> said = new LinkedHashMap<>();
        sentences.forEach(sentence ->
                said.computeIfAbsent(sentence.label(), k -> new ArrayList<>()).add(sentence));
        return said;
    }

    /** The words of the script of the page. */
    public String words() {
        return Json.of(wording.under("list."));
    }

    /** Where the rules stand. */
    public String rules() {
        return ListPage.file(ListPage.RULES);
    }

    /** The page about the run. */
    public String run() {
        return ListPage.file(OriginWords.ID);
    }

    /** Where a table stands that is too long for this page; empty where it stands here. */
    public String list(DossierPage.Part part) {
        return lists.stream().anyMatch(list -> list.part().id().equals(part.id())) ? ListPage.file(part.id()) : "";
    }

    /** The tables that stand on this page. */
    List<DossierPage.Part> standing() {
        return sections.stream()
                .flatMap(section -> section.tables().stream())
                .filter(part -> !part.grid().isEmpty() && list(part).isEmpty())
                .toList();
    }

    /** The same page with one more of its tables on a page of its own. */
    Page listing(DossierPage.Part part) {
        List<ListPage> more = Stream.concat(Stream.of(new ListPage(part.from("../"))), lists.stream())
                .toList();
        return new Page(wording, title, years, sentences, sections, impact, policies, policyNames, pages, more, origin);
    }

    /** The same page with nothing of the effects of joining but what may be said of them. */
    Page brief() {
        return withImpact(impact.stream().map(ImpactCard::brief).toList());
    }

    Page withImpact(List<ImpactCard> cards) {
        return new Page(wording, title, years, sentences, sections, cards, policies, policyNames, pages, lists, origin);
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
