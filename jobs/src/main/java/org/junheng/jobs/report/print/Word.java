package org.junheng.jobs.report.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.junheng.jobs.report.DossierPage.Part;
import org.junheng.jobs.report.Grid;
import org.junheng.jobs.report.Picture;
import org.junheng.jobs.report.PrintedPage;
import org.junheng.jobs.report.office.FixedZip;
import org.junheng.jobs.report.office.Redrawn;
import org.junheng.jobs.report.svg.XmlText;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/**
 * A printed page as a Word document that can be worked on: headings that a table of contents finds, native tables, native charts with their
 * numbers; the same page gives the same bytes.
 */
final class Word {
    /** A4 with its margins, in twentieths of a point. */
    private static final long WIDTH = 11_906;

    private static final long HEIGHT = 16_838;
    private static final long MARGIN = 1_000;
    private static final int TITLE = 20;
    private static final int HEADING = 14;
    private static final int TEXT = 10;
    private static final int SMALL = 9;

    private final XWPFDocument document = new XWPFDocument();
    private final WordTables tables = new WordTables(document, WIDTH - 2 * MARGIN);
    private final WordCharts charts = new WordCharts(document);

    static void write(PrintedPage page, Path file) throws IOException {
        Word word = new Word();
        try (XWPFDocument document = word.document;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            word.sheet();
            WordHeadings.define(document);
            word.fill(page);
            document.getProperties().getCoreProperties().setTitle(page.title());
            document.getProperties().getCoreProperties().setCreator("Junheng");
            document.write(out);
            FixedZip.copy(out.toByteArray(), file);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException("a chart cannot be part of the document", e);
        }
    }

    private void sheet() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(WIDTH));
        size.setH(BigInteger.valueOf(HEIGHT));
        CTPageMar margin = section.addNewPgMar();
        margin.setTop(BigInteger.valueOf(MARGIN));
        margin.setBottom(BigInteger.valueOf(MARGIN));
        margin.setLeft(BigInteger.valueOf(MARGIN));
        margin.setRight(BigInteger.valueOf(MARGIN));
        margin.setHeader(BigInteger.valueOf(MARGIN / 2));
        margin.setFooter(BigInteger.valueOf(MARGIN / 2));
        margin.setGutter(BigInteger.ZERO);
    }

    private void fill(PrintedPage page) throws IOException, InvalidFormatException {
        text(page.title(), TITLE, WordTables.BLUE);
        text(page.lies().isEmpty() ? page.code() : page.code() + " · " + page.lies(), SMALL, WordTables.SOFT);
        text(page.years(), SMALL, WordTables.SOFT);
        if (!page.origin().isEmpty()) {
            text(page.origin(), SMALL, WordTables.SOFT);
        }
        if (!page.sentences().isEmpty()) {
            heading(page.text("said"), 1);
            tables.said(page.sentences());
        }
        for (Part part : page.first()) {
            part(part, page, 1);
        }
        if (!page.pictures().isEmpty()) {
            heading(page.text("charts"), 1);
        }
        for (Picture picture : page.pictures()) {
            heading(picture.chart().title(), 2);
            charts.add(Redrawn.of(picture.chart()));
            numbers(picture.numbers());
        }
        heading(page.text("reading"), 1);
        page.reading().forEach(sentence -> text("· " + sentence, SMALL, WordTables.SOFT));
        if (!page.annex().isEmpty()) {
            heading(page.text("annex"), 1);
        }
        for (Part part : page.annex()) {
            part(part, page, 2);
        }
    }

    private void part(Part part, PrintedPage page, int level) {
        heading(part.title(), level);
        text(part.lead(), SMALL, WordTables.SOFT);
        if (part.grid().isEmpty()) {
            text(page.empty(), TEXT, WordTables.INK);
        } else {
            tables.grid(part.grid());
            if (part.grid().left() > 0) {
                text(page.left(part.grid()), SMALL, WordTables.SOFT);
            }
        }
        part.notes().forEach(note -> text("· " + note, SMALL, WordTables.SOFT));
    }

    private void numbers(Grid numbers) {
        if (!numbers.isEmpty()) {
            tables.grid(numbers);
        }
    }

    private void heading(String words, int level) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(WordHeadings.style(level));
        paragraph.setKeepNext(true);
        run(paragraph, words, level == 1 ? HEADING : TEXT + 1, WordTables.BLUE);
    }

    private void text(String words, int size, String colour) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.LEFT);
        paragraph.setSpacingAfter(60);
        run(paragraph, words, size, colour);
    }

    static void run(XWPFParagraph paragraph, String words, int size, String colour) {
        XWPFRun run = paragraph.createRun();
        run.setText(XmlText.allowed(words));
        run.setFontSize(size);
        run.setColor(colour);
        run.setFontFamily("Microsoft YaHei", XWPFRun.FontCharRange.eastAsia);
        run.setFontFamily("Arial", XWPFRun.FontCharRange.ascii);
        run.setFontFamily("Arial", XWPFRun.FontCharRange.hAnsi);
    }
}
