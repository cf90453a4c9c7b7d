package org.junheng.jobs.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junheng.jobs.Refusal;

/**
 * Results in a remote folder: {@code runs/<id>} as on this machine, and a file {@code current} that holds the path of the last run in place of a link.
 * A run is written to {@code .staging-<id>} and renamed, or written in its place with its manifest last, as the kind of store wants it; then the
 * pointer changes in one step.
 */
final class RemoteResults implements Closeable {
    private static final String CURRENT = "current";
    private static final String MANIFEST = "manifest.json";
    private static final String STAGING = ".staging-";
    private static final String NEXT = ".current-";
    private static final String SHARED = ".shared-";
    private static final List<String> COMPARED =
            List.of(MANIFEST, "check/csv/quality.csv", "tables/measures", "tables/judgements");

    private final RemoteFolder folder;
    private final RemoteLock lock;

    private RemoteResults(RemoteFolder folder, RemoteLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Takes the lock, sweeps what an interrupted run left, and brings what the next run is compared with.
     *
     * @param mirror the folder for results of this machine
     * @throws Refusal LOCKED when another run holds the lock
     */
    static RemoteResults open(RemoteFolder folder, Path mirror) throws IOException {
        RemoteResults results = new RemoteResults(folder, RemoteLock.take(folder));
        for (String name : folder.names()) {
            if (name.startsWith(STAGING) || name.startsWith(NEXT) || name.startsWith(SHARED)) {
                folder.delete(name);
            }
        }
        Optional<String> current = results.current();
        if (current.isPresent()) {
            RemoteFolder run = folder.inside(current.get());
            for (String part : COMPARED) {
                run.fetch(part, mirror.resolve(current.get()).resolve(part));
            }
            Files.createDirectories(mirror);
            Files.createSymbolicLink(mirror.resolve(CURRENT), Path.of(current.get()));
        }
        return results;
    }

    /** The path of the last run, {@code runs/<id>}. */
    private Optional<String> current() throws IOException {
        return folder.text(CURRENT).map(String::strip).filter(path -> path.matches("runs/[^/]+"));
    }

    /** Publishes a run of this machine; one that stands whole already stays. */
    void publish(Path run, String id) throws IOException {
        String place = "runs/" + id;
        boolean renames = folder.publication() == Publication.RENAME;
        if (!folder.has(place + "/" + MANIFEST)) {
            folder.delete(place);
            String staging = renames ? STAGING + id : place;
            send(run, staging);
            if (renames) {
                folder.rename(staging, place);
            }
        }
        lock.require();
        if (renames) {
            folder.write(NEXT + id, place + "\n");
            folder.rename(NEXT + id, CURRENT);
        } else {
            folder.write(CURRENT, place + "\n");
        }
    }

    /** The manifest comes last: where it stands, all stands. */
    private void send(Path run, String to) throws IOException {
        List<Path> parts;
        try (var all = Files.list(run)) {
            parts = all.filter(p -> !p.endsWith(MANIFEST)).sorted().toList();
        }
        for (Path part : parts) {
            folder.send(part, to + "/" + part.getFileName());
        }
        folder.send(run.resolve(MANIFEST), to + "/" + MANIFEST);
    }

    /** Replaces a file or folder beside the runs, when there is something to replace it with. */
    void replace(Path from, String name) throws IOException {
        if (Files.exists(from)) {
            folder.delete(name);
            folder.send(from, name);
        }
    }

    /** Where executors find what the driver wrote for them; gone when this is closed. */
    String shared(String id) {
        return folder.inside(SHARED + id).toString();
    }

    void forget(String id) throws IOException {
        folder.delete(SHARED + id);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
