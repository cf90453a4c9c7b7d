package org.junheng.jobs.ingest;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A delivered file.
 *
 * @param shown its path relative to the evaluation file, with / on every system
 * @param encoding declared charset; null = detected
 */
record SourceFile(Path path, String shown, @Nullable String encoding) {}
