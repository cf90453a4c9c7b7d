package org.junheng.jobs.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The report of a run: a page of the whole, a page for each area and cluster, and the script and the style that all of them share. Each page carries its
 * own data; everything opens from disk and fetches nothing from elsewhere.
 */
public final class Report {
    private Report() {}

    /** Writes {@code RUN/report/index.html} and the pages beside it from the published tables of the run. */
    public static void write(Path runFolder, Language language) {
        write(runFolder, SummaryTables.of(runFolder), language);
    }

    /** Writes the pages from tables that were read before, where the workbook is written too. */
    public static void write(Path runFolder, SummaryTables tables, Language language) {
        Display display = Display.of(tables, Wording.in(language));
        SubjectCharts charts = SubjectCharts.of(tables, display);
        LightPages pages =
                new LightPages(TemplateEngine.createPrecompiled(null, ContentType.Html, Report.class.getClassLoader()));
        Page page = pages.overview(Page.of(tables, display, charts));
        try {
            Path folder = Files.createDirectories(runFolder.resolve("report"));
            Files.write(
                    folder.resolve("index.html"),
                    pages.html("report.jte", Map.of("page", page)).toByteArray());
            Assets.write(folder);
            new DossierPages(tables, display, charts).write(pages, folder, page.lists());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the report", e);
        }
    }
}
