package org.junheng.jobs.ingest;

import java.nio.file.Path;
import org.junheng.jobs.config.Input;

/**
 * A delivered file, or one sheet of it.
 *
 * @param shown its path relative to the evaluation file, with / on every system
 * @param input what the evaluation says of it
 */
record SourceFile(Path path, String shown, Input input) {
    /** The same file, one of its sheets. */
    SourceFile sheet(String name) {
        return new SourceFile(path, shown + "#" + Spelt.shown(name), input);
    }
}
