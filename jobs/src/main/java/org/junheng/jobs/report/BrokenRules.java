package org.junheng.jobs.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junheng.jobs.report.Dossier.Verdict;
import org.junheng.jobs.report.Grid.Cell;
import org.junheng.jobs.report.Sentence.Part;

/** The clusters that break a rule in the last year in which clusters were judged: a row for each clause that is not met, with its figure and the key of it. */
record BrokenRules(SummaryTables tables, Display display) {
    private static final List<String> WHO = List.of("cluster", "county");

    /** How many clusters break how many rules; none where no cluster was judged. */
    List<Sentence> sentences() {
        int year = year();
        List<Verdict> broken =
                clusters().flatMap(cluster -> broken(cluster, year).stream()).toList();
        return year == 0
                ? List.of()
                : List.of(Sentence.of(
                        display.wording(),
                        "compliance",
                        "compliance",
                        new TreeMap<>(Map.of(
                                "year",
                                Part.words(Integer.toString(year)),
                                "n",
                                Part.figure(
                                        clusters()
                                                .filter(cluster ->
                                                        !broken(cluster, year).isEmpty())
                                                .count(),
                                        Source.distinct("judgements.subject_id", conditions(year))),
                                "clauses",
                                Part.figure(broken.size(), Source.count("judgements", conditions(year))),
                                "required",
                                Part.figure(
                                        broken.stream()
                                                .filter(v -> v.severity().equals("ERROR"))
                                                .count(),
                                        Source.count("judgements", conditions(year, "severity=ERROR")))))));
    }

    private static String[] conditions(int year, String... more) {
        return Stream.concat(Stream.of("subject_type=cluster", "year=" + year, "verdict=FAIL"), Stream.of(more))
                .toArray(String[]::new);
    }

    boolean isEmpty() {
        int year = year();
        return clusters().allMatch(cluster -> broken(cluster, year).isEmpty());
    }

    /** The last year in which a cluster was judged; 0 where none was. */
    int year() {
        return clusters()
                .flatMap(cluster -> cluster.verdicts().stream())
                .mapToInt(Verdict::year)
                .max()
                .orElse(0);
    }

    /** Those of the clusters of some counties. */
    Grid of(Linked linked, Predicate<String> isMeant) {
        int year = year();
        VerdictParts verdicts = new VerdictParts(display, tables.policies());
        List<Dossier> meant = clusters()
                .filter(cluster -> isMeant.test(county(cluster)))
                .filter(cluster -> !broken(cluster, year).isEmpty())
                .toList();
        return new Grid(
                Stream.concat(AreaTables.heads(display, WHO.stream()).stream(), verdicts.headsOfFailed().stream())
                        .toList(),
                meant.stream()
                        .flatMap(cluster -> verdicts.failed(cluster).rows().stream()
                                .map(row -> Stream.concat(who(cluster, linked), row.stream())
                                        .toList()))
                        .toList(),
                0,
                meant.stream()
                        .flatMap(cluster -> verdicts.failed(cluster).keys().stream()
                                .map(key -> key.replace("{s}", cluster.subject().key())))
                        .toList());
    }

    private Stream<Dossier> clusters() {
        return tables.dossiers().all().stream()
                .filter(dossier -> dossier.subject().type().equals("cluster"));
    }

    private static List<Verdict> broken(Dossier cluster, int year) {
        return cluster.verdicts().stream()
                .filter(v -> v.year() == year && v.verdict().equals("FAIL"))
                .toList();
    }

    private String county(Dossier cluster) {
        return tables.places().county("cluster", cluster.subject().id());
    }

    private Stream<Cell> who(Dossier cluster, Linked linked) {
        return Stream.of(linked.cell("cluster", cluster.subject().id()), linked.cell("county", county(cluster)));
    }
}
