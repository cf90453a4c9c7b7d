package org.junheng.jobs.publish;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.jobs.RunSummary;
import org.junheng.jobs.Stopwatch;
import org.junheng.jobs.config.Audience;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.ingest.Delivery;
import org.junheng.stock.QualityDefinition;

/** What a run was made of and when, where and how; the only place for time, host and paths. */
public final class Manifest {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final TypeReference<SortedMap<String, Long>> COUNTS = new TypeReference<>() {};

    private Manifest() {}

    public static void write(
            Path file,
            RunIdentity identity,
            Evaluation evaluation,
            Delivery delivery,
            RunSummary summary,
            Stopwatch watch) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        Map<String, Object> origin = Origin.of(identity, evaluation).told();
        manifest.put("run_id", origin.remove("run_id"));
        manifest.put("evaluation", evaluation.id());
        manifest.put("evaluation_file", evaluation.file().toAbsolutePath().toString());
        manifest.put("years", evaluation.years());
        manifest.put("baseline", evaluation.baseline());
        manifest.put("policies", evaluation.policies());
        manifest.put("audience", evaluation.audience().name());
        manifest.putAll(origin);
        manifest.put("quality_definition", told(evaluation.qualityDefinition()));
        manifest.put("pseudonym_key_id", delivery.keyId());
        manifest.put(
                "waivers",
                evaluation.waivers().stream()
                        .map(w -> Map.of(
                                "input_table", w.table(),
                                "rule", w.rule(),
                                "reason", w.reason(),
                                "signed_by", w.signedBy(),
                                "signed_on", w.signedOn().toString()))
                        .map(TreeMap::new)
                        .toList());
        manifest.put("rows", summary.account());
        manifest.put("table_rows", summary.rows());
        manifest.put("measures", summary.statuses());
        manifest.put("judgements", summary.verdicts());
        manifest.put("stage_seconds", watch.seconds());
        manifest.put("peak_memory_bytes", Stopwatch.peakMemory());
        manifest.put("finished_at", Instant.now().toString());
        manifest.put("host", RunLock.host());
        manifest.put("java", Runtime.version().toString());
        try {
            JSON.writeValue(file.toFile(), manifest);
        } catch (IOException e) {
            throw Storage.refuse(file, e);
        }
    }

    private static Map<String, Object> told(QualityDefinition definition) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("version", definition.version());
        QualityDefinition.Criteria criteria = definition.criteria();
        if (criteria != null) {
            told.put("standards_met", criteria.standardsMet());
            told.put("subjects_not_below", criteria.subjectsNotBelow());
            told.put("parents_satisfied", criteria.parentsSatisfied());
        }
        return told;
    }

    /** The policies of a published run, in the order of its evaluation. */
    public static List<String> policies(Path run) {
        Path file = run.resolve("manifest.json");
        try {
            List<String> policies = new ArrayList<>();
            JSON.readTree(file.toFile()).path("policies").forEach(policy -> policies.add(policy.asText()));
            return policies;
        } catch (IOException e) {
            throw Storage.refuse(file, e);
        }
    }

    /** For whom the report of a published run was written. */
    public static Audience audience(Path run) {
        Path file = run.resolve("manifest.json");
        try {
            return Audience.valueOf(
                    JSON.readTree(file.toFile()).path("audience").asText(Audience.BUREAU.name()));
        } catch (IOException e) {
            throw Storage.refuse(file, e);
        }
    }

    /** What a published run came to, as its manifest tells it; empty where there is no such run. */
    public static Optional<RunSummary> read(Path run) {
        Path file = run.resolve("manifest.json");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode manifest = JSON.readTree(file.toFile());
            return Optional.of(new RunSummary(
                    manifest.required("run_id").asText(),
                    run,
                    false,
                    JSON.convertValue(manifest.required("rows"), RunSummary.Account.class),
                    JSON.convertValue(manifest.required("table_rows"), COUNTS),
                    JSON.convertValue(manifest.required("measures"), COUNTS),
                    JSON.convertValue(manifest.required("judgements"), COUNTS)));
        } catch (IOException e) {
            throw Storage.refuse(file, e);
        }
    }
}
