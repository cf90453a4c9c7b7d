package org.junheng.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The committed sample, evaluated once for all tests that read its results. */
public final class SampleRun {
    public static final Path SAMPLE =
            Path.of("..", "sample-data").toAbsolutePath().normalize();

    private static @Nullable Path folder;

    private SampleRun() {}

    /** The folder of the published run, below {@code target}. */
    public static synchronized Path folder() {
        if (folder == null) {
            Path out = Path.of("target", "sample-run").toAbsolutePath();
            clear(out);
            folder = Runs.of(SAMPLE.resolve("evaluation.yaml"), out);
        }
        return folder;
    }

    private static void clear(Path out) {
        if (!Files.exists(out)) {
            return;
        }
        try (Stream<Path> old = Files.walk(out)) {
            for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
