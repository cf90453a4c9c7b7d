package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junheng.jobs.report.Dossier.Verdict;
import org.junheng.jobs.report.Grid.Cell;
import org.junheng.jobs.report.Sentence.Part;

/**
 * The clusters that break a rule in the last year in which clusters were judged: a row for each clause that is not met, with its figure and the key of it.
 *
 * @param year that year; 0 where no cluster was judged
 * @param byCounty the clusters that break a rule
 */
public record BrokenRules(int year, SortedMap<String, List<Cluster>> byCounty) {
    private static final List<String> WHO = List.of("cluster", "county");

    /** A cluster that breaks a rule. */
    record Cluster(Dossier dossier, String county, List<Verdict> broken) {}

    static BrokenRules of(Dossiers dossiers, Places places) {
        List<Dossier> clusters = dossiers.all().stream()
                .filter(dossier -> dossier.subject().type().equals("cluster"))
                .toList();
        int year = clusters.stream()
                .flatMap(cluster -> cluster.verdicts().stream())
                .mapToInt(Verdict::year)
                .max()
                .orElse(0);
        SortedMap<String, List<Cluster>> byCounty = new TreeMap<>();
        for (Dossier cluster : clusters) {
            String county = places.county("cluster", cluster.subject().id());
            List<Verdict> broken = cluster.verdicts().stream()
                    .filter(v -> v.year() == year && v.verdict().equals("FAIL"))
                    .toList();
            if (!broken.isEmpty()) {
                byCounty.computeIfAbsent(county, c -> new ArrayList<>()).add(new Cluster(cluster, county, broken));
            }
        }
        return new BrokenRules(year, byCounty);
    }

    boolean isEmpty() {
        return byCounty.isEmpty();
    }

    /** How many clusters break how many rules; none where no cluster was judged. */
    List<Sentence> sentences(Wording wording) {
        List<Verdict> broken = clusters(county -> true)
                .flatMap(cluster -> cluster.broken().stream())
                .toList();
        long required =
                broken.stream().filter(v -> v.severity().equals("ERROR")).count();
        Map<String, Part> filling = Map.of(
                "year", Part.words(Integer.toString(year)),
                "n", Part.figure(clusters(county -> true).count(), Source.distinct("judgements.subject_id", failed())),
                "clauses", Part.figure(broken.size(), Source.count("judgements", failed())),
                "required", Part.figure(required, Source.count("judgements", failed("severity=ERROR"))));
        return year == 0
                ? List.of()
                : List.of(Sentence.of(wording, "compliance", "compliance", new TreeMap<>(filling)));
    }

    private String[] failed(String... more) {
        return Stream.concat(Stream.of("subject_type=cluster", "year=" + year, "verdict=FAIL"), Stream.of(more))
                .toArray(String[]::new);
    }

    /** Those of the clusters of some counties. */
    Grid of(VerdictParts verdicts, Linked linked, Predicate<String> isMeant) {
        List<List<Cell>> rows = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        clusters(isMeant).forEach(cluster -> {
            String subject = cluster.dossier().subject().key();
            Grid failed = verdicts.failed(cluster.dossier());
            failed.rows()
                    .forEach(row -> rows.add(
                            Stream.concat(who(cluster, linked), row.stream()).toList()));
            failed.keys().forEach(key -> keys.add(key.replace("{s}", subject)));
        });
        List<Cell> heads = new ArrayList<>(AreaTables.heads(verdicts.display(), WHO.stream()));
        heads.addAll(verdicts.headsOfFailed());
        return new Grid(heads, rows, 0, keys);
    }

    private Stream<Cluster> clusters(Predicate<String> isMeant) {
        return byCounty.entrySet().stream()
                .filter(county -> isMeant.test(county.getKey()))
                .flatMap(county -> county.getValue().stream());
    }

    private static Stream<Cell> who(Cluster cluster, Linked linked) {
        return Stream.of(
                linked.cell("cluster", cluster.dossier().subject().id()), linked.cell("county", cluster.county()));
    }
}
