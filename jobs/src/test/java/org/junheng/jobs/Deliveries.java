package org.junheng.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The same delivery in other clothes. */
public final class Deliveries {
    private Deliveries() {}

    /** Every table becomes a folder of files; its rows are dealt out in another order unless the seed is 0. */
    public static void dealt(Path drawn, Path to, int files, long seed) throws IOException {
        Files.createDirectories(to);
        List<Path> tables;
        try (Stream<Path> all = Files.list(drawn.resolve("data"))) {
            tables = all.sorted().toList();
        }
        for (Path table : tables) {
            List<String> lines = Files.readAllLines(table);
            List<String> rows = new ArrayList<>(lines.subList(1, lines.size()));
            if (seed != 0) {
                Collections.shuffle(rows, new Random(seed));
            }
            String name = table.getFileName().toString().replace(".csv", "");
            Path parts = Files.createDirectories(to.resolve("data/" + name));
            int size = (rows.size() + files - 1) / files;
            for (int from = 0; from < rows.size(); from += size) {
                List<String> part = new ArrayList<>(List.of(lines.get(0)));
                part.addAll(rows.subList(from, Math.min(rows.size(), from + size)));
                Files.write(parts.resolve("part-" + from + ".csv"), part);
            }
        }
        Files.copy(drawn.resolve("protocol.yaml"), to.resolve("protocol.yaml"));
        String evaluation = Files.readString(drawn.resolve("evaluation.yaml"));
        Files.writeString(to.resolve("evaluation.yaml"), evaluation.replaceAll("(data/\\w+)\\.csv", "$1"));
    }
}
