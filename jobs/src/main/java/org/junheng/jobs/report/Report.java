package org.junheng.jobs.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The report of a run: one page that opens from disk, carries its own script, style and data, and fetches nothing. */
public final class Report {
    private Report() {}

    /** Writes {@code RUN/report/index.html} from the published tables of the run. */
    public static void write(Path runFolder, Language language) {
        write(runFolder, SummaryTables.of(runFolder), language);
    }

    /** Writes the page from tables that were read before, where the workbook is written too. */
    public static void write(Path runFolder, SummaryTables tables, Language language) {
        Utf8ByteOutput html = new Utf8ByteOutput();
        TemplateEngine.createPrecompiled(null, ContentType.Html, Report.class.getClassLoader())
                .render("report.jte", Page.of(tables, language), html);
        try {
            Path folder = Files.createDirectories(runFolder.resolve("report"));
            try (OutputStream file = Files.newOutputStream(folder.resolve("index.html"))) {
                html.writeTo(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the report", e);
        }
    }
}
