package org.junheng.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junheng.jobs.Refusal;
import org.junheng.jobs.Runs;
import org.junheng.jobs.SparkForTests;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.config.EvaluationReader;
import org.junheng.metric.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shared corpus of malformed deliveries: outcome, exit status, account and message of every case. */
class BadInputTest {
    private static final Set<String> POLICIES =
            Set.of("national-2017", "national-2012", "yunnan-2024", "shandong-2020");

    @TempDir
    Path folder;

    @Test
    void everyCaseEndsAsTheCorpusSays() throws IOException, InterruptedException {
        Corpus corpus = Corpus.in(folder.resolve("corpus"));
        List<String> failures = new ArrayList<>();
        int tried = 0;
        Path place = folder.resolve("case");
        for (CSVRecord expected : corpus.cases()) {
            tried++;
            corpus.lay(expected, place);
            String wrong = Corpus.wrong(
                    expected, ended(place, expected.get("args"), expected.get("table")), place.resolve("check"));
            if (!wrong.isEmpty()) {
                failures.add(wrong);
            }
        }
        System.out.println(
                "malformed deliveries: " + (tried - failures.size()) + " of " + tried + " cases as the corpus says");
        assertTrue(tried >= 132, "cases tried: " + tried);
        assertEquals("", String.join("\n", failures));
    }

    private static Corpus.Ended ended(Path place, String args, String table) throws IOException {
        String file = args.startsWith("check ") ? args.substring(6) : "evaluation.yaml";
        try {
            Evaluation evaluation = EvaluationReader.read(place.resolve(file), POLICIES);
            if (args.startsWith("run ")) {
                Runs.of(place.resolve(file), place.resolve(args.replaceFirst(".* --out ", "")));
            }
            Delivery delivery = Ingest.read(SparkForTests.session(), evaluation, place.resolve("spill"));
            CheckFolder.write(place.resolve("check"), delivery);
            Refusal refusal = delivery.refusal();
            List<Words> said = new ArrayList<>(delivery.messages());
            said.addAll(refusal == null ? List.of() : refusal.sentences());
            return new Corpus.Ended(
                    refusal == null ? 0 : refusal.status().code(), text(said), DeliveredFiles.account(delivery, table));
        } catch (Refusal e) {
            return new Corpus.Ended(e.status().code(), text(e.sentences()), "");
        }
    }

    private static String text(List<Words> said) {
        return said.stream().map(w -> w.zh() + "\n" + w.en()).collect(Collectors.joining("\n"));
    }
}
