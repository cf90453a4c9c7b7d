package org.junheng.jobs.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** What the pages of a report share and each of them loads from beside it: one script, and one style. */
final class Assets {
    /** The file of the script, in the folder of the report. */
    static final String SCRIPT = "report.js";

    /** The file of the style, in the folder of the report. */
    static final String STYLE = "report.css";

    private Assets() {}

    static void write(Path folder) throws IOException {
        Files.writeString(folder.resolve(SCRIPT), resource("report.js"));
        Files.writeString(folder.resolve(STYLE), resource("report.css"));
    }

    /** The style of printed pages. */
    static String printStyle() {
        return resource("print/print.css");
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Assets.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
