package org.junheng.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junheng.jobs.config.EvaluationReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an evaluation asks of tables that were not delivered. */
class DemandsTest {
    @TempDir
    Path folder;

    private List<String> missing(String inputs, String outcome) throws IOException {
        String text = """
                evaluation: v
                years: [2023, 2024]
                impact:
                  - id: i
                    treatment: {cluster_type: [EDUCATION_GROUP], role: MEMBER}
                """ + "    outcome: " + outcome + "\ninputs: " + inputs + "\n";
        Path file = Files.writeString(folder.resolve("evaluation.yaml"), text);
        return Demands.tablesMissing(EvaluationReader.read(file, Set.of())).stream()
                .map(words -> words.en().substring(0, words.en().indexOf(" cannot")))
                .toList();
    }

    @Test
    void anOutcomeThatTheRunMakesItselfNeedsWhatItIsMadeOf() throws IOException {
        String clusters = "schools: s.csv, clusters: c.csv, memberships: m.csv";
        assertEquals(List.of(), missing("{" + clusters + ", staff: t.csv}", "{table: resources, column: R1}"));
        assertEquals(
                List.of("H08 staff: the table is not delivered: impact i"),
                missing("{" + clusters + "}", "{table: resources, column: R1}"));
        assertEquals(
                List.of("H08 school_scores: the table is not delivered: impact i"),
                missing("{" + clusters + "}", "{table: school_scores, column: mean_score, grade: 6, subject: math}"));
    }
}
