package org.junheng.jobs.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.config.Input;
import org.junheng.metric.Words;

/**
 * Which tables have come, as a scheduled run finds it: one that is not due yet is left out until it is there, one that is overdue is missed, one whose
 * files were written long ago is called old. Only the first changes what is computed; it is another delivery then, with another id.
 *
 * @param evaluation without the tables that are awaited
 * @param written when the newest file of a table was written
 */
public record Arrivals(Evaluation evaluation, List<Words> messages, SortedMap<String, Instant> written) {

    public static Arrivals of(Evaluation evaluation, LocalDate today) {
        SortedMap<String, Input> come = new TreeMap<>(evaluation.inputs());
        List<Words> messages = new ArrayList<>();
        SortedMap<String, Instant> written = new TreeMap<>();
        for (Input input : evaluation.inputs().values()) {
            List<Path> files = InputFiles.paths(evaluation.folder(), input);
            if (files.isEmpty()) {
                if (isAwaited(input, today)) {
                    come.remove(input.table());
                }
                absent(input, today, messages);
            } else {
                written.put(input.table(), newest(files));
                old(input, written.get(input.table()), evaluation, today, messages);
            }
        }
        boolean all = come.size() == evaluation.inputs().size();
        return new Arrivals(all ? evaluation : evaluation.withInputs(come), List.copyOf(messages), written);
    }

    private static boolean isAwaited(Input input, LocalDate today) {
        LocalDate by = input.arrival().expectedBy();
        return by != null && !today.isAfter(by) && !input.table().equals("schools");
    }

    private static void absent(Input input, LocalDate today, List<Words> messages) {
        LocalDate by = input.arrival().expectedBy();
        if (by == null) {
            return;
        }
        String what = input.table() + " (" + input.path() + ")";
        messages.add(
                isAwaited(input, today)
                        ? new Words(
                                what + " 尚未送达，期限 " + by + "；本次不含此表，送达后再次运行即重新计算",
                                what + " has not arrived, it is expected by " + by
                                        + "; this run does without it, and one after its arrival computes anew")
                        : new Words(what + " 逾期未到，期限 " + by, what + " is overdue, it was expected by " + by));
    }

    private static void old(
            Input input, Instant written, Evaluation evaluation, LocalDate today, List<Words> messages) {
        Integer most = input.arrival().maxAgeDays();
        LocalDate day = written.atZone(evaluation.timezone()).toLocalDate();
        long age = ChronoUnit.DAYS.between(day, today);
        if (most != null && age > most) {
            messages.add(new Words(
                    input.table() + " 的文件写于 " + day + "，距今 " + age + " 天，超过 " + most + " 天；请确认是否有新的数据",
                    "the files of " + input.table() + " were written on " + day + ", " + age + " days ago, more than "
                            + most + "; see whether newer ones should be there"));
        }
    }

    private static Instant newest(List<Path> files) {
        Instant newest = Instant.MIN;
        try {
            for (Path file : files) {
                Instant written = Files.getLastModifiedTime(file).toInstant();
                newest = written.isAfter(newest) ? written : newest;
            }
            return newest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
