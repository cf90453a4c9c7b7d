package org.junheng.jobs.report.print;

import java.io.IOException;
import java.util.HexFormat;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFNoFillProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlCursor;
import org.junheng.jobs.report.office.NativeChart;
import org.junheng.jobs.report.office.NativeChart.Kind;
import org.junheng.jobs.report.office.NativeChart.Look;
import org.junheng.jobs.report.office.NativeChart.Series;
import org.junheng.jobs.report.svg.XmlText;

/** Charts of a document: drawn by the office program, their numbers in a workbook inside the document. */
record WordCharts(XWPFDocument document) {
    private static final double ACROSS_CM = 17;
    private static final double DOWN_CM = 7.5;
    private static final double ROW_CM = 0.55;
    private static final String GRID = "E3E8EC";
    private static final String CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    void add(NativeChart chart) throws IOException, InvalidFormatException {
        if (chart.categories().isEmpty()) {
            return;
        }
        boolean rows = chart.kind() == Kind.BARS;
        double down = rows ? Math.max(DOWN_CM, 3 + ROW_CM * chart.categories().size()) : DOWN_CM;
        XWPFChart drawn = document.createChart(
                (int) (ACROSS_CM * Units.EMU_PER_CENTIMETER), (int) (down * Units.EMU_PER_CENTIMETER));
        drawn.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        drawn.setAutoTitleDeleted(true);
        drawn.displayBlanksAs(DisplayBlanks.GAP);
        XDDFCategoryAxis across = drawn.createCategoryAxis(rows ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        across.setTickLabelPosition(AxisTickLabelPosition.LOW);
        if (!chart.across().isEmpty()) {
            across.setTitle(chart.across());
        }
        XDDFValueAxis upwards = drawn.createValueAxis(rows ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        upwards.setCrosses(AxisCrosses.AUTO_ZERO);
        upwards.setCrossBetween(AxisCrossBetween.BETWEEN);
        chart.ends().ifPresent(ends -> {
            upwards.setMinimum(ends.low());
            upwards.setMaximum(ends.high());
        });
        upwards.setNumberFormat(chart.format());
        upwards.getOrAddMajorGridProperties().setLineProperties(new XDDFLineProperties(fill(GRID)));
        if (!chart.unit().isEmpty()) {
            upwards.setTitle(XmlText.allowed(chart.unit()));
        }
        boolean bars = chart.hasBars();
        XDDFChartData data = drawn.createData(bars ? ChartTypes.BAR : ChartTypes.LINE, across, upwards);
        for (int i = 0; i < chart.series().size(); i++) {
            series(drawn, data, chart, i);
        }
        if (data instanceof XDDFBarChartData columns) {
            columns.setBarDirection(rows ? BarDirection.BAR : BarDirection.COL);
            columns.setBarGrouping(chart.isStacked() ? BarGrouping.STACKED : BarGrouping.CLUSTERED);
        }
        drawn.plot(data);
        if (chart.isStacked()) {
            stand(drawn);
        }
        if (!bars) {
            new WordPoints(drawn, chart).finish();
        }
    }

    /** Parts of a column stand on one another; the small schemas of the library do not know the element. */
    private static void stand(XWPFChart drawn) {
        try (XmlCursor at = drawn.getCTChart().getPlotArea().getBarChartArray(0).newCursor()) {
            at.toChild(CHART, "axId");
            at.beginElement("overlap", CHART);
            at.insertAttributeWithValue("val", "100");
        }
    }

    private static void series(XWPFChart drawn, XDDFChartData data, NativeChart chart, int place) {
        int last = chart.categories().size();
        Series series = chart.series().get(place);
        XDDFCategoryDataSource names = XDDFDataSourcesFactory.fromArray(
                chart.categories().stream().map(XmlText::allowed).toArray(String[]::new),
                drawn.formatRange(new CellRangeAddress(1, last, 0, 0)),
                0);
        XDDFNumericalDataSource<Double> numbers = XDDFDataSourcesFactory.fromArray(
                series.values().stream()
                        .map(value -> value == null ? null : value.value())
                        .toArray(Double[]::new),
                drawn.formatRange(new CellRangeAddress(1, last, place + 1, place + 1)),
                place + 1);
        XDDFChartData.Series added = data.addSeries(names, numbers);
        added.setTitle(XmlText.allowed(series.name()), drawn.setSheetTitle(XmlText.allowed(series.name()), place + 1));
        look(added, series, chart.kind(), chart.colour(place));
    }

    private static void look(XDDFChartData.Series added, Series series, Kind kind, String shown) {
        if (added instanceof XDDFLineChartData.Series line) {
            boolean points = kind == Kind.POINTS && series.look() == Look.PLAIN;
            line.setSmooth(false);
            line.setMarkerStyle(series.look() == Look.LIMIT ? MarkerStyle.NONE : MarkerStyle.CIRCLE);
            XDDFLineProperties stroke =
                    points ? new XDDFLineProperties(new XDDFNoFillProperties()) : new XDDFLineProperties(fill(shown));
            if (series.look() == Look.LIMIT) {
                stroke.setPresetDash(new XDDFPresetLineDash(PresetLineDash.DASH));
            }
            line.setLineProperties(stroke);
        } else if (series.look() == Look.UNSEEN) {
            XDDFShapeProperties unseen = new XDDFShapeProperties();
            unseen.setFillProperties(new XDDFNoFillProperties());
            added.setShapeProperties(unseen);
        } else {
            added.setFillProperties(fill(shown));
        }
    }

    private static XDDFSolidFillProperties fill(String colour) {
        return new XDDFSolidFillProperties(XDDFColor.from(HexFormat.of().parseHex(colour)));
    }
}
