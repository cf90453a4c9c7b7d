package org.junheng.jobs.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.config.Audience;
import org.junheng.jobs.report.Dossier.Figure;
import org.junheng.jobs.report.Dossier.Series;
import org.junheng.jobs.report.Dossier.Subject;
import org.junheng.jobs.report.DossierPage.Part;
import org.junheng.jobs.report.Grid.Cell;
import org.junheng.jobs.report.PublishedTable.Line;

/**
 * The schools of each cluster side by side, lead first: value added, satisfaction, standards met and the bundled score of the last year. Nothing of it is for
 * the public.
 */
final class ClusterSchoolRows {
    private static final Set<String> METRICS =
            Set.of("valueadded.school", "satisfaction.rate", "resource.standards_met", "bundled.score");

    private final Places places;
    private final SortedMap<String, List<Membership>> byCluster = new TreeMap<>();
    private final Set<String> schools = new TreeSet<>();
    private final SortedMap<String, SortedMap<Series, Dated>> figures = new TreeMap<>();

    private ClusterSchoolRows(Places places) {
        this.places = places;
    }

    private record Membership(String school, String role, String joined, String left) {}

    private record Dated(String subject, int year, Figure figure) {}

    static ClusterSchoolRows of(Path runFolder, Places places, Audience audience) {
        ClusterSchoolRows rows = new ClusterSchoolRows(places);
        if (audience != Audience.PUBLIC) {
            PublishedTable.of(runFolder, "cluster_schools").forEach(rows::member);
        }
        return rows;
    }

    private void member(Line line) {
        schools.add(line.text("school_code"));
        byCluster
                .computeIfAbsent(line.text("cluster_id"), c -> new ArrayList<>())
                .add(new Membership(
                        line.text("school_code"), line.text("role"), line.text("joined_on"), line.text("left_on")));
    }

    /** Keeps the last year of a figure; single items of a survey are left to the tables. */
    void measure(Line line) {
        String subject = line.text("subject_id");
        boolean ofStage = line.has("subject_type", "stage_school");
        String school = ofStage ? subject.substring(0, subject.lastIndexOf(':')) : subject;
        if (!(ofStage || line.has("subject_type", "school"))
                || !METRICS.contains(line.text("metric_id"))
                || !schools.contains(school)
                || line.text("facet").indexOf(':') != line.text("facet").lastIndexOf(':')) {
            return;
        }
        Double told = line.number("year");
        int year = told == null ? 0 : told.intValue();
        figures.computeIfAbsent(school, s -> new TreeMap<>())
                .merge(
                        Series.of(line),
                        new Dated(line.text("subject_type") + "|" + subject, year, Figure.of(line)),
                        (a, b) -> a.year() > b.year() ? a : b);
    }

    /** The codes of the schools that are or were in a cluster. */
    SortedSet<String> of(Subject cluster) {
        SortedSet<String> codes = new TreeSet<>();
        members(cluster).forEach(member -> codes.add(member.school()));
        return codes;
    }

    /** The clusters in which a school is or was. */
    SortedSet<String> clusters(String school) {
        SortedSet<String> clusters = new TreeSet<>();
        byCluster.forEach((cluster, members) -> {
            if (members.stream().anyMatch(member -> member.school().equals(school))) {
                clusters.add(cluster);
            }
        });
        return clusters;
    }

    Optional<Part> part(Subject cluster, DossierParts parts, DossierLinks links) {
        List<Membership> members = members(cluster);
        SortedSet<Series> series = new TreeSet<>();
        members.forEach(member -> series.addAll(
                figures.getOrDefault(member.school(), new TreeMap<>()).keySet()));
        Wording wording = parts.display().wording();
        return members.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part(
                        "schools",
                        wording.text("page.dossier.schools"),
                        wording.text("page.dossier.schools.lead") + alike(members, wording),
                        grid(members, series, parts, links),
                        List.of()));
    }

    private Grid grid(List<Membership> members, SortedSet<Series> series, DossierParts parts, DossierLinks links) {
        SortedMap<Series, Integer> years = new TreeMap<>();
        series.forEach(s -> year(members, s).ifPresent(year -> years.put(s, year)));
        return new Grid(
                heads(series, years, parts),
                members.stream()
                        .map(member -> row(member, series, years, parts, links))
                        .toList(),
                0);
    }

    /** The year of all numbers of a series, where they have but one. */
    private Optional<Integer> year(List<Membership> members, Series series) {
        List<Integer> years = members.stream()
                .map(member ->
                        figures.getOrDefault(member.school(), new TreeMap<>()).get(series))
                .filter(Objects::nonNull)
                .map(Dated::year)
                .distinct()
                .toList();
        return years.size() == 1 ? Optional.of(years.get(0)) : Optional.empty();
    }

    /** How many of the schools with an interval of value-added cannot be told from average. */
    private String alike(List<Membership> members, Wording wording) {
        List<Figure> known = members.stream()
                .map(Membership::school)
                .distinct()
                .flatMap(school -> figures.getOrDefault(school, new TreeMap<>()).entrySet().stream())
                .filter(figure -> figure.getKey().metric().equals("valueadded.school"))
                .map(figure -> figure.getValue().figure())
                .filter(figure -> figure.low() != null && figure.high() != null)
                .toList();
        long average = known.stream().filter(ClusterSchoolRows::isAverage).count();
        return known.isEmpty()
                ? ""
                : " "
                        + wording.text(
                                "page.dossier.schools.alike",
                                Map.of("n", Integer.toString(known.size()), "average", Long.toString(average)));
    }

    private static boolean isAverage(Figure figure) {
        Double low = figure.low();
        Double high = figure.high();
        return low != null && high != null && low <= 0 && high >= 0;
    }

    private List<Membership> members(Subject cluster) {
        return !cluster.type().equals("cluster")
                ? List.of()
                : byCluster.getOrDefault(cluster.id(), List.of()).stream()
                        .sorted(Comparator.comparing((Membership m) -> !m.role().equals("LEAD"))
                                .thenComparing(Membership::school)
                                .thenComparing(Membership::joined))
                        .toList();
    }

    private static List<Cell> heads(SortedSet<Series> series, SortedMap<Series, Integer> years, DossierParts parts) {
        return Stream.concat(
                        Stream.of("school", "school_code", "role", "joined_on", "left_on")
                                .map(column -> new Cell(parts.display().head(column), false)),
                        series.stream().map(s -> new Cell(parts.title(s) + in(years.get(s)), true)))
                .toList();
    }

    private List<Cell> row(
            Membership member,
            SortedSet<Series> series,
            SortedMap<Series, Integer> years,
            DossierParts parts,
            DossierLinks links) {
        SortedMap<Series, Dated> known = figures.getOrDefault(member.school(), new TreeMap<>());
        Stream<Cell> who = Stream.concat(
                Stream.of(Cell.link(places.name("school", member.school()), links.school(member.school()))),
                Stream.of(member.school(), parts.display().words("role", member.role()), member.joined(), member.left())
                        .map(words -> new Cell(words, false)));
        return Stream.concat(who, series.stream().map(s -> cell(s, known.get(s), years.containsKey(s), parts)))
                .toList();
    }

    private static String in(@Nullable Integer year) {
        return year == null ? "" : " (" + year + ")";
    }

    private static Cell cell(Series series, @Nullable Dated dated, boolean headSaysYear, DossierParts parts) {
        return dated == null
                ? new Cell("", true)
                : new Cell(
                        parts.shown(dated.figure()) + (headSaysYear ? "" : in(dated.year())),
                        true,
                        "",
                        "",
                        series.key(dated.subject(), Integer.toString(dated.year())));
    }
}
