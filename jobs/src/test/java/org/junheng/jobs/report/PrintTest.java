package org.junheng.jobs.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.openxml4j.opc.internal.PackagePropertiesPart;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junheng.jobs.config.Audience;
import org.junheng.jobs.report.PrintedPages.Depth;
import org.junheng.jobs.report.print.Printer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLineSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumDataSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;

/** What is on paper is what was published, and can be read back: text as text, letters embedded, charts with their numbers. */
class PrintTest {
    private static final String HOSTILE = FixtureRun.HOSTILE.get(2);

    /** What a word processor would follow, fetch or compute. */
    private static final Pattern ACTIVE = Pattern.compile(
            "<w:(fldSimple|instrText|hyperlink|object|altChunk|attachedTemplate)|TargetMode=\"External\"|<script|<img");

    @TempDir
    static Path folder;

    private static SummaryTables tables;

    @BeforeAll
    static void publish() {
        tables = SummaryTables.of(FixtureRun.small(folder.resolve("run")), Audience.SCHOOL, List.of());
    }

    /** A page that is printed once for all tests. */
    private static Path print(String type, String code, Language language, Depth depth) {
        Path to = folder.resolve(language + "-" + depth);
        Path file = to.resolve(PrintedPages.file(type, code) + ".pdf");
        if (!Files.exists(file)) {
            new Printer(to)
                    .print(new PrintedPages(tables, language)
                            .of(type, code, depth)
                            .orElseThrow());
        }
        return file;
    }

    private static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void aProvinceSaysInBothLanguagesWhatTheNumbersSay() throws IOException {
        String zh = text(print("province", "530000", Language.ZH, Depth.SHORT));
        for (String said : List.of("教育集群评价报告", "县域均衡", "各县达标情况", "限值", "怎样阅读", "1 / ")) {
            assertTrue(zh.contains(said), said + " in " + zh);
        }
        String en = text(print("province", "530000", Language.EN, Depth.SHORT));
        for (String said : List.of("Education cluster evaluation", "County balance", "How to read this")) {
            assertTrue(en.contains(said), said + " in " + en);
        }
    }

    @Test
    void aCountyShowsItsNumbersAsTheyWerePublished() throws IOException {
        String page = text(print("county", FixtureRun.county(2), Language.EN, Depth.SHORT));
        for (int year = 2021; year <= 2024; year++) {
            String published = Numbers.figure(FixtureMeasures.cv(2, year, "PRIMARY", "R2"));
            assertTrue(page.contains(published), published + " in " + page);
        }
        assertTrue(page.contains("Clauses that are not met"), page);
        String every = text(print("county", FixtureRun.county(2), Language.EN, Depth.FULL));
        assertTrue(every.contains("Annex"), every);
        assertFalse(page.contains("Annex"), page);
    }

    @Test
    void namesStayTextAndNothingElseIsInThePages() throws IOException {
        Path pdf = print("cluster", "C0", Language.ZH, Depth.SHORT);
        String page = text(pdf).replaceAll("\\s", "");
        assertTrue(page.contains(HOSTILE.replaceAll("\\s", "")), page);
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertFalse(document.getDocumentCatalog().getCOSObject().containsKey(COSName.getPDFName("OpenAction")));
            for (PDPage sheet : document.getPages()) {
                assertEquals(List.of(), sheet.getAnnotations());
            }
        }
    }

    @Test
    void everyLetterIsEmbedded() throws IOException {
        try (PDDocument document = Loader.loadPDF(
                print("county", FixtureRun.county(2), Language.EN, Depth.SHORT).toFile())) {
            int fonts = 0;
            for (PDPage sheet : document.getPages()) {
                for (COSName name : sheet.getResources().getFontNames()) {
                    assertTrue(sheet.getResources().getFont(name).isEmbedded(), name.getName());
                    fonts++;
                }
            }
            assertTrue(fonts > 0);
        }
    }

    @Test
    void theSamePageGivesTheSameBytes() throws IOException {
        Path file = print("cluster", "C0", Language.ZH, Depth.SHORT);
        byte[] first = Files.readAllBytes(file);
        Files.delete(file);
        assertArrayEquals(first, Files.readAllBytes(print("cluster", "C0", Language.ZH, Depth.SHORT)));
    }

    /** Written once in this second and once in another: also the workbooks behind its charts hold no time. */
    @Test
    void theSamePageGivesTheSameDocument() throws IOException, InterruptedException {
        Path pdf = print("province", "530000", Language.ZH, Depth.SHORT);
        Path document = folder.resolve("ZH-SHORT/province/530000.docx");
        byte[] first = Files.readAllBytes(document);
        Files.delete(pdf);
        Thread.sleep(2_100); // times in such a file have a step of two seconds
        print("province", "530000", Language.ZH, Depth.SHORT);
        assertArrayEquals(first, Files.readAllBytes(document));
    }

    @Test
    void theDocumentHasNativeTablesAndChartsWithTheirNumbers() throws IOException, InvalidFormatException {
        print("province", "530000", Language.EN, Depth.SHORT);
        Path file = folder.resolve("EN-SHORT/province/530000.docx");
        try (InputStream in = Files.newInputStream(file);
                XWPFDocument document = new XWPFDocument(in)) {
            XWPFTable balance = document.getTables().stream()
                    .filter(table -> table.getText().contains("Tests met"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(1 + 2 * 12, balance.getRows().size(), "the head, and two stages of twelve counties");
            assertTrue(balance.getRow(0).isRepeatHeader());
            assertTrue(document.getCharts().size() >= 4, document.getCharts().size() + " charts");
            for (XWPFChart chart : document.getCharts()) {
                List<CTNumDataSource> drawn = drawn(chart.getCTChart().getPlotArea());
                assertFalse(drawn.isEmpty());
                for (int i = 0; i < drawn.size(); i++) {
                    sameNumbers(drawn.get(i), chart.getWorkbook().getSheetAt(0), i + 1);
                }
            }
        }
    }

    private static List<CTNumDataSource> drawn(CTPlotArea area) {
        return Stream.concat(
                        area.getLineChartList().stream()
                                .flatMap(lines -> lines.getSerList().stream())
                                .map(CTLineSer::getVal),
                        area.getBarChartList().stream()
                                .flatMap(bars -> bars.getSerList().stream())
                                .map(CTBarSer::getVal))
                .toList();
    }

    private static void sameNumbers(CTNumDataSource drawn, XSSFSheet sheet, int column) {
        drawn.getNumRef()
                .getNumCache()
                .getPtList()
                .forEach(point -> assertEquals(
                        Double.parseDouble(point.getV()),
                        sheet.getRow((int) point.getIdx() + 1).getCell(column).getNumericCellValue()));
    }

    /** A name is one text, whatever it looks like: no field, link, object or formula comes of it, in the document or in a workbook behind a chart. */
    @Test
    void namesAreInertInTheDocument() throws IOException, InvalidFormatException {
        Path file = folder.resolve("hostile.docx");
        Path csv = folder.resolve("hostile/csv");
        FixtureRun.small(folder.resolve("hostile"));
        Path subjects = csv.resolve("subjects.csv");
        String named = Files.readString(subjects);
        for (int county = 0; county < FixtureRun.HOSTILE.size(); county++) {
            String name = "\"" + FixtureRun.HOSTILE.get(county).replace("\"", "\"\"") + "\"";
            String code = FixtureRun.county(county);
            named = named.replaceFirst(
                    "(?m)^county," + code + ",[^,]*,", Matcher.quoteReplacement("county," + code + "," + name + ","));
        }
        Files.writeString(subjects, named);
        SummaryTables hostile = SummaryTables.of(folder.resolve("hostile"), Audience.SCHOOL);
        List<Path> written = new Printer(folder.resolve("hostile-out"))
                .print(new PrintedPages(hostile, Language.ZH)
                        .of("province", "530000", Depth.FULL)
                        .orElseThrow());
        Files.copy(written.get(1), file);
        try (InputStream in = Files.newInputStream(file);
                XWPFDocument document = new XWPFDocument(in)) {
            String text = document.getTables().stream().map(XWPFTable::getText).collect(Collectors.joining());
            FixtureRun.HOSTILE.forEach(name -> assertTrue(text.contains(name), name));
            for (PackagePart part : document.getPackage().getParts()) {
                if (part.getContentType().endsWith("xml") && !(part instanceof PackagePropertiesPart)) {
                    String xml = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                    assertFalse(ACTIVE.matcher(xml).find(), part.getPartName() + " is active");
                }
            }
            for (XWPFChart chart : document.getCharts()) {
                chart.getWorkbook()
                        .getSheetAt(0)
                        .forEach(row -> row.forEach(
                                cell -> assertNotEquals(CellType.FORMULA, cell.getCellType(), cell.toString())));
            }
        }
    }

    @Test
    void theDocumentFetchesNothing() throws IOException, InvalidFormatException {
        print("province", "530000", Language.ZH, Depth.SHORT);
        try (InputStream in = Files.newInputStream(folder.resolve("ZH-SHORT/province/530000.docx"));
                XWPFDocument document = new XWPFDocument(in)) {
            for (var part : document.getPackage().getParts()) {
                if (!part.isRelationshipPart()) {
                    for (PackageRelationship link : part.getRelationships()) {
                        assertEquals(
                                TargetMode.INTERNAL,
                                link.getTargetMode(),
                                link.getTargetURI().toString());
                    }
                }
            }
        }
    }
}
