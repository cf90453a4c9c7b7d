package org.junheng.jobs.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.junheng.jobs.publish.Storage;
import org.junheng.metric.Words;

/**
 * What a late or corrected delivery changed: from what, and how many numbers and verdicts moved, against the run that stood before.
 *
 * @param before the id of the run before
 * @param causes files that are new, gone or other than before, and "code" and "configuration" when those are
 */
public record ChangedSince(String before, String after, List<String> causes, List<RunDifference.Counts> counts) {
    private static final int SHOWN = 5;
    private static final String FILES = "input_sha256";

    /** Nothing when the runs are of different evaluations. */
    public static Optional<ChangedSince> between(PublishedRun before, PublishedRun after) {
        JsonNode was = manifest(before);
        JsonNode is = manifest(after);
        if (!was.path("evaluation").equals(is.path("evaluation"))) {
            return Optional.empty();
        }
        return Optional.of(
                new ChangedSince(before.id(), after.id(), causes(was, is), RunDifference.counts(before, after)));
    }

    private static JsonNode manifest(PublishedRun run) {
        Path file = run.folder().resolve("manifest.json");
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw Storage.refuse(file, e);
        }
    }

    private static List<String> causes(JsonNode was, JsonNode is) {
        List<String> causes = new ArrayList<>();
        for (String part : List.of("code", "configuration")) {
            if (!was.path(part + "_sha256").equals(is.path(part + "_sha256"))) {
                causes.add(part);
            }
        }
        NavigableSet<String> files = new TreeSet<>();
        was.path(FILES).fieldNames().forEachRemaining(files::add);
        is.path(FILES).fieldNames().forEachRemaining(files::add);
        files.removeIf(file -> was.path(FILES).path(file).equals(is.path(FILES).path(file)));
        causes.addAll(files);
        return causes;
    }

    /** For people. */
    public List<Words> sentences() {
        List<Words> sentences = new ArrayList<>();
        String others = causes.size() > SHOWN ? ", … (" + causes.size() + ")" : "";
        String from = String.join(", ", causes.subList(0, Math.min(SHOWN, causes.size()))) + others;
        if (!causes.isEmpty()) {
            sentences.add(new Words(
                    "与上一次结果 " + before + " 相比有变：" + from, "Changed since the run before, " + before + ": " + from));
        }
        for (RunDifference.Counts c : counts) {
            sentences.add(new Words(
                    c.table() + "：变化 " + c.changed() + "，新增 " + c.added() + "，消失 " + c.removed() + "，相同 " + c.same(),
                    c.table() + ": " + c.changed() + " changed, " + c.added() + " added, " + c.removed() + " gone, "
                            + c.same() + " the same"));
        }
        if (counts.stream().anyMatch(c -> !c.isNone())) {
            String command = "junheng diff OUT/runs/" + before + " OUT/runs/" + after;
            sentences.add(new Words("逐项列出：" + command, "Listed one by one by: " + command));
        }
        return sentences;
    }

    /** For programs. */
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("since", before);
        facts.put("causes", causes);
        counts.forEach(c -> facts.put(c.table(), c.kinds()));
        return facts;
    }
}
