package org.junheng.jobs.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Worksheet;
import org.junheng.jobs.report.office.ChartSheet;
import org.junheng.jobs.report.office.FixedZip;
import tech.tablesaw.api.Table;

/** The summary tables as a workbook. Every text is a text cell, so that nothing in a name is ever a formula. */
public final class Workbook {
    private static final int SENTENCES_ON_READING = 8;

    /** The place of the sheet of charts. */
    private static final int CHARTS = 2;

    private Workbook() {}

    /** Writes {@code RUN/summary.xlsx} from the published tables of the run; the same tables give the same bytes. */
    public static void write(Path runFolder, Language language) {
        write(runFolder, SummaryTables.of(runFolder), language);
    }

    /** Writes the workbook from tables that were read before, where the page is written too. */
    public static void write(Path runFolder, SummaryTables tables, Language language) {
        Path draft = runFolder.resolve("summary.xlsx.draft");
        try {
            ChartSheet charts = draw(tables, language, draft);
            FixedZip.copy(draft, charts, runFolder.resolve("summary.xlsx"));
            Files.delete(draft);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the workbook", e);
        }
    }

    private static ChartSheet draw(SummaryTables tables, Language language, Path file) throws IOException {
        Wording wording = Wording.in(language);
        Display display = Display.of(tables, wording);
        List<String> alike = new ValueAddedWords(tables, wording)
                .sentences().stream().map(Sentence::text).toList();
        try (OutputStream out = Files.newOutputStream(file);
                org.dhatim.fastexcel.Workbook book = new org.dhatim.fastexcel.Workbook(out, "Junheng", "1.0")) {
            reading(book.newWorksheet(wording.text("sheet.reading")), wording, tables);
            String name = wording.text("sheet.charts");
            ChartSheet charts = new SummaryCharts(tables, display).write(book.newWorksheet(name), name, CHARTS);
            for (Table table : sheets(tables)) {
                try (Worksheet sheet = book.newWorksheet(wording.text("sheet." + table.name()))) {
                    boolean ofSchools = table == tables.valueAdded();
                    new Sheet(sheet, table, display, ofSchools ? alike : List.of()).write();
                }
            }
            return charts;
        }
    }

    private static List<Table> sheets(SummaryTables tables) {
        return List.of(
                tables.balance(),
                tables.shortfall(),
                tables.gaps(),
                tables.valueAdded(),
                tables.fits(),
                tables.leadMember(),
                tables.satisfaction(),
                tables.stock(),
                tables.flows(),
                tables.impact(),
                tables.review(),
                tables.verdicts(),
                tables.notAssessed(),
                tables.quality(),
                tables.rules());
    }

    private static void reading(Worksheet sheet, Wording wording, SummaryTables tables) {
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.width(0, 24);
        sheet.width(1, 110);
        sheet.value(0, 0, tables.places().title(wording) + " " + wording.text("page.title"));
        sheet.style(0, 0).bold().fontSize(14).set();
        int row = 2;
        for (Sentence sentence : new Headline(tables, wording).sentences()) {
            row = line(sheet, row, sentence.label(), sentence.text());
        }
        row++;
        for (int i = 1; i <= SENTENCES_ON_READING; i++) {
            row = line(sheet, row, i == 1 ? wording.text("page.section.reading") : "", wording.text("reading." + i));
        }
        row++;
        row = line(sheet, row, wording.text("sheet.charts"), wording.text("note.charts"));
        for (Table table : sheets(tables)) {
            row = line(sheet, row, wording.text("sheet." + table.name()), wording.text("note." + table.name()));
        }
    }

    private static int line(Worksheet sheet, int row, String label, String text) {
        sheet.value(row, 0, label);
        sheet.style(row, 0).bold().verticalAlignment("top").set();
        sheet.value(row, 1, text);
        sheet.style(row, 1).wrapText(true).verticalAlignment("top").set();
        return row + 1;
    }
}
