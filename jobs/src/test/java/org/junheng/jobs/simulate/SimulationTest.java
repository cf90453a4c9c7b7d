package org.junheng.jobs.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junheng.jobs.Refusal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationTest {
    @TempDir
    static Path folder;

    private static DrawnDelivery drawn;

    @BeforeAll
    static void draw() throws IOException {
        drawn = DrawnDelivery.in(folder.resolve("province"));
    }

    @Test
    void thePlanDecidesEveryByteWhateverTheLocale() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            Simulation.write(folder.resolve("again"), DrawnDelivery.PLAN);
        } finally {
            Locale.setDefault(before);
        }
        Simulation.write(folder.resolve("other"), DrawnDelivery.PLAN.withSeed(12));
        for (Path file : DrawnDelivery.files(drawn.folder())) {
            assertEquals(
                    -1,
                    Files.mismatch(
                            drawn.folder().resolve(file),
                            folder.resolve("again").resolve(file)),
                    file::toString);
        }
        assertEquals(DrawnDelivery.files(drawn.folder()), DrawnDelivery.files(folder.resolve("again")));
        assertNotEquals(
                -1,
                Files.mismatch(
                        drawn.folder().resolve("data/pupil_scores.csv"),
                        folder.resolve("other/data/pupil_scores.csv")));
    }

    @Test
    void anEvaluationThatIsThereIsNotOverwritten() {
        Refusal refusal = assertThrows(Refusal.class, () -> Simulation.write(drawn.folder(), DrawnDelivery.PLAN));
        assertEquals(2, refusal.status().code());
        assertTrue(refusal.sentences().get(0).en().contains("evaluation.yaml"));
    }

    @Test
    void aPlanOutsideTheLimitsIsRefusedWithTheLimits() {
        Refusal refusal = assertThrows(Refusal.class, () -> Plan.of(600, 3, 12_000, 1));
        assertEquals(2, refusal.status().code());
        assertTrue(refusal.sentences().get(0).en().contains("years = 3 is outside 4 to 30"));
        assertThrows(Refusal.class, () -> Plan.of(39, 4, 1000, 1));
        assertThrows(Refusal.class, () -> Plan.of(600, 4, 0, 1));
    }

    @Test
    void theSmallestPlanIsAProvinceToo() throws IOException {
        Path smallest = folder.resolve("smallest");
        Simulation.write(smallest, Plan.of(40, 4, 1, 1));
        assertEquals(1, Delivered.of(smallest.resolve("data/pupils.csv")).rows().size());
    }
}
