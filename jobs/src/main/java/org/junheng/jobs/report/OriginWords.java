package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junheng.jobs.publish.Origin;
import org.junheng.jobs.report.DossierPage.Part;
import org.junheng.jobs.report.Grid.Cell;

/** Which run a page belongs to, of which day, from what: a line at the foot of every page, and the page about the run. */
record OriginWords(Origin origin, Wording wording) {
    /** Digits of a hash that tell runs apart. */
    private static final int DIGITS = 12;

    /** The page about the run. */
    static final String ID = "run";

    /** The line at the foot of a page, its parts bound to the manifest; none where no run is told. */
    List<Sentence> sentences() {
        List<Sentence> said = new ArrayList<>();
        if (!origin.run().isEmpty()) {
            said.add(say("origin", Map.of("run", told("run_id", origin.run()))));
            said.add(
                    origin.asOf().isEmpty()
                            ? say("origin.ordinary", Map.of())
                            : say("origin.day", Map.of("day", told("as_of", origin.asOf()))));
            if (!origin.asKnownOn().isEmpty()) {
                said.add(say("origin.known", Map.of("day", told("as_known_on", origin.asKnownOn()))));
            }
            said.add(say(
                    "origin.hashes",
                    Map.of("configuration", hash("configuration_sha256"), "inputs", hash("inputs_sha256"))));
        }
        return said;
    }

    /** Everything of it in full, and where it stands in the manifest. */
    Part part() {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(row("run_id", origin.run()));
        rows.add(row("as_of", origin.asOf()));
        rows.add(row("as_known_on", origin.asKnownOn()));
        origin.hashes().forEach((name, hash) -> rows.add(row(name, hash)));
        origin.files()
                .forEach((file, hash) -> rows.add(List.of(words(file), words(hash), words("input_sha256 / " + file))));
        return new Part(
                ID,
                wording.text("page.run.title"),
                wording.text("page.run.lead"),
                new Grid(
                        Stream.of("col.item", "col.told", "col.manifest")
                                .map(head -> words(wording.text(head)))
                                .toList(),
                        rows,
                        0),
                List.of());
    }

    private List<Cell> row(String name, String told) {
        return List.of(
                words(wording.textOr("origin." + name, name)),
                words(told.isEmpty() ? wording.text("origin." + name + ".none") : told),
                words(name));
    }

    private Sentence say(String key, Map<String, Sentence.Part> filling) {
        return Sentence.of(wording, key, "origin", new TreeMap<>(filling));
    }

    private static Sentence.Part told(String name, String told) {
        return new Sentence.Part(told, Source.manifest(name));
    }

    private Sentence.Part hash(String name) {
        String hash = origin.hashes().getOrDefault(name, "");
        return new Sentence.Part(
                hash.substring(0, Math.min(DIGITS, hash.length())), Source.manifest(name + " " + DIGITS));
    }

    private static Cell words(String shown) {
        return new Cell(shown, false);
    }
}
