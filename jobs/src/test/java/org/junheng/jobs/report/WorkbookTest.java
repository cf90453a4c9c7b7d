package org.junheng.jobs.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumRef;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;

class WorkbookTest {
    @TempDir
    Path run;

    @Test
    void hasASheetForEverySummaryAndSaysFirstHowToReadIt() throws IOException {
        Workbook.write(FixtureRun.small(run), Language.ZH);
        try (ReadableWorkbook book = read()) {
            assertEquals(
                    List.of(
                            "阅读说明", "图", "县域均衡", "资源缺口", "差距与变化", "学校增值", "模型估计", "牵头与成员", "满意度", "优质资源", "存量与流量",
                            "加入成效", "综合评价", "各县判定", "未评价", "数据质量", "规则"),
                    book.getSheets().map(Sheet::getName).toList());
        }
    }

    @Test
    void carriesNumbersAsNumbersAndIdsAsText() throws IOException {
        Workbook.write(FixtureRun.small(run), Language.EN);
        try (ReadableWorkbook book = read()) {
            List<Row> rows = rows(book, "Value-added");
            assertTrue(
                    rows.get(0).getCellText(0).contains("cannot be told from average"),
                    "said before the table is read");
            int top = top(rows, "School code");
            Row heads = rows.get(top);
            Row first = rows.get(top + 1);
            Cell code = first.getCell(column(heads, "School code"));
            assertEquals(CellType.STRING, code.getType());
            assertEquals("0153000000", code.asString());
            assertEquals(
                    CellType.NUMBER, first.getCell(column(heads, "Value-added")).getType());
        }
    }

    @Test
    void givesTheLimitAndTheUnroundedCoefficient() throws IOException {
        Workbook.write(FixtureRun.small(run), Language.EN);
        try (ReadableWorkbook book = read()) {
            List<Row> rows = rows(book, "County balance");
            int coefficient = column(rows.get(0), "CV R2 Backbone teachers");
            int verdict = column(rows.get(0), "Verdict R2 Backbone teachers");
            Row third = rows.stream()
                    .filter(row -> row.getCellText(1).equals("530103")
                            && row.getCellText(2).equals("Primary"))
                    .findFirst()
                    .orElseThrow();
            assertEquals("0.501787", third.getCell(coefficient).asNumber().toPlainString());
            assertEquals("Not met", third.getCellText(verdict));
        }
    }

    @Test
    void namesThatLookLikeFormulasStayText() throws IOException {
        Workbook.write(FixtureRun.small(run), Language.ZH);
        try (ReadableWorkbook book = read()) {
            List<Row> rows = rows(book, "学校增值");
            int top = top(rows, "学校");
            int school = column(rows.get(top), "学校");
            for (String name : FixtureRun.HOSTILE) {
                Cell cell = rows.stream()
                        .skip(top)
                        .map(row -> row.getCell(school))
                        .filter(c -> name.equals(c.getText()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(name + " is lost"));
                assertEquals(CellType.STRING, cell.getType(), name);
            }
        }
        assertEquals(0, count("<f>"), "the workbook has no formula");
    }

    @Test
    void headsStayInSight() throws IOException {
        Workbook.write(FixtureRun.small(run), Language.ZH);
        assertEquals(15, count("state=\"frozen\""), "every sheet but the first has frozen heads");
    }

    @Test
    void itsChartsDrawTheNumbersThatStandBesideThem() throws IOException {
        Workbook.write(FixtureRun.small(run), Language.EN);
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(run.resolve("summary.xlsx")))) {
            XSSFSheet sheet = book.getSheet("Charts");
            List<XSSFChart> charts = sheet.getDrawingPatriarch().getCharts();
            assertEquals(
                    List.of(
                            "County balance: tests in 2024 (met, not met, without verdict)",
                            "Primary: coefficients of variation of resources, year by year",
                            "Junior: coefficients of variation of resources, year by year",
                            "Satisfaction, 2024"),
                    charts.stream()
                            .map(chart -> chart.getTitleText().getString())
                            .toList());
            charts.forEach(
                    chart -> drawn(chart.getCTChart().getPlotArea()).forEach(numbers -> sameNumbers(sheet, numbers)));
        }
    }

    /** Values and the lengths of intervals. */
    private static List<CTNumRef> drawn(CTPlotArea area) {
        Stream<CTNumRef> bars = area.getBarChartList().stream()
                .flatMap(chart -> chart.getSerList().stream())
                .map(series -> series.getVal().getNumRef());
        Stream<CTNumRef> lines = area.getLineChartList().stream()
                .flatMap(chart -> chart.getSerList().stream())
                .flatMap(series -> Stream.concat(
                        Stream.of(series.getVal().getNumRef()),
                        Stream.ofNullable(series.getErrBars())
                                .flatMap(ends -> Stream.of(
                                        ends.getPlus().getNumRef(),
                                        ends.getMinus().getNumRef()))));
        List<CTNumRef> all = Stream.concat(bars, lines).toList();
        assertFalse(all.isEmpty());
        return all;
    }

    private static void sameNumbers(XSSFSheet sheet, CTNumRef numbers) {
        AreaReference cells = new AreaReference(numbers.getF(), SpreadsheetVersion.EXCEL2007);
        assertEquals(sheet.getSheetName(), cells.getFirstCell().getSheetName());
        numbers.getNumCache()
                .getPtList()
                .forEach(point -> assertEquals(
                        Double.parseDouble(point.getV()),
                        sheet.getRow(cells.getFirstCell().getRow() + (int) point.getIdx())
                                .getCell(cells.getFirstCell().getCol())
                                .getNumericCellValue()));
    }

    @Test
    void everySheetFitsPaperAcrossWithItsHeadsOnEveryPage() throws IOException {
        Workbook.write(FixtureRun.small(run), Language.ZH);
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(run.resolve("summary.xlsx")))) {
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                XSSFSheet sheet = book.getSheetAt(i);
                assertTrue(sheet.getFitToPage(), sheet.getSheetName());
                assertEquals(1, sheet.getPrintSetup().getFitWidth(), sheet.getSheetName());
                assertEquals(i > 1, sheet.getRepeatingRows() != null, sheet.getSheetName());
            }
        }
    }

    @Test
    void theSameTablesGiveTheSameBytes() throws IOException {
        Workbook.write(FixtureRun.small(run), Language.ZH);
        byte[] first = Files.readAllBytes(run.resolve("summary.xlsx"));
        Workbook.write(run, Language.ZH);
        assertArrayEquals(first, Files.readAllBytes(run.resolve("summary.xlsx")));
        try (ZipFile zip = new ZipFile(run.resolve("summary.xlsx").toFile());
                InputStream core = zip.getInputStream(zip.getEntry("docProps/core.xml"))) {
            String properties = new String(core.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertTrue(properties.contains("2000-01-01T00:00:00Z"), properties);
        }
    }

    @Test
    void aRunWithoutResultsStillGivesAWorkbook() throws IOException {
        Workbook.write(FixtureRun.empty(run), Language.ZH);
        try (ReadableWorkbook book = read()) {
            assertEquals(1, rows(book, "县域均衡").size());
        }
    }

    private ReadableWorkbook read() throws IOException {
        return new ReadableWorkbook(run.resolve("summary.xlsx").toFile());
    }

    private static List<Row> rows(ReadableWorkbook book, String sheet) throws IOException {
        return book.findSheet(sheet).orElseThrow().read();
    }

    /** The place of the heads among the rows. */
    private static int top(List<Row> rows, String head) {
        int at = 0;
        while (rows.get(at).stream()
                .noneMatch(cell -> cell != null && cell.getText().equals(head))) {
            at++;
        }
        return at;
    }

    private static int column(Row heads, String head) {
        return heads.stream()
                .filter(cell -> cell.getText().equals(head))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no column " + head + " in " + heads))
                .getColumnIndex();
    }

    private int count(String part) throws IOException {
        int count = 0;
        try (ZipFile zip = new ZipFile(run.resolve("summary.xlsx").toFile())) {
            for (var entry : zip.stream()
                    .filter(e -> e.getName().startsWith("xl/worksheets/"))
                    .toList()) {
                String xml =
                        new String(zip.getInputStream(entry).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                count += xml.split(java.util.regex.Pattern.quote(part), -1).length - 1;
            }
        }
        return count;
    }
}
