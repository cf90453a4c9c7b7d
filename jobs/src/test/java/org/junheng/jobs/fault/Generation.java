package org.junheng.jobs.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junheng.jobs.publish.RunFolder;
import org.junheng.jobs.publish.RunLock;

/** A run in small: some files that all hold the name of their run, published as runs are; and what a reader finds of it. */
final class Generation {
    private static final int FILES = 4;
    private static final int LINES = 400;

    private Generation() {}

    /** Takes the lock, writes a run and publishes it. */
    @SuppressWarnings("try") // the lock is held, not used
    static void publish(Path out, String id) throws IOException {
        try (RunLock lock = RunLock.take(out)) {
            RunFolder folder = RunFolder.open(out, id);
            boolean published = false;
            try {
                Files.writeString(folder.scratch().resolve("passing"), id);
                for (int i = 0; i < FILES; i++) {
                    Path file =
                            folder.path().resolve("tables").resolve(i % 2 + "").resolve("file" + i);
                    Files.createDirectories(file.getParent());
                    Files.write(file, content(id).getBytes(StandardCharsets.UTF_8));
                }
                folder.publish();
                published = true;
            } finally {
                if (!published) {
                    folder.abandon();
                }
            }
        }
    }

    private static String content(String id) {
        return (id + "\n").repeat(LINES);
    }

    /** The run that a reader of {@code current} sees, or what is wrong with it, or with another run that stands there. */
    static String seen(Path out) throws IOException {
        List<Path> runs = new ArrayList<>();
        if (Files.isDirectory(out.resolve("runs"))) {
            try (Stream<Path> all = Files.list(out.resolve("runs"))) {
                all.forEach(runs::add);
            }
        }
        for (Path run : runs) {
            String name = String.valueOf(run.getFileName());
            if (!name.equals(whole(run))) {
                return "damaged: runs/" + name + " is " + whole(run);
            }
        }
        Path current = out.resolve("current");
        return Files.exists(current, LinkOption.NOFOLLOW_LINKS) ? whole(current) : "nothing";
    }

    /** The run to which every file of a folder belongs. */
    private static String whole(Path run) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(run.toRealPath())) {
            files = all.filter(Files::isRegularFile).toList();
        }
        if (files.size() != FILES) {
            return "damaged: " + files.size() + " files";
        }
        String id = Files.readString(files.get(0)).lines().findFirst().orElse("");
        for (Path file : files) {
            if (!Files.readString(file).equals(content(id))) {
                return "damaged: " + file;
            }
        }
        return id;
    }

    /** What stands in the folder for results beside lock and owner. */
    static List<String> left(Path out) throws IOException {
        try (Stream<Path> all = Files.list(out)) {
            return all.map(p -> String.valueOf(p.getFileName()))
                    .filter(n -> !n.equals(".lock"))
                    .sorted()
                    .toList();
        }
    }
}
