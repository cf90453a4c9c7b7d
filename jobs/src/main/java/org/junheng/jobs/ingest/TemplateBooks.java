package org.junheng.jobs.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;
import org.junheng.jobs.table.Inputs;
import org.junheng.jobs.table.Schema;

/** A template workbook for every table of the contract. */
public final class TemplateBooks {
    private TemplateBooks() {}

    /** @throws Refusal when the folder cannot be written */
    public static void write(Path folder) {
        try {
            Files.createDirectories(folder);
            for (Schema<?> table : Inputs.ALL) {
                TemplateBook.write(folder.resolve(table.table() + ".xlsx"), table);
            }
        } catch (IOException e) {
            throw new Refusal(
                    ExitStatus.STORAGE,
                    "无法写入 " + folder + "：" + e.getMessage(),
                    "cannot write " + folder + ": " + e.getMessage());
        }
    }
}
