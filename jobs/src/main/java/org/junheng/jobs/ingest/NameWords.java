package org.junheng.jobs.ingest;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Schema;

/** What the name of a file says of all its rows, where no column says it: the stage (小学, 初中, …) and the school year (2023学年). */
final class NameWords {
    private static final Map<String, String> STAGES =
            Map.of("小学", "PRIMARY", "初中", "JUNIOR", "高中", "SENIOR", "幼儿园", "KINDERGARTEN");
    private static final Pattern YEAR =
            Pattern.compile("(?<![0-9])((?:19|20)[0-9]{2})(?:[-–—~～至]([0-9]{4}|[0-9]{2}))?学年");

    private NameWords() {}

    static Map<String, String> of(String fileName, Schema<?> schema) {
        Map<String, String> said = new TreeMap<>();
        Set<String> stages = new TreeSet<>();
        STAGES.forEach((word, stage) -> {
            if (fileName.contains(word)) {
                stages.add(stage);
            }
        });
        if (stages.size() == 1 && schema.keys().contains("stage")) {
            said.put("stage", stages.iterator().next());
        }
        Set<String> years = new TreeSet<>();
        Matcher year = YEAR.matcher(fileName);
        while (year.find()) {
            years.add(isOne(year.group(1), year.group(2)) ? year.group(1) : year.group());
        }
        if (years.size() == 1 && schema.keys().contains("year")) {
            years.stream().filter(y -> y.length() == 4).forEach(y -> said.put("year", y));
        }
        return said;
    }

    /** 2023-2024 is one school year, 2021-2024 are several. */
    private static boolean isOne(String year, @Nullable String next) {
        return next == null || String.valueOf(Integer.parseInt(year) + 1).endsWith(next);
    }
}
