package org.junheng.jobs.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junheng.jobs.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schools that a block of impact looks at. */
class ImpactBlocksTest {
    @TempDir
    Path folder;

    private ImpactBlock read(String population) throws IOException {
        return read("{table: school_scores, column: mean_score, grade: 6, subject: math}", population);
    }

    private ImpactBlock read(String outcome, String population) throws IOException {
        String text = """
                evaluation: v
                years: [2023, 2024]
                inputs: {schools: schools.csv}
                impact:
                  - id: i
                    treatment: {cluster_type: [EDUCATION_GROUP], role: MEMBER}
                """ + "    outcome: " + outcome + "\n    population: " + population + "\n";
        Path file = Files.writeString(folder.resolve("evaluation.yaml"), text);
        return EvaluationReader.read(file, Set.of()).impact().get(0);
    }

    @Test
    void aPopulationIsWrittenAsTheTablesHoldIt() throws IOException {
        assertEquals(
                Map.of("ownership", List.of("PUBLIC"), "is_quality_school", List.of("true"), "township", List.of("甲乡")),
                read("{ownership: [PUBLIC], is_quality_school: [1], township: [甲乡]}")
                        .population());
        assertEquals(
                Map.of("is_weak_school", List.of("false")),
                read("{is_weak_school: [false]}").population());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ownership: [PUBLC]} | ownership: \"PUBLC\" is none of PRIVATE, PUBLIC",
                "{is_quality_school: [maybe]} | is_quality_school: \"maybe\" is none of 0, 1, false, true",
                "{school_type: []} | school_type: \"[]\" must not be empty",
                "{ownershp: [PUBLIC]} | unknown key \"ownershp\"; the nearest known key is ownership"
            })
    void aValueThatNoSchoolCanHaveIsRefused(String population, String said) {
        Refusal refusal = assertThrows(Refusal.class, () -> read(population));
        assertTrue(refusal.getMessage().contains(said), refusal::getMessage);
    }

    @Test
    void aResultOfAModelNeedsItsBlock() {
        Refusal refusal = assertThrows(
                Refusal.class,
                () -> read("{table: value_added, column: effect, grade: 9, subject: math}", "{ownership: [PUBLIC]}"));
        assertTrue(
                refusal.getMessage()
                        .contains("table: \"value_added\" is a result of this run, which has no block value_added"),
                refusal::getMessage);
    }
}
