package org.junheng.jobs.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.config.EvaluationReader;
import org.junheng.metric.Words;
import org.junheng.rules.RuleBook;

/**
 * What a published run says it was made of.
 *
 * @param file the evaluation file
 * @param day of the roster
 * @param code, configuration, protocol SHA-256; the protocol's is empty without one
 * @param files SHA-256 of every delivered file
 */
public record Provenance(
        String id,
        Path file,
        EvaluationReader.Day day,
        String code,
        String configuration,
        String protocol,
        SortedMap<String, String> files) {

    /**
     * As the manifest of a run tells it, when the evaluation file is still the same.
     *
     * @throws Refusal when the manifest does not say, or the evaluation file is not there or has changed
     */
    public static Provenance of(Path run) {
        Provenance told = read(run.resolve("manifest.json"));
        if (!Files.isRegularFile(told.file)) {
            throw refusal(
                    List.of(new Words("评价配置文件不存在：" + told.file, "the evaluation file is not there: " + told.file)));
        } else if (!Fingerprint.of(told.file).equals(told.configuration)) {
            throw refusal(
                    List.of(new Words("评价配置文件已改动：" + told.file, "the evaluation file has changed: " + told.file)));
        }
        return told;
    }

    /**
     * Demands that what the run was made of is as it was.
     *
     * @param languages in one of which the run was made
     * @throws Refusal with exit status 2, saying what has changed
     */
    public void requireUnchanged(Evaluation evaluation, RuleBook rules, List<String> languages) {
        List<RunIdentity> now = languages.stream()
                .map(language -> RunIdentity.of(evaluation, rules, language))
                .toList();
        if (now.stream().noneMatch(identity -> identity.id().equals(id))) {
            throw refusal(changes(now.get(0), evaluation));
        }
    }

    private List<Words> changes(RunIdentity now, Evaluation evaluation) {
        List<Words> changes = new ArrayList<>();
        SortedSet<String> all = new TreeSet<>(files.keySet());
        all.addAll(now.files().keySet());
        for (String name : all) {
            if (!Objects.equals(files.get(name), now.files().get(name))) {
                changes.add(changed(name, files.containsKey(name), now.files().containsKey(name)));
            }
        }
        if (!code.equals(now.code())) {
            changes.add(new Words("程序已改动(不是同一版本)", "the program has changed (it is another version)"));
        }
        String scoring = evaluation.protocol();
        if (scoring != null
                && !Fingerprint.of(evaluation.folder().resolve(scoring)).equals(protocol)) {
            changes.add(new Words("评分方案已改动：" + scoring, "the protocol has changed: " + scoring));
        }
        return changes.isEmpty() ? List.of(new Words("规则手册或豁免已改动", "a rule book or a waiver has changed")) : changes;
    }

    private static Words changed(String file, boolean wasThere, boolean isThere) {
        if (!isThere) {
            return new Words("数据文件已不存在：" + file, "a delivered file is gone: " + file);
        }
        return wasThere
                ? new Words("数据文件已改动：" + file, "a delivered file has changed: " + file)
                : new Words("新增数据文件：" + file, "a delivered file is new: " + file);
    }

    private static Refusal refusal(List<Words> changes) {
        List<Words> sentences = new ArrayList<>(List.of(new Words(
                "无法追溯：本次评价所依据的内容已与发布时不同。请恢复原状，或重新运行后再追溯。",
                "This cannot be traced: what the run was made of is not as it was. Restore it, or run again and trace the new"
                        + " run.")));
        sentences.addAll(changes);
        return new Refusal(ExitStatus.WRONG_USAGE, sentences);
    }

    private static @Nullable LocalDate day(JsonNode told, String key) {
        String day = told.path(key).asText("");
        return day.isEmpty() ? null : LocalDate.parse(day);
    }

    private static Provenance read(Path manifest) {
        try {
            JsonNode told = new ObjectMapper().readTree(manifest.toFile());
            SortedMap<String, String> files = new TreeMap<>();
            told.path("input_sha256")
                    .properties()
                    .forEach(f -> files.put(f.getKey(), f.getValue().asText()));
            return new Provenance(
                    told.path("run_id").asText(""),
                    Path.of(told.path("evaluation_file").asText("")),
                    new EvaluationReader.Day(day(told, "as_of"), day(told, "as_known_on")),
                    told.path("code_sha256").asText(""),
                    told.path("configuration_sha256").asText(""),
                    told.path("protocol_sha256").asText(""),
                    files);
        } catch (IOException | DateTimeException | java.nio.file.InvalidPathException e) {
            throw refusal(List.of(new Words("无法读取 " + manifest, "cannot read " + manifest)));
        }
    }
}
