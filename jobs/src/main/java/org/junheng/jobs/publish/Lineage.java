package org.junheng.jobs.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.RunSummary;
import org.junheng.metric.Words;

/**
 * The events of a run after the specification of OpenLineage: START, then COMPLETE or FAIL, with the delivered files and their fingerprints as
 * inputs and the published tables with their rows as outputs. A file gets a line for every event, a service a request.
 */
public final class Lineage {
    private static final String PRODUCER = "urn:junheng:0.1.0";
    private static final String SPECIFICATION = "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent";
    private static final String FACETS = "https://openlineage.io/spec/facets/";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int GOOD = 300;

    private final String target;
    private final String evaluation;
    private final List<Map<String, Object>> inputs;
    private final String run = UUID.randomUUID().toString();

    /**
     * @param target a path, or an address that begins with http
     * @param files fingerprints of the delivered files by their path below the folder
     */
    public Lineage(String target, String evaluation, Path folder, SortedMap<String, String> files) {
        this.target = target;
        this.evaluation = evaluation;
        this.inputs = files.entrySet().stream()
                .map(f -> dataset(
                        folder.resolve(f.getKey()).toString(),
                        "facets",
                        facet("version", "1-0-1/DatasetVersionDatasetFacet", "datasetVersion", f.getValue())))
                .toList();
    }

    /** The run begins; what could not be told, in words. */
    public @Nullable Words begins() {
        return tell("START", List.of());
    }

    /** The run has ended, well when there is a summary; what could not be told, in words. */
    public @Nullable Words ends(@Nullable RunSummary summary) {
        if (summary == null) {
            return tell("FAIL", List.of());
        }
        return tell(
                "COMPLETE",
                summary.rows().entrySet().stream()
                        .map(t -> dataset(
                                summary.folder()
                                        .resolve("tables")
                                        .resolve(t.getKey())
                                        .toString(),
                                "outputFacets",
                                facet(
                                        "outputStatistics",
                                        "1-0-2/OutputStatisticsOutputDatasetFacet",
                                        "rowCount",
                                        t.getValue())))
                        .toList());
    }

    private static Map<String, Object> dataset(String path, String kind, Map<String, Object> facets) {
        Map<String, Object> dataset = new LinkedHashMap<>();
        dataset.put("namespace", "file");
        dataset.put("name", path);
        dataset.put(kind, facets);
        return dataset;
    }

    private static Map<String, Object> facet(String name, String schema, String key, Object value) {
        Map<String, Object> facet = new LinkedHashMap<>();
        facet.put("_producer", PRODUCER);
        facet.put("_schemaURL", FACETS + schema + ".json");
        facet.put(key, value);
        return Map.of(name, facet);
    }

    private @Nullable Words tell(String type, List<Map<String, Object>> outputs) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("eventTime", Instant.now().toString());
        event.put("eventType", type);
        event.put("producer", PRODUCER);
        event.put("schemaURL", SPECIFICATION);
        event.put("run", Map.of("runId", run));
        event.put("job", Map.of("namespace", "junheng", "name", evaluation));
        event.put("inputs", inputs);
        event.put("outputs", outputs);
        try {
            String text = new ObjectMapper().writeValueAsString(event);
            if (target.startsWith("http://") || target.startsWith("https://")) {
                send(text);
            } else {
                Files.writeString(
                        Path.of(target),
                        text + "\n",
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            }
            return null;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException | IllegalArgumentException e) {
            return new Words(
                    "血缘事件未能送达 " + target + "(" + e + ")", "lineage could not be told to " + target + " (" + e + ")");
        }
    }

    private void send(String text) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(target))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(text))
                .build();
        try {
            HttpResponse<Void> answer = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() >= GOOD) {
                throw new IOException("HTTP " + answer.statusCode());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
