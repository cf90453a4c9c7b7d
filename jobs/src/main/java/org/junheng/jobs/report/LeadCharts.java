package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.report.Dossier.Subject;
import org.junheng.jobs.report.svg.Chart;
import org.junheng.jobs.report.svg.Dumbbell;
import org.junheng.jobs.report.svg.Dumbbell.Pair;

/** Lead school minus members in the baseline and in the last year: resources and scores of a cluster, or the scores of all clusters of a county. */
record LeadCharts(
        SummaryTables tables,
        Display display,
        SortedMap<String, List<Cells>> byCluster,
        SortedMap<String, List<Cells>> byCounty) {
    /** A picture of more rows would not fit a sheet. */
    private static final int MOST_ROWS = 36;

    static LeadCharts of(SummaryTables tables, Display display) {
        SortedMap<String, List<Cells>> byCluster = new TreeMap<>();
        SortedMap<String, List<Cells>> byCounty = new TreeMap<>();
        Cells.of(tables.leadMember()).forEach(row -> {
            byCluster
                    .computeIfAbsent(row.text("subject_id"), c -> new ArrayList<>())
                    .add(row);
            byCounty.computeIfAbsent(row.text("county"), c -> new ArrayList<>()).add(row);
        });
        return new LeadCharts(tables, display, byCluster, byCounty);
    }

    List<Chart> of(Subject subject) {
        return switch (subject.type()) {
            case "cluster" -> byUnit(rows(byCluster, subject, LeadCharts::isShown), this::measure);
            case "county" ->
                byUnit(rows(byCounty, subject, LeadCharts::isScore), row -> row.text("name") + " · " + subject(row));
            default -> List.of();
        };
    }

    /** The scores of all clusters, a picture for each unit; none where they are too many. */
    List<Chart> ofAll(int most) {
        List<Cells> rows = known(Cells.of(tables.leadMember()).filter(LeadCharts::isScore));
        return rows.size() > most ? List.of() : byUnit(rows, row -> row.text("name") + " · " + subject(row));
    }

    private static boolean isShown(Cells row) {
        return BalanceRows.SEVEN.contains(row.text("facet")) || isScore(row);
    }

    private static boolean isScore(Cells row) {
        return row.text("facet").startsWith("score:");
    }

    private List<Cells> rows(SortedMap<String, List<Cells>> index, Subject subject, Predicate<Cells> isMeant) {
        return known(index.getOrDefault(subject.id(), List.of()).stream().filter(isMeant));
    }

    private List<Cells> known(Stream<Cells> rows) {
        return rows.filter(row -> last(row) != null).toList();
    }

    private List<Chart> byUnit(List<Cells> rows, Function<Cells, String> name) {
        SortedMap<String, List<Pair>> byUnit = new TreeMap<>();
        rows.forEach(row -> byUnit.computeIfAbsent(display.wording().unit(row.text("unit")), u -> new ArrayList<>())
                .add(pair(row, name.apply(row))));
        return byUnit.entrySet().stream()
                .<Chart>map(e -> new Dumbbell(
                        display.wording().text("page.chart.lead") + " (" + e.getKey() + ")",
                        e.getKey(),
                        words(),
                        limited(e.getValue())))
                .toList();
    }

    private static List<Pair> limited(List<Pair> pairs) {
        return pairs.stream().limit(MOST_ROWS).toList();
    }

    private Pair pair(Cells row, String name) {
        Double before = tables.baseline() == tables.lastYear() ? null : base(row);
        Double after = last(row);
        String said = Stream.of(before, after)
                .map(number -> number == null ? "–" : Numbers.plain(number, 2))
                .collect(Collectors.joining(" → "));
        return new Pair(name, before, after, said, TrendGrid.key(row, "cluster", "|LEAD-MEMBER", "gap.lead_member"));
    }

    private @Nullable Double base(Cells row) {
        return row.number(Integer.toString(tables.baseline()));
    }

    private @Nullable Double last(Cells row) {
        return row.number(Integer.toString(tables.lastYear()));
    }

    private String measure(Cells row) {
        String grade = grade(row);
        String facet = Facet.of(row.text("facet"), grade).shortName(display.wording());
        return grade.isEmpty() ? display.words("stage", row.text("stage")) + " " + facet : facet;
    }

    private String subject(Cells row) {
        String subject = Facet.of(row.text("facet"), "").subject(display.wording());
        String grade = grade(row);
        return grade.isEmpty() ? subject : subject + display.wording().text("grade", Map.of("grade", grade));
    }

    private static String grade(Cells row) {
        return row.number("grade") == null ? "" : Integer.toString(row.count("grade"));
    }

    private Dumbbell.Words words() {
        return new Dumbbell.Words(
                Integer.toString(tables.baseline()),
                Integer.toString(tables.lastYear()),
                display.wording().text("js.equal"));
    }
}
