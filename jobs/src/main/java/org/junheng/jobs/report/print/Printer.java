package org.junheng.jobs.report.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junheng.jobs.publish.Storage;
import org.junheng.jobs.report.PrintedPage;
import org.junheng.jobs.report.PrintedPages;

/** Writes pages into a folder: a PDF of each, and of a province a Word document besides. */
public final class Printer {
    private final Path folder;
    private final Pdf pdf = new Pdf();

    public Printer(Path folder) {
        this.folder = folder;
    }

    /** The files that were written. */
    public List<Path> print(PrintedPage page) {
        String name = PrintedPages.file(page.type(), page.code());
        Path file = folder.resolve(name + ".pdf");
        List<Path> written = new ArrayList<>(List.of(file));
        try {
            Files.createDirectories(folder.resolve(page.type()));
            pdf.write(page, file);
            if (page.type().equals("province")) {
                Path document = folder.resolve(name + ".docx");
                Word.write(page, document);
                written.add(document);
            }
        } catch (IOException e) {
            throw Storage.refuse(folder, e);
        }
        return written;
    }
}
