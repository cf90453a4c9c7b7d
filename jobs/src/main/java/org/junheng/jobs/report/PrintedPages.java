package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junheng.jobs.report.Dossier.Subject;
import org.junheng.jobs.report.DossierPage.Part;

/** The pages of a run for paper: the same parts as on its screens, in another order. */
public final class PrintedPages {
    /** Parts of the screen that stand first on paper too: what is lacking, and the schools of a cluster. */
    private static final Set<String> FIRST = Set.of("ledger", "schools");

    /** Parts of the screen that stand in another form before it. */
    private static final Set<String> AGAIN = Set.of("counted", VerdictParts.NOT_MET, "broken");

    private static final List<String> TESTS = List.of(
            "county",
            "stage",
            "tests_pass",
            "tests_fail",
            "tests_undecided",
            "schools_pass",
            "schools_fail",
            "schools_undecided");

    private final SummaryTables tables;
    private final Wording wording;
    private final Display display;
    private final DossierPages pages;

    public PrintedPages(SummaryTables tables, Language language) {
        this.tables = tables;
        this.wording = Wording.in(language);
        this.display = Display.of(tables, wording);
        this.pages = new DossierPages(tables, display, SubjectCharts.of(tables, display));
    }

    /** How much is printed: verdicts and pictures, or every verdict and figure besides. */
    public enum Depth {
        SHORT,
        FULL
    }

    /** The codes of all subjects of a type, in their order. */
    public List<String> codes(String type) {
        return tables.dossiers().all().stream()
                .map(Dossier::subject)
                .filter(subject -> subject.type().equals(type))
                .map(Subject::id)
                .toList();
    }

    /** The file of a subject below the folder of printed pages, without its ending. */
    public static String file(String type, String code) {
        return new Subject(type, code).file().replaceFirst("\\.html$", "");
    }

    /** The page of one subject; none where nothing is published of it. */
    public Optional<PrintedPage> of(String type, String code, Depth depth) {
        Subject subject = new Subject(type, code);
        return tables.dossiers().all().stream()
                .filter(dossier -> dossier.subject().equals(subject))
                .findFirst()
                .map(dossier -> page(dossier, depth));
    }

    private PrintedPage page(Dossier dossier, Depth depth) {
        DossierPage page = pages.page(dossier);
        Subject subject = dossier.subject();
        List<Part> first = new ArrayList<>();
        if (subject.type().equals("province")) {
            counties().forEach(first::add);
        }
        new VerdictParts(display, tables.policies()).counted(dossier).ifPresent(first::add);
        new VerdictParts(display, tables.policies()).notMet(dossier).ifPresent(first::add);
        page.parts().stream().filter(part -> FIRST.contains(part.id())).forEach(first::add);
        return new PrintedPage(
                wording,
                subject.type(),
                subject.id(),
                page.name(),
                page.lies(),
                Page.years(tables, wording),
                new OriginWords(tables.origin(), wording)
                        .sentences().stream().map(Sentence::text).collect(Collectors.joining(" ")),
                subject.type().equals("province") && tables.places().count("province") == 1
                        ? new Headline(tables, wording).sentences()
                        : List.of(),
                first,
                page.pictures(),
                depth == Depth.SHORT ? List.of() : annex(page),
                Page.reading(wording));
    }

    /** How each county fares: its tests, and what it lacks. */
    private List<Part> counties() {
        int year = Headline.last(tables.balance());
        List<Cells> tests =
                Cells.of(tables.balance()).filter(row -> row.year() == year).toList();
        Map<String, String> when = Map.of("year", Integer.toString(year));
        return Stream.of(
                        part("balance", when, Grid.of(tests, display, TESTS, 0).withoutEmptyColumns()),
                        part("shortfall", when, LackingGrid.of(tables.shortfall(), year, display)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<Part> annex(DossierPage page) {
        return page.parts().stream()
                .filter(part -> !FIRST.contains(part.id()) && !AGAIN.contains(part.id()))
                .toList();
    }

    private Optional<Part> part(String id, Map<String, String> filling, Grid grid) {
        return grid.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part(
                        id,
                        wording.text("print." + id, filling),
                        wording.text("print." + id + ".lead"),
                        grid,
                        List.of()));
    }
}
