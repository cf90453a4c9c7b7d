package org.junheng.jobs.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junheng.jobs.Refusal;
import org.junheng.jobs.config.ValueAddedBlock.Further;
import org.junheng.jobs.config.ValueAddedBlock.MissingPrior;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a block of value_added may ask for beside its model, and what does not go together. */
class ValueAddedBlocksTest {
    @TempDir
    Path folder;

    private ValueAddedBlock read(String lines) throws IOException {
        String text = """
                evaluation: v
                years: [2023, 2024]
                inputs: {schools: schools.csv}
                value_added:
                  - id: v
                    outcome: {year: 2024, grade: 9}
                    subjects: [math]
                """ + "    " + String.join("\n    ", lines.split(";", -1)) + "\n";
        Path file = Files.writeString(folder.resolve("evaluation.yaml"), text);
        return EvaluationReader.read(file, Set.of()).valueAdded().get(0);
    }

    @Test
    void pupilsWithoutAPriorMayStayAndStructuresStandBeside() throws IOException {
        ValueAddedBlock v =
                read("prior: [{year: 2021, grade: 6}];missing_prior: keep;structures: [random_slope, counties]");
        assertEquals(MissingPrior.KEEP, v.missingPrior());
        assertEquals(List.of(Further.RANDOM_SLOPE, Further.COUNTIES), v.structures());
        ValueAddedBlock plain = read("prior: []");
        assertEquals(MissingPrior.COMPLETE_CASES, plain.missingPrior());
        assertEquals(-1, plain.latestPrior());
    }

    @Test
    void theNewestPriorIsTheLatestYearAndThenTheHighestGrade() throws IOException {
        assertEquals(
                1,
                read("prior: [{year: 2021, grade: 6}, {year: 2023, grade: 8}]").latestPrior());
        assertEquals(
                0,
                read("prior: [{year: 2021, grade: 6}, {year: 2021, grade: 5}]").latestPrior());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prior: [];structures: [random_slope] | structures",
                "prior: [];structures: [counties, feeder_schools] | structures",
                "prior: [{year: 2021, grade: 6, reliability: 0.9}];structures: [counties] | structures",
                "prior: [{year: 2021, grade: 6, reliability: 0.9}];missing_prior: keep | missing_prior",
                "prior: [{year: 2021, grade: 6}];missing_prior: keep;pooled_years: [2022] | missing_prior",
                "prior: [{year: 2021, grade: 6}];missing_prior: mean | missing_prior"
            })
    void whatDoesNotGoTogetherIsRefusedByName(String lines, String key) {
        Refusal refusal = assertThrows(Refusal.class, () -> read(lines));
        assertTrue(refusal.getMessage().contains(key), refusal::getMessage);
    }
}
