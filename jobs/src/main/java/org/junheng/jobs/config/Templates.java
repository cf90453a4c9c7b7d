package org.junheng.jobs.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;
import org.junheng.jobs.table.Inputs;
import org.junheng.jobs.table.Schema;

/** What a new evaluation starts from. */
public final class Templates {
    private Templates() {}

    /** @throws Refusal when a file is there already, or the folder cannot be written */
    public static void write(Path folder) {
        try {
            Files.createDirectories(folder.resolve("data"));
            copy("evaluation.yaml", folder);
            copy("protocol.yaml", folder);
            for (Schema<?> table : Inputs.ALL) {
                create(folder.resolve("data").resolve(table.table() + ".csv"), String.join(",", table.names()) + "\n");
            }
        } catch (IOException e) {
            throw new Refusal(
                    ExitStatus.STORAGE,
                    "无法写入 " + folder + ":" + e.getMessage(),
                    "cannot write " + folder + ": " + e.getMessage());
        }
    }

    private static void copy(String name, Path folder) throws IOException {
        try (InputStream in = Templates.class.getResourceAsStream("/templates/" + name)) {
            if (in == null) {
                throw new IllegalStateException("template " + name + " is not packaged");
            }
            create(folder.resolve(name), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static void create(Path file, String text) throws IOException {
        if (Files.exists(file)) {
            throw new Refusal(
                    ExitStatus.WRONG_USAGE,
                    file + " 已存在，不覆盖。请另选空文件夹。",
                    file + " exists and is not overwritten. Choose an empty folder.");
        }
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
