package org.junheng.jobs.publish;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.ingest.Delivery;

/** What a run was made of and when, where and how; the only place for time, host and paths. */
public final class Manifest {
    private Manifest() {}

    public static void write(
            Path file, RunIdentity identity, Evaluation evaluation, Delivery delivery, SortedMap<String, Long> rows) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("run_id", identity.id());
        manifest.put("evaluation", evaluation.id());
        manifest.put("evaluation_file", evaluation.file().toAbsolutePath().toString());
        manifest.put("years", evaluation.years());
        manifest.put("baseline", evaluation.baseline());
        manifest.put("policies", evaluation.policies());
        manifest.put("code_sha256", identity.code());
        manifest.put("configuration_sha256", identity.configuration());
        manifest.put("input_sha256", identity.files());
        manifest.put("pseudonym_key_id", delivery.keyId());
        manifest.put("table_rows", rows);
        manifest.put("finished_at", Instant.now().toString());
        manifest.put("host", RunLock.host());
        manifest.put("java", Runtime.version().toString());
        try {
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), manifest);
        } catch (IOException e) {
            throw Storage.refuse(file, e);
        }
    }
}
