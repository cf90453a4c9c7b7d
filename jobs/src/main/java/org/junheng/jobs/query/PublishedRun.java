package org.junheng.jobs.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;
import org.junheng.jobs.publish.Storage;

/** A published run: a folder with {@code manifest.json} and {@code tables/}. */
public record PublishedRun(Path folder) {

    /**
     * The run that somebody names: its folder, the pointer to it, or the folder {@code OUT} that holds the pointer. The bare word {@code
     * current} is also looked for in {@code out} under the working folder.
     *
     * @throws Refusal when there is no run
     */
    public static PublishedRun find(Path told) {
        Path below = Path.of("out").resolve(told);
        return Stream.of(told, told.resolve("current"), below)
                .filter(PublishedRun::isRun)
                .findFirst()
                .map(run -> new PublishedRun(real(run)))
                .orElseThrow(() -> new Refusal(
                        ExitStatus.WRONG_USAGE,
                        told + " 不是一次评价的结果文件夹(缺 manifest.json 和 tables)。请给出 OUT/current 或 OUT/runs/ 下的文件夹。",
                        told + " is not the folder of a run (no manifest.json and tables in it). Name OUT/current, or a"
                                + " folder below OUT/runs."));
    }

    /** The run that stands below a folder for results. */
    public static Optional<PublishedRun> standing(Path out) {
        return Optional.of(out.resolve("current")).filter(PublishedRun::isRun).map(run -> new PublishedRun(real(run)));
    }

    /** The run's id: the name of its folder. */
    public String id() {
        return String.valueOf(folder.getFileName());
    }

    /** The published tables, in the order of their names. */
    public List<String> tables() {
        try (Stream<Path> all = Files.list(folder.resolve("tables"))) {
            return all.filter(Files::isDirectory)
                    .map(p -> String.valueOf(p.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw Storage.refuse(folder, e);
        }
    }

    private static boolean isRun(Path folder) {
        return Files.isRegularFile(folder.resolve("manifest.json")) && Files.isDirectory(folder.resolve("tables"));
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw Storage.refuse(folder, e);
        }
    }
}
