package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junheng.jobs.report.svg.Caterpillar;
import org.junheng.jobs.report.svg.Chart;
import org.junheng.jobs.report.svg.Dumbbell;
import org.junheng.jobs.report.svg.EventStudy;
import org.junheng.jobs.report.svg.Rates;
import org.junheng.jobs.report.svg.Spread;
import org.junheng.jobs.report.svg.StockFlow;

/** The pictures of the overview, section by section: those of the province, and how its counties lie. */
record OverviewPictures(SummaryTables tables, Display display, SubjectCharts charts) {
    /** More rows would not fit a screen. */
    private static final int MOST_ROWS = 36;

    SortedMap<String, List<Picture>> bySection() {
        SortedMap<String, List<Picture>> sections = new TreeMap<>();
        ChartNumbers numbers = new ChartNumbers(display.wording());
        Stream.concat(drawn(), tests())
                .forEach(chart -> sections.computeIfAbsent(section(chart), s -> new ArrayList<>())
                        .add(new Picture(chart, numbers.of(chart))));
        return sections;
    }

    private static String section(Chart chart) {
        if (chart instanceof Spread) {
            return "balance";
        } else if (chart instanceof Caterpillar) {
            return "valueadded";
        } else if (chart instanceof Dumbbell dumbbell) {
            return dumbbell.words().equal().isEmpty() ? "stock" : "lead";
        } else if (chart instanceof Rates) {
            return "satisfaction";
        } else if (chart instanceof StockFlow) {
            return "flows";
        }
        return chart instanceof EventStudy ? "impact" : "gaps";
    }

    /** Those of the page of the province, where there is only one. */
    private Stream<Chart> drawn() {
        List<Dossier> provinces = tables.dossiers().all().stream()
                .filter(dossier -> dossier.subject().type().equals("province"))
                .toList();
        Stream<Chart> own = provinces.size() == 1 ? charts.of(provinces.get(0)).stream() : Stream.of();
        return Stream.concat(own, Stream.concat(charts.leads().ofAll(MOST_ROWS).stream(), stock()));
    }

    /** Quality schools of each county, before and after. */
    private Stream<Chart> stock() {
        if (tables.places().count("county") > MOST_ROWS) {
            return Stream.of();
        }
        String before = Integer.toString(tables.baseline());
        int last = Headline.last(tables.stock());
        List<Cells> rows = Cells.of(tables.stock())
                .filter(row -> row.has("subject_type", "county") && row.has("stage", ""))
                .toList();
        List<Dumbbell.Pair> pairs = tables.places().of("county").keySet().stream()
                .map(county -> pair(county, known(rows, county, tables.baseline()), known(rows, county, last)))
                .filter(pair -> pair.before() != null || pair.after() != null)
                .toList();
        return pairs.isEmpty()
                ? Stream.of()
                : Stream.of(new Dumbbell(
                        display.wording().text("page.chart.stock"),
                        display.wording().unit("schools"),
                        new Dumbbell.Words(before, Integer.toString(last), ""),
                        pairs));
    }

    private Dumbbell.Pair pair(String county, double before, double after) {
        return new Dumbbell.Pair(
                tables.places().name("county", county),
                Double.isNaN(before) ? null : before,
                Double.isNaN(after) ? null : after,
                said(before) + " → " + said(after),
                StockKeys.key(new Dossier.Subject("county", county), "{y}"));
    }

    private static String said(double number) {
        return Double.isNaN(number) ? "–" : Numbers.plain(number, 0);
    }

    private static double known(List<Cells> rows, String county, int year) {
        return rows.stream()
                .filter(row -> row.has("subject_id", county) && row.year() == year)
                .map(row -> row.number("quality_schools"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** How the counties lie in each of the seven tests, stage by stage. */
    private Stream<Chart> tests() {
        int year = Headline.last(tables.balance());
        SortedMap<String, List<Cells>> byStage = new TreeMap<>(TrendKey.BY_STAGE);
        Cells.of(tables.balance())
                .filter(row -> row.year() == year && row.number("limit") != null)
                .forEach(row -> byStage.computeIfAbsent(row.text("stage"), s -> new ArrayList<>())
                        .add(row));
        return byStage.entrySet().stream().map(e -> tests(e.getKey(), e.getValue()));
    }

    private Chart tests(String stage, List<Cells> counties) {
        Wording wording = display.wording();
        return new Spread(
                wording.text("draw.spread", Map.of("stage", display.words("stage", stage))),
                new Spread.Words(wording.text("js.cv"), wording.text("js.county"), wording.text("js.limit")),
                BalanceRows.SEVEN.stream()
                        .map(facet -> measure(facet, counties))
                        .toList());
    }

    private static Spread.Ends ends(String facet, List<Cells> counties) {
        List<Cells> known = counties.stream()
                .filter(row -> row.number("cv_" + facet) != null)
                .sorted(Comparator.comparing(
                        row -> row.number("cv_" + facet), Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        return known.isEmpty()
                ? new Spread.Ends("", "")
                : new Spread.Ends(
                        CountyTests.key(known.get(0), facet), CountyTests.key(known.get(known.size() - 1), facet));
    }

    private Spread.Measure measure(String facet, List<Cells> counties) {
        long failed = counties.stream()
                .filter(row -> row.has("verdict_" + facet, "FAIL"))
                .count();
        long met = counties.stream()
                .filter(row -> row.has("verdict_" + facet, "PASS"))
                .count();
        return new Spread.Measure(
                Facet.of(facet, "").shortName(display.wording()),
                counties.stream()
                        .map(row -> row.number("cv_" + facet))
                        .filter(Objects::nonNull)
                        .toList(),
                counties.get(0).number("limit"),
                met + " ✓ " + failed + " ✕",
                ends(facet, counties));
    }
}
