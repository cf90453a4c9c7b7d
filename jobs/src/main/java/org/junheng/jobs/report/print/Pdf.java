package org.junheng.jobs.report.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Calendar;
import java.util.EnumSet;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junheng.jobs.report.PrintedPage;
import org.junheng.jobs.report.svg.XmlText;

/** Printed pages as PDF: A4, letters embedded, pictures as vectors, nothing fetched; the same page gives the same bytes. */
final class Pdf {
    private static final int WEIGHT = 400;
    private static final int YEAR_OF_NO_TIME = 2000;

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, PrintedPage.class.getClassLoader());
    private final byte[] font = Font.bytes();

    Pdf() {
        XRLog.setLoggingEnabled(false);
    }

    void write(PrintedPage page, Path file) throws IOException {
        StringOutput html = new StringOutput();
        templates.render("print.jte", page, html);
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .withProducer("Junheng")
                .useUriResolver((base, uri) -> null)
                .useSVGDrawer(new BatikSVGDrawer())
                .useFont(
                        () -> new ByteArrayInputStream(font),
                        Font.FAMILY,
                        WEIGHT,
                        FontStyle.NORMAL,
                        true,
                        EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG))
                .withHtmlContent(wellFormed(html.toString()), null);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                OutputStream out = Files.newOutputStream(file)) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            PDDocument pdf = renderer.getPdfDocument();
            timeless(pdf);
            pdf.save(out);
        }
    }

    /** Without what XML may not hold; a mark that it may hold only where a section ends is spelt out. */
    private static String wellFormed(String html) {
        return XmlText.allowed(html).replace("]]>", "]]&gt;");
    }

    private static void timeless(PDDocument pdf) {
        Calendar never = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        never.clear();
        never.set(YEAR_OF_NO_TIME, Calendar.JANUARY, 1);
        pdf.getDocumentInformation().setCreationDate(never);
        pdf.getDocumentInformation().setModificationDate(never);
        pdf.setDocumentId(1L);
    }
}
