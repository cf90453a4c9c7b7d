package org.junheng.jobs.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.config.Evaluation;

/**
 * Which run it is, of which day, from what: the part of the manifest that readers find on every page.
 *
 * @param run its id; empty where no run wrote the folder
 * @param asOf the day of the roster; empty = every school year to its end
 * @param asKnownOn what had been recorded by this day; empty = all that is recorded
 * @param hashes SHA-256 of code, configuration, protocol and of all delivered files together, by their names in the manifest
 * @param files SHA-256 of every delivered file
 */
public record Origin(
        String run, String asOf, String asKnownOn, Map<String, String> hashes, SortedMap<String, String> files) {
    private static final String FILES = "input_sha256";

    public static Origin of(RunIdentity identity, Evaluation evaluation) {
        Map<String, String> hashes = new LinkedHashMap<>();
        hashes.put("code_sha256", identity.code());
        hashes.put("configuration_sha256", identity.configuration());
        if (evaluation.protocol() != null) {
            hashes.put("protocol_sha256", Fingerprint.of(evaluation.folder().resolve(evaluation.protocol())));
        }
        hashes.put("inputs_sha256", together(identity.files()));
        return new Origin(
                identity.id(),
                told(evaluation.rosterDays().asOf()),
                told(evaluation.asKnownOn()),
                hashes,
                identity.files());
    }

    /** As the manifest of a published run tells it. */
    public static Origin of(Path run) {
        Path file = run.resolve("manifest.json");
        if (!Files.isRegularFile(file)) {
            return new Origin("", "", "", Map.of(), new TreeMap<>());
        }
        try {
            JsonNode manifest = new ObjectMapper().readTree(file.toFile());
            Map<String, String> hashes = new LinkedHashMap<>();
            SortedMap<String, String> files = new TreeMap<>();
            manifest.properties().stream()
                    .filter(told -> told.getKey().endsWith("_sha256"))
                    .filter(told -> told.getValue().isTextual())
                    .forEach(told -> hashes.put(told.getKey(), told.getValue().asText()));
            manifest.path(FILES)
                    .properties()
                    .forEach(told -> files.put(told.getKey(), told.getValue().asText()));
            return new Origin(
                    manifest.path("run_id").asText(),
                    manifest.path("as_of").asText(),
                    manifest.path("as_known_on").asText(),
                    hashes,
                    files);
        } catch (IOException e) {
            throw Storage.refuse(file, e);
        }
    }

    /** As the manifest holds it. */
    Map<String, Object> told() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("run_id", run);
        told.put("as_of", asOf);
        told.put("as_known_on", asKnownOn);
        told.putAll(hashes);
        told.put(FILES, files);
        return told;
    }

    private static String together(SortedMap<String, String> files) {
        return Fingerprint.of(files.entrySet().stream()
                .map(file -> file.getValue() + "  " + file.getKey() + "\n")
                .collect(Collectors.joining()));
    }

    private static String told(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
