package org.junheng.jobs.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junheng.jobs.report.Grid.Cell;
import org.junheng.jobs.report.print.Printer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A table that is too long for paper says on paper that it is cut, by how much, and where the rest is. */
class PrintCutTest {
    private static final int ROWS = 310;
    private static final int PRINTED = 300;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysThatItIsCut(Language language) throws IOException {
        String said = Wording.in(language).text("print.left").replace("{n}", Integer.toString(ROWS - PRINTED));
        assertTrue(said.contains("summary.xlsx") && said.contains("10"), said);
        List<Path> cut = new Printer(folder.resolve("cut")).print(page(language, ROWS));
        assertEquals(2, cut.size());
        assertTrue(letters(pdf(cut.get(0))).contains(letters(said)), "PDF");
        assertTrue(letters(word(cut.get(1))).contains(letters(said)), "document");
        List<Path> whole = new Printer(folder.resolve("whole")).print(page(language, PRINTED));
        assertFalse(letters(pdf(whole.get(0))).contains("summary.xlsx"), "PDF");
        assertFalse(letters(word(whole.get(1))).contains("summary.xlsx"), "document");
    }

    private static PrintedPage page(Language language, int rows) {
        List<Cell> row = List.of(new Cell("county", false), new Cell("1", true));
        Grid grid = Grid.shortened(new Grid(row, Collections.nCopies(rows, row), 0));
        return new PrintedPage(
                Wording.in(language),
                "province",
                "530000",
                "name",
                "",
                "2024",
                "",
                List.of(),
                List.of(new DossierPage.Part("shortfall", "title", "lead", grid, List.of())),
                List.of(),
                List.of(),
                List.of());
    }

    private static String pdf(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String word(Path file) throws IOException {
        try (ZipFile document = new ZipFile(file.toFile());
                InputStream in = document.getInputStream(document.getEntry("word/document.xml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("<[^>]*>", "");
        }
    }

    /** Lines are broken where the sheet ends. */
    private static String letters(String text) {
        return text.replaceAll("\\s", "");
    }
}
