package org.junheng.jobs.report.print;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.report.office.NativeChart;
import org.junheng.jobs.report.office.NativeChart.Series;
import org.junheng.jobs.report.svg.Estimate;
import org.junheng.jobs.report.svg.XmlText;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTErrBars;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLineSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTMarker;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumData;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumDataSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumRef;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumVal;
import org.openxmlformats.schemas.drawingml.x2006.chart.STErrBarType;
import org.openxmlformats.schemas.drawingml.x2006.chart.STErrDir;
import org.openxmlformats.schemas.drawingml.x2006.chart.STErrValType;

/** The points of a chart in their colour, and their intervals as error bars of the office program, from columns of the workbook inside. */
record WordPoints(XWPFChart drawn, NativeChart chart) {
    /** A point and a half, in the units of the format. */
    private static final int LINE = 19_050;

    void finish() {
        List<CTLineSer> series =
                drawn.getCTChart().getPlotArea().getLineChartArray(0).getSerList();
        int column = chart.series().size() + 1;
        for (int i = 0; i < series.size(); i++) {
            marker(series.get(i), chart.colour(i));
            Series shown = chart.series().get(i);
            if (shown.hasIntervals()) {
                bars(series.get(i), shown, column, chart.colour(i));
                column += 2;
            }
        }
    }

    private static void marker(CTLineSer series, String colour) {
        CTMarker marker = series.isSetMarker() ? series.getMarker() : series.addNewMarker();
        byte[] rgb = HexFormat.of().parseHex(colour);
        var look = marker.isSetSpPr() ? marker.getSpPr() : marker.addNewSpPr();
        look.addNewSolidFill().addNewSrgbClr().setVal(rgb);
        look.addNewLn().addNewSolidFill().addNewSrgbClr().setVal(rgb);
    }

    private void bars(CTLineSer series, Series shown, int column, String colour) {
        CTErrBars bars = series.addNewErrBars();
        bars.addNewErrDir().setVal(STErrDir.Y);
        bars.addNewErrBarType().setVal(STErrBarType.BOTH);
        bars.addNewErrValType().setVal(STErrValType.CUST);
        bars.addNewNoEndCap().setVal(true);
        var line = bars.addNewSpPr().addNewLn();
        line.setW(LINE);
        line.addNewSolidFill().addNewSrgbClr().setVal(HexFormat.of().parseHex(colour));
        lengths(bars.addNewPlus(), shown, column, true);
        lengths(bars.addNewMinus(), shown, column + 1, false);
    }

    private void lengths(CTNumDataSource source, Series shown, int column, boolean upwards) {
        int rows = shown.values().size();
        CTNumRef reference = source.addNewNumRef();
        reference.setF(drawn.formatRange(new CellRangeAddress(1, rows, column, column)));
        CTNumData lengths = reference.addNewNumCache();
        lengths.addNewPtCount().setVal(rows);
        drawn.setSheetTitle(XmlText.allowed(shown.name()) + (upwards ? " +" : " −"), column);
        for (int i = 0; i < rows; i++) {
            Double length = length(shown.values().get(i), upwards);
            if (length != null) {
                CTNumVal value = lengths.addNewPt();
                value.setIdx(i);
                value.setV(Double.toString(length));
                row(i + 1).createCell(column).setCellValue(length);
            }
        }
    }

    private XSSFRow row(int at) {
        XSSFSheet sheet = sheet();
        XSSFRow row = sheet.getRow(at);
        return row == null ? sheet.createRow(at) : row;
    }

    private XSSFSheet sheet() {
        try {
            return drawn.getWorkbook().getSheetAt(0);
        } catch (IOException | InvalidFormatException e) {
            throw new IllegalStateException("the workbook of a chart cannot be read", e);
        }
    }

    private static @Nullable Double length(@Nullable Estimate value, boolean upwards) {
        Double end = value == null ? null : upwards ? value.high() : value.low();
        return value == null || end == null ? null : Math.abs(end - value.value());
    }
}
