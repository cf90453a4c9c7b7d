package org.junheng.jobs.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.report.office.ChartSheet;
import org.junheng.jobs.report.office.ChartSheet.Placed;
import org.junheng.jobs.report.office.NativeChart;
import org.junheng.jobs.report.office.NativeChart.Kind;
import org.junheng.jobs.report.office.NativeChart.Look;
import org.junheng.jobs.report.office.NativeChart.Series;
import org.junheng.jobs.report.office.Redrawn;
import org.junheng.jobs.report.svg.Estimate;

/** The sheet of pictures: county balance, gaps of the province over the years, satisfaction; each beside the small table that it draws. */
record SummaryCharts(SummaryTables tables, Display display) {
    /** Counties with the most tests that are not met; all are in their own sheet. */
    private static final int MOST_COUNTIES = 30;

    private static final List<String> OUTCOMES = List.of("tests_pass", "tests_fail", "tests_undecided");
    private static final int FAILED = 1;
    private static final int FIRST_ROW = 2;
    private static final int PICTURE_ROWS = 20;
    private static final int BETWEEN = 2;
    private static final double FIRST_WIDTH = 26;
    private static final double WIDTH = 12;
    private static final String SHARE = "0%";

    /** Writes the tables and says where the pictures belong; none where there is nothing to draw. */
    ChartSheet write(Worksheet sheet, String name, int place) throws IOException {
        List<Placed> placed = new ArrayList<>();
        List<NativeChart> charts = charts();
        int beside = charts.stream().mapToInt(SummaryCharts::columns).max().orElse(0) + 1;
        int row = FIRST_ROW;
        for (NativeChart chart : charts) {
            placed.add(new Placed(chart, row, beside, PICTURE_ROWS));
            table(sheet, chart, row);
            row += Math.max(chart.categories().size() + 1, PICTURE_ROWS) + BETWEEN;
        }
        sheet.value(0, 0, display.wording().text("sheet.charts"));
        sheet.style(0, 0).bold().fontSize(14).set();
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.width(0, FIRST_WIDTH);
        for (int c = 1; c < beside; c++) {
            sheet.width(c, WIDTH);
        }
        return new ChartSheet(name, place, placed);
    }

    List<NativeChart> charts() {
        List<NativeChart> charts = new ArrayList<>();
        charts.addAll(balance());
        charts.addAll(gaps());
        charts.addAll(satisfaction());
        return charts;
    }

    private static int columns(NativeChart chart) {
        return 1
                + chart.series().stream()
                        .mapToInt(s -> s.hasIntervals() ? 3 : 1)
                        .sum();
    }

    private void table(Worksheet sheet, NativeChart chart, int top) {
        sheet.value(top - 1, 0, chart.title());
        sheet.style(top - 1, 0).bold().set();
        for (int r = 0; r < chart.categories().size(); r++) {
            sheet.value(top + 1 + r, 0, chart.categories().get(r));
        }
        int lengths = chart.series().size() + 1;
        for (int s = 0; s < chart.series().size(); s++) {
            Series series = chart.series().get(s);
            head(sheet, top, s + 1, series.name());
            numbers(sheet, top, s + 1, format(chart), series.values().stream().map(SummaryCharts::value));
            if (series.hasIntervals()) {
                head(sheet, top, lengths, display.wording().text("draw.upwards"));
                numbers(
                        sheet,
                        top,
                        lengths,
                        format(chart),
                        series.values().stream().map(v -> length(v, v == null ? null : v.high())));
                head(sheet, top, lengths + 1, display.wording().text("draw.downwards"));
                numbers(
                        sheet,
                        top,
                        lengths + 1,
                        format(chart),
                        series.values().stream().map(v -> length(v, v == null ? null : v.low())));
                lengths += 2;
            }
        }
    }

    private static void head(Worksheet sheet, int row, int column, String words) {
        sheet.value(row, column, words);
        sheet.style(row, column).bold().fillColor("EAEEF2").wrapText(true).set();
    }

    private static void numbers(Worksheet sheet, int top, int column, String format, Stream<@Nullable Double> numbers) {
        List<@Nullable Double> all = new ArrayList<>();
        numbers.forEach(all::add);
        for (int r = 0; r < all.size(); r++) {
            Double number = all.get(r);
            if (number != null) {
                sheet.value(top + 1 + r, column, number);
                sheet.style(top + 1 + r, column).format(format).set();
            }
        }
    }

    private static String format(NativeChart chart) {
        return chart.format().equals(SHARE) ? "0.0%" : chart.kind() == Kind.STACKED ? "#,##0" : "0.0000";
    }

    private static @Nullable Double value(@Nullable Estimate estimate) {
        return estimate == null ? null : estimate.value();
    }

    private static @Nullable Double length(@Nullable Estimate estimate, @Nullable Double end) {
        return estimate == null || end == null ? null : Math.abs(end - estimate.value());
    }

    /** Tests met and not met of the last year, both stages together. */
    private List<NativeChart> balance() {
        int year = Headline.last(tables.balance());
        SortedMap<String, int[]> counties = new TreeMap<>();
        Cells.of(tables.balance()).filter(row -> row.year() == year).forEach(row -> {
            int[] tests = counties.computeIfAbsent(
                    row.text("county_code") + " " + row.text("county"), c -> new int[OUTCOMES.size()]);
            for (int i = 0; i < OUTCOMES.size(); i++) {
                tests[i] += row.count(OUTCOMES.get(i));
            }
        });
        List<Map.Entry<String, int[]>> most = counties.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, int[]> county) -> -county.getValue()[FAILED]))
                .limit(MOST_COUNTIES)
                .toList();
        if (most.isEmpty()) {
            return List.of();
        }
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < OUTCOMES.size(); i++) {
            int at = i;
            series.add(new Series(
                    display.head(OUTCOMES.get(i)),
                    Look.PLAIN,
                    most.stream()
                            .<@Nullable Estimate>map(county -> new Estimate(county.getValue()[at], null, null))
                            .toList()));
        }
        return List.of(new NativeChart(
                Kind.STACKED,
                display.wording().text("draw.tests", Map.of("year", Integer.toString(year))),
                "",
                "",
                "General",
                most.stream().map(Map.Entry::getKey).toList(),
                series));
    }

    /** The coefficients of the province, a picture for each stage. */
    private List<NativeChart> gaps() {
        return province().stream()
                .flatMap(dossier -> figures().resources(dossier).stream())
                .map(Redrawn::of)
                .toList();
    }

    private List<NativeChart> satisfaction() {
        return province().stream()
                .flatMap(dossier -> figures().satisfaction(dossier).stream())
                .map(Redrawn::of)
                .toList();
    }

    private FigureCharts figures() {
        return new FigureCharts(display, List.copyOf(tables.years()));
    }

    /** The province, where there is only one. */
    private List<Dossier> province() {
        List<Dossier> provinces = tables.dossiers().all().stream()
                .filter(dossier -> dossier.subject().type().equals("province"))
                .toList();
        return provinces.size() == 1 ? provinces : List.of();
    }
}
