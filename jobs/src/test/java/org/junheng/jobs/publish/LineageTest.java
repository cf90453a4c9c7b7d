package org.junheng.jobs.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junheng.jobs.RunSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineageTest {
    @TempDir
    Path folder;

    private Lineage lineage(String target) {
        return new Lineage(target, "yunnan", folder, new TreeMap<>(Map.of("data/schools.csv", "ab12")));
    }

    private RunSummary summary() {
        TreeMap<String, Long> rows = new TreeMap<>(Map.of("measures", 7L));
        return new RunSummary(
                "id",
                folder.resolve("runs/id"),
                true,
                new RunSummary.Account(1, 1, 0),
                rows,
                new TreeMap<>(),
                new TreeMap<>());
    }

    /** The keys that the specification demands of an event, of a run, a job, a data set and a facet. */
    @Test
    void aFileGetsALineForEveryEvent() throws IOException {
        Path file = folder.resolve("events.jsonl");
        Lineage lineage = lineage(file.toString());
        assertNull(lineage.begins());
        assertNull(lineage.ends(summary()));
        List<String> lines = Files.readAllLines(file);
        JsonNode start = new ObjectMapper().readTree(lines.get(0));
        JsonNode complete = new ObjectMapper().readTree(lines.get(1));
        assertEquals(2, lines.size());
        assertEquals("START", start.get("eventType").asText());
        assertEquals("COMPLETE", complete.get("eventType").asText());
        assertEquals(start.get("run"), complete.get("run"));
        for (String key : List.of("eventTime", "producer", "schemaURL")) {
            assertTrue(start.get(key).isTextual(), key);
        }
        assertEquals("yunnan", start.get("job").get("name").asText());
        JsonNode input = start.get("inputs").get(0);
        assertEquals(
                folder.resolve("data/schools.csv").toString(), input.get("name").asText());
        assertEquals(
                "ab12", input.get("facets").get("version").get("datasetVersion").asText());
        JsonNode statistics = complete.get("outputs").get(0).get("outputFacets").get("outputStatistics");
        assertEquals(7, statistics.get("rowCount").asInt());
        assertTrue(statistics.has("_producer") && statistics.has("_schemaURL"));
    }

    @Test
    void aServiceGetsARequestAndARunThatFailedSaysSo() throws IOException {
        List<String> bodies = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/lineage", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(201, -1);
            exchange.close();
        });
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        try {
            assertNull(lineage(address + "/api/v1/lineage").ends(null));
            assertTrue(bodies.get(0).contains("\"eventType\":\"FAIL\""), bodies::toString);
            assertNotNull(lineage(address + "/elsewhere").begins());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whatCannotBeToldIsSaidAndFailsNothing() {
        assertNotNull(lineage(folder.toString()).begins());
        assertNotNull(lineage("http://not a host/").begins());
    }
}
