package org.junheng.jobs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The shared material beside the project's root; a test that needs it is skipped, with a message, where it is absent. */
public final class Shared {
    private Shared() {}

    public static Path path(String relative) {
        String root = System.getProperty("junheng.shared", "../../shared");
        Path path = Path.of(root).resolve(relative).toAbsolutePath().normalize();
        assumeTrue(Files.exists(path), "the shared material is not here: " + relative);
        return path;
    }
}
