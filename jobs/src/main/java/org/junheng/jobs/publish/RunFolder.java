package org.junheng.jobs.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junheng.jobs.RunSummary;

/**
 * A run while it is written, {@code .staging-<id>}, and its publication: everything is forced to disk, the folder is renamed to
 * {@code runs/<id>}, and the pointer {@code current} is replaced. Both moves are atomic, so a reader sees one whole run or the one before it.
 */
public final class RunFolder {
    private static final String STAGING = ".staging-";
    private static final String NEXT = ".current-";

    private final Path out;
    private final String id;
    private final Path staging;

    private RunFolder(Path out, String id) {
        this.out = out;
        this.id = id;
        this.staging = out.resolve(STAGING + id);
    }

    /** Opens a fresh staging folder and sweeps what an interrupted run left behind; the lock must be held. */
    public static RunFolder open(Path out, String id) {
        try {
            try (Stream<Path> left = Files.list(out)) {
                for (Path orphan : left.filter(RunFolder::isPassing).toList()) {
                    delete(orphan);
                }
            }
            return new RunFolder(out, id).begun();
        } catch (IOException e) {
            throw Storage.refuse(out, e);
        }
    }

    private RunFolder begun() throws IOException {
        try {
            Files.createDirectories(scratch());
            return this;
        } catch (IOException e) {
            delete(staging);
            throw e;
        }
    }

    /**
     * The run of an id that was published before: the pointer is set to it, and what it came to is told. The lock must be held.
     *
     * @return empty where there is none
     */
    public static Optional<RunSummary> standing(Path out, String id) {
        Optional<RunSummary> summary = Manifest.read(out.resolve("runs").resolve(id));
        if (summary.isPresent()) {
            try {
                new RunFolder(out, id).point(Path.of("runs", id));
            } catch (IOException e) {
                throw Storage.refuse(out, e);
            }
        }
        return summary;
    }

    /** Where the run is written. */
    public Path path() {
        return staging;
    }

    /** Where the run will stand. */
    public Path published() {
        return out.resolve("runs").resolve(id);
    }

    /** For files that do not outlive the run. */
    public Path scratch() {
        return staging.resolve(".scratch");
    }

    /** Publishes the run and returns its folder. A run of the same id holds the same content, so the one that is there stays. */
    public Path publish() {
        try {
            delete(scratch());
            Path run = published();
            Files.createDirectories(out.resolve("runs"));
            if (Files.isDirectory(run)) {
                delete(staging);
            } else {
                force(staging);
                Files.move(staging, run, StandardCopyOption.ATOMIC_MOVE);
                forceFolder(out.resolve("runs"));
            }
            point(Path.of("runs", id));
            return run;
        } catch (IOException e) {
            throw Storage.refuse(out, e);
        }
    }

    private static boolean isPassing(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(STAGING) || name.startsWith(NEXT);
    }

    /** Removes what was written; nothing is published. */
    public void abandon() {
        try {
            delete(staging);
        } catch (IOException e) {
            throw Storage.refuse(staging, e);
        }
    }

    private void point(Path target) throws IOException {
        Path next = out.resolve(NEXT + id);
        Files.deleteIfExists(next);
        Files.createSymbolicLink(next, target);
        Files.move(next, out.resolve("current"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(out);
    }

    private static void force(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.walk(folder)) {
            paths = all.toList();
        }
        for (Path path : paths) {
            if (Files.isRegularFile(path)) {
                try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            } else {
                forceFolder(path);
            }
        }
    }

    private static void forceFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void delete(Path path) throws IOException {
        if (Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            List<Path> paths;
            try (Stream<Path> all = Files.walk(path)) {
                paths = all.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path p : paths) {
                Files.delete(p);
            }
        }
    }
}
