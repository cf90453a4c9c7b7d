package org.junheng.jobs.ingest;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junheng.jobs.config.Input;

/**
 * A delivered file, or one sheet of it.
 *
 * @param shown its path relative to the evaluation file, with / on every system
 * @param input what the evaluation says of it
 */
record SourceFile(Path path, String shown, Input input) {
    /** Of a wide table the same file for each of its headings; else the file. */
    Stream<SourceFile> parts() {
        return input.parts().stream()
                .map(p -> p.getKey().isEmpty()
                        ? this
                        : new SourceFile(path, shown + "#" + Spelt.shown(p.getKey()), p.getValue()));
    }

    /** The same file, one of its sheets. */
    SourceFile sheet(String name) {
        return new SourceFile(path, shown + "#" + Spelt.shown(name), input);
    }
}
