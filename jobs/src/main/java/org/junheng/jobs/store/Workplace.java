package org.junheng.jobs.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.publish.Storage;

/**
 * Where a command reads its delivery and leaves its results: on this machine, or on any file system that Hadoop knows. What lies elsewhere is worked
 * on in a folder of this machine that only this user may read and that is gone in the end: the delivery is fetched as a whole, results are sent as a
 * whole.
 */
public final class Workplace implements Closeable {
    /** The setting that tells where executors find what the driver wrote for them. */
    public static final String SHARED = "spark.junheng.shared";

    private final Path evaluation;
    private final @Nullable Path scratch;
    private final @Nullable String told;
    private final String id = UUID.randomUUID().toString();
    private @Nullable RemoteResults results;
    private @Nullable Path mirror;

    /** @param told where results go, as the user said it or as it follows from where the delivery lies */
    private Workplace(Path evaluation, @Nullable Path scratch, @Nullable String told) {
        this.evaluation = evaluation;
        this.scratch = scratch;
        this.told = told;
    }

    /** @param out where results go; null = {@code out} beside the evaluation file */
    public static Workplace of(String evaluation, @Nullable String out) {
        if (!RemoteFolder.isNamedBy(evaluation)) {
            boolean remote = out != null && RemoteFolder.isNamedBy(out);
            return new Workplace(Path.of(evaluation), remote ? scratch() : null, out);
        }
        int end = evaluation.lastIndexOf('/');
        String folder = evaluation.substring(0, end);
        String results = out == null ? folder + "/out" : out;
        Path scratch = scratch();
        Workplace place =
                new Workplace(scratch.resolve("delivery").resolve(evaluation.substring(end + 1)), scratch, results);
        try {
            place.fetch(RemoteFolder.at(folder), results);
            return place;
        } catch (IOException e) {
            place.sweep();
            throw Storage.refuse(evaluation, e);
        }
    }

    private static Path scratch() {
        try {
            return Files.createTempDirectory("junheng");
        } catch (IOException e) {
            throw Storage.refuse(System.getProperty("java.io.tmpdir"), e);
        }
    }

    private void fetch(RemoteFolder delivery, String out) throws IOException {
        String results = RemoteFolder.isNamedBy(out) ? RemoteFolder.at(out).toString() : "";
        for (String name : delivery.names()) {
            if (!delivery.inside(name).toString().equals(results)) {
                delivery.fetch(name, evaluation.resolveSibling(name));
            }
        }
    }

    /** The evaluation file, on this machine. */
    public Path evaluation() {
        return evaluation;
    }

    /** The folder for results, on this machine; when they go elsewhere, the lock is taken there and what stands is brought. */
    public Path out(Path folder) {
        String out = told;
        if (out == null || !RemoteFolder.isNamedBy(out)) {
            Path local = out == null ? folder.resolve("out") : Path.of(out);
            return local.toAbsolutePath().normalize();
        }
        Path here = scratch == null ? folder : scratch.resolve("out");
        mirror = here;
        try {
            results = RemoteResults.open(RemoteFolder.at(out), here);
            return here;
        } catch (IOException e) {
            throw Storage.refuse(out, e);
        }
    }

    /** What the engine must know. */
    public Map<String, String> settings() {
        return results == null ? Map.of() : Map.of(SHARED, results.shared(id));
    }

    /** A run of this machine is published where results go. */
    public void publish(Path run) {
        if (results != null) {
            try {
                results.publish(run, String.valueOf(run.getFileName()));
            } catch (IOException e) {
                throw Storage.refuse(String.valueOf(told), e);
            }
        }
    }

    /** The last run under the name that does not change, where there is one that people can open. */
    public Path current(Path run) {
        Path runs = run.getParent();
        return mirror != null || runs == null ? run : runs.resolveSibling("current");
    }

    /** A path below the folder for results, as users know it. */
    public String shown(Path path) {
        Path here = mirror;
        return here != null && path.startsWith(here) ? told + "/" + here.relativize(path) : path.toString();
    }

    /** Sends what stands beside the runs, lets go of the lock and sweeps the folder of this machine. */
    @Override
    public void close() {
        try (RemoteResults closing = results) {
            if (closing != null && mirror != null) {
                for (String name : List.of("check", "junheng.prom")) {
                    closing.replace(mirror.resolve(name), name);
                }
                closing.forget(id);
            }
        } catch (IOException e) {
            throw Storage.refuse(String.valueOf(told), e);
        } finally {
            results = null;
            sweep();
        }
    }

    private void sweep() {
        if (scratch == null) {
            return;
        }
        try (Stream<Path> all = Files.walk(scratch)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw Storage.refuse(scratch, e);
        }
    }
}
