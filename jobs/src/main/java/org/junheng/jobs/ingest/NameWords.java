package org.junheng.jobs.ingest;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junheng.jobs.table.Schema;

/** What the name of a file says of all its rows, where no column says it: the stage (小学, 初中, …) and the school year (2023学年). */
final class NameWords {
    private static final Map<String, String> STAGES =
            Map.of("小学", "PRIMARY", "初中", "JUNIOR", "高中", "SENIOR", "幼儿园", "KINDERGARTEN");
    private static final Pattern YEAR = Pattern.compile("(?<![0-9])((?:19|20)[0-9]{2})(?:[-–—~～至][0-9]{2,4})?学年");

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
        Matcher year = YEAR.matcher(fileName);
        if (year.find() && schema.keys().contains("year")) {
            said.put("year", year.group(1));
        }
        return said;
    }
}
