package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junheng.jobs.report.Dossier.Verdict;
import org.junheng.jobs.report.DossierPage.Part;
import org.junheng.jobs.report.Grid.Cell;

/** The verdicts of the last year, a part of the page for each policy; clauses that could not be judged stand last, with the reason. */
record VerdictParts(Display display, PolicyOrder policies) {
    private static final List<String> COLUMNS = List.of(
            "rule_id", "facet", "stage", "figure", "standard", "verdict", "binding", "shortfall", "document", "reason");

    private static final List<String> FAILED =
            List.of("rule_id", "facet", "stage", "figure", "standard", "binding", "shortfall", "document");

    /** The part of the clauses that are not met. */
    static final String NOT_MET = "not-met";

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int DIGITS = 6;

    private static final Comparator<Verdict> ORDER = Comparator.comparing((Verdict v) -> isOpen(v))
            .thenComparing(Verdict::document)
            .thenComparing(v -> inOrder(v.rule()))
            .thenComparing(Verdict::stage)
            .thenComparing(v -> new Facet(v.facet(), ""));

    /** So that the second rule stands before the tenth. */
    private static String inOrder(String rule) {
        return NUMBER.matcher(rule)
                .replaceAll(n -> "0".repeat(Math.max(0, DIGITS - n.group().length())) + n.group());
    }

    List<Part> of(Dossier dossier) {
        List<Part> parts = new ArrayList<>();
        byPolicy(dossier)
                .forEach((policy, verdicts) -> parts.add(part(anchor(parts.size()), dossier, policy, verdicts)));
        return parts;
    }

    /** The verdicts under the names of their policies, in the order of the parts of the page. */
    SortedMap<String, List<Verdict>> byPolicy(Dossier dossier) {
        SortedMap<String, List<Verdict>> byPolicy = new TreeMap<>(policies);
        dossier.verdicts().forEach(v -> byPolicy.computeIfAbsent(v.policy(), p -> new ArrayList<>())
                .add(v));
        return byPolicy;
    }

    /** Where on the page the policy of a place stands. */
    static String anchor(int place) {
        return "verdicts-" + place;
    }

    /** How many verdicts of each kind. */
    static String counted(List<Verdict> verdicts, Display display) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        verdicts.forEach(v -> counts.merge(v.verdict(), 1, Integer::sum));
        return String.join(
                " · ",
                counts.entrySet().stream()
                        .map(e -> display.words("verdict", e.getKey()) + " " + e.getValue())
                        .toList());
    }

    /** How many verdicts of each kind, policy by policy; none where there are no verdicts. */
    Optional<Part> counted(Dossier dossier) {
        List<List<Cell>> rows = new ArrayList<>();
        byPolicy(dossier)
                .forEach((policy, verdicts) -> rows.add(List.of(
                        Cell.link(display.words("policy", policy), "#" + anchor(rows.size())),
                        words(counted(verdicts, display)))));
        Wording wording = display.wording();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part(
                        "counted",
                        wording.text(
                                "print.counted",
                                Map.of(
                                        "year",
                                        Integer.toString(
                                                dossier.verdicts().get(0).year()))),
                        wording.text("print.counted.lead"),
                        new Grid(
                                Stream.of("policy", "verdict")
                                        .map(column -> words(display.head(column)))
                                        .toList(),
                                rows,
                                0),
                        List.of()));
    }

    private Part part(String id, Dossier dossier, String policy, List<Verdict> verdicts) {
        Wording wording = display.wording();
        String year = Integer.toString(verdicts.get(0).year());
        List<Verdict> ordered = verdicts.stream().sorted(ORDER).toList();
        return new Part(
                id,
                display.words("policy", policy) + " " + wording.text("page.dossier.verdicts", Map.of("year", year)),
                counted(verdicts, display),
                new Grid(
                        COLUMNS.stream()
                                .map(column -> new Cell(display.head(column), column.equals("figure")))
                                .toList(),
                        ordered.stream().map(this::row).toList(),
                        0,
                        ordered.stream().map(v -> dossier.key(v)).toList()),
                List.of());
    }

    /** The clauses that are not met, without those that could not be judged. */
    Grid failed(Dossier dossier) {
        List<Integer> at = FAILED.stream().map(COLUMNS::indexOf).toList();
        List<Verdict> failed = dossier.verdicts().stream()
                .filter(v -> v.verdict().equals("FAIL"))
                .sorted(ORDER)
                .toList();
        return new Grid(
                headsOfFailed(),
                failed.stream().map(v -> at.stream().map(row(v)::get).toList()).toList(),
                0,
                failed.stream().map(dossier::key).toList());
    }

    List<Cell> headsOfFailed() {
        return FAILED.stream()
                .map(column -> new Cell(display.head(column), column.equals("figure")))
                .toList();
    }

    /** The clauses that are not met, as a part of a page; none where all are met or none could be judged. */
    Optional<Part> notMet(Dossier dossier) {
        Wording wording = display.wording();
        Grid failed = failed(dossier).withoutEmptyColumns();
        return failed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part(
                        NOT_MET,
                        wording.text(
                                "print.not-met",
                                Map.of(
                                        "year",
                                        Integer.toString(
                                                dossier.verdicts().get(0).year()))),
                        wording.text("print.not-met.lead"),
                        failed,
                        List.of()));
    }

    private static boolean isOpen(Verdict v) {
        return v.verdict().equals("NOT_ASSESSED") || v.verdict().equals("SUPPRESSED");
    }

    private List<Cell> row(Verdict v) {
        Stream<Cell> before = Stream.of(
                words(display.rule(v.rule(), v.clause())),
                words(isOfRule(v) ? "" : display.words("facet", v.facet())),
                words(display.words("stage", v.stage())),
                new Cell(v.value() == null ? "" : Numbers.figure(v.value()), true),
                words(
                        v.standard().isEmpty()
                                ? ""
                                : display.words("operator", v.operator()) + " "
                                        + display.wording().of(v.standard())),
                new Cell(display.words("verdict", v.verdict()), false, v.verdict()));
        Stream<Cell> after = Stream.of(
                words(display.words("binding", v.severity())),
                words(
                        v.shortfall() == null
                                ? ""
                                : Numbers.plain(v.shortfall(), 2) + " "
                                        + display.wording().unit(v.shortfallUnit())),
                words(display.words("document", v.document())),
                words(display.words("reason", v.reason())));
        return Stream.concat(before, after).toList();
    }

    /** Whether the facet says no more than the rule, or the policy, of which the verdict is. */
    private static boolean isOfRule(Verdict v) {
        return v.facet().equals(v.rule()) || v.facet().equals(v.policy());
    }

    private static Cell words(String shown) {
        return new Cell(shown, false);
    }
}
