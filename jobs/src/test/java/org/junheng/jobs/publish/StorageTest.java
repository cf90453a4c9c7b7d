package org.junheng.jobs.publish;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junheng.jobs.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which place is named when something could not be stored and the system does not say where. */
class StorageTest {
    @TempDir
    Path folder;

    private Path small;
    private Path other;

    @BeforeEach
    void mounted() throws Exception {
        small = Files.createDirectories(folder.resolve("small"));
        other = Files.createDirectories(folder.resolve("other"));
        assumeTrue(done("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", small.toString()), "no right to mount");
    }

    @AfterEach
    void unmounted() throws Exception {
        done("umount", small.toString());
    }

    private static boolean done(String... command) throws Exception {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false; // there is no such command
        }
    }

    private static String said(Path out, Path scratch, String fault) {
        RuntimeException told = Storage.told(out, scratch, new UncheckedIOException(new IOException(fault)));
        assertTrue(told instanceof Refusal, told::toString);
        return ((Refusal) told).sentences().get(0).en();
    }

    @Test
    void ofTwoPlacesTheOneWithLessSpaceLeft() {
        String full = "No space left on device";
        assertTrue(said(other, small, full).contains("cannot write " + small + " (" + full + ")"));
        assertTrue(said(small, other, full).contains("cannot write " + small + " (" + full + ")"));
        assertTrue(said(other, other.resolve("scratch"), full).contains("cannot write " + other + " ("));
    }

    @Test
    void theResultsWhereSpaceIsNotTheMatter() {
        assertTrue(said(other, small, "Read-only file system").contains("cannot write " + other + " ("));
        RuntimeException bug = new IllegalStateException("another thing");
        assertSame(bug, Storage.told(other, small, bug));
    }
}
