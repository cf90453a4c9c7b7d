package org.junheng.jobs.publish;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;
import org.junheng.metric.Words;

/** What is said when a folder cannot be written. */
public final class Storage {
    private static final int DEEPEST = 20;
    private static final long MEGABYTE = 1_000_000;
    private static final String FULL = "No space left on device";
    private static final List<String> FAULTS =
            List.of(FULL, "Disk quota exceeded", "Read-only file system", "File too large", "Input/output error");

    private Storage() {}

    public static Refusal refuse(Path path, IOException cause) {
        String what = cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
        return refusal(path.toString(), space(path), what, cause);
    }

    /** The same of a place on another file system. */
    public static Refusal refuse(String place, IOException cause) {
        return refusal(place, new Words("", ""), String.valueOf(cause), cause);
    }

    /**
     * A refusal where a run failed because the system could not store something, wherever it was noticed; else the failure as it is.
     * An engine throws what it has not declared. Where the system does not say
     * which file found no space, the place is named that has less space left: the folder of the results, or that of what an engine keeps between its stages.
     */
    public static RuntimeException told(Path out, Exception failure) {
        return told(out, scratch(), failure);
    }

    static RuntimeException told(Path out, Path scratch, Exception failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < DEEPEST && !(failure instanceof Refusal); i++) {
            String message = String.valueOf(cause.getMessage());
            for (String fault : FAULTS) {
                if (message.contains(fault)) {
                    boolean named = cause instanceof FileSystemException at && at.getFile() != null;
                    Path path = named
                            ? Path.of(String.valueOf(((FileSystemException) cause).getFile()))
                            : fault.equals(FULL) && free(scratch) < free(out) ? scratch : out;
                    return refusal(path.toString(), space(path), fault, failure);
                }
            }
            cause = cause.getCause();
        }
        return failure instanceof RuntimeException as ? as : new IllegalStateException(failure);
    }

    private static Path scratch() {
        String told = System.getenv("SPARK_LOCAL_DIRS");
        return Path.of(told == null || told.isEmpty() ? System.getProperty("java.io.tmpdir") : told.split(",", -1)[0]);
    }

    private static long free(Path path) {
        try {
            return Files.getFileStore(existing(path)).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    private static Path existing(Path path) {
        Path existing = path.toAbsolutePath();
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        return existing;
    }

    private static Refusal refusal(String path, Words space, String what, Exception cause) {
        Refusal refusal = new Refusal(
                ExitStatus.STORAGE,
                "无法写入 " + path + "(" + what + ")。没有发布任何结果；请检查路径、权限和剩余空间" + space.zh() + "。",
                "cannot write " + path + " (" + what
                        + "). Nothing was published; check the path, its permissions and the space left" + space.en()
                        + ".");
        refusal.initCause(cause);
        return refusal;
    }

    /** How much is free where a path lies, and how much the last run beside it takes. */
    private static Words space(Path path) {
        Path existing = existing(path);
        try {
            long free = Files.getFileStore(existing).getUsableSpace() / MEGABYTE;
            Path last = last(existing);
            if (last == null) {
                return new Words("(可用 " + free + " MB)", " (" + free + " MB are free)");
            }
            long size = size(last) / MEGABYTE + 1;
            return new Words(
                    "(可用 " + free + " MB；上一次结果占 " + size + " MB，运行中约需其两倍)",
                    " (" + free + " MB are free; the last run takes " + size
                            + " MB, and one under way about twice as much)");
        } catch (IOException e) {
            return new Words("", "");
        }
    }

    /** The run that {@code current} points to, in the folder for results that a path lies in. */
    private static @Nullable Path last(Path path) throws IOException {
        for (Path folder = path; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("current"))) {
                return folder.resolve("current").toRealPath();
            }
        }
        return null;
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
