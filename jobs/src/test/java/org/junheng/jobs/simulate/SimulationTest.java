package org.junheng.jobs.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
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

    /** As many counties as the whole country has, each with its own code and name, its prefecture, and a school that sits grade 9. */
    @Test
    void aProvinceMayHaveThousandsOfCounties() throws IOException {
        Path many = folder.resolve("many");
        Simulation.write(many, Plan.of(9_000, 4, 3_000, 1).withCounties(3_000));
        Delivered counties = Delivered.of(many.resolve("data/counties.csv"));
        List<String> codes = column(counties, "county_code").distinct().toList();
        assertEquals(3_000, codes.size());
        assertEquals(3_000, column(counties, "county_name").distinct().count());
        assertEquals(31, column(counties, "prefecture_code").distinct().count());
        assertEquals(31, column(counties, "prefecture_name").distinct().count());
        for (Map<String, String> county : counties.rows()) {
            String code = county.get("county_code");
            assertTrue(code.matches("53[4-9]\\d{3}") && !code.endsWith("00"), code);
            assertEquals(code.substring(0, 4) + "00", county.get("prefecture_code"));
        }
        Delivered pupils = Delivered.of(many.resolve("data/pupils.csv"));
        assertEquals(3_000, pupils.rows().size());
        assertTrue(Files.readString(many.resolve("README.md")).contains("--schools 9000 --counties 3000 --years 4"));
    }

    @Test
    void namesAndCodesOfCountiesNeverRepeatUpToTheMostThatAreDrawn() {
        Plan most = Plan.of(3 * Geography.MOST, 4, 1, 1).withCounties(Geography.MOST);
        List<DrawnCounty> counties = Geography.draw(most);
        assertEquals(
                Geography.MOST,
                counties.stream().map(DrawnCounty::code).distinct().count());
        assertEquals(
                Geography.MOST,
                counties.stream().map(DrawnCounty::name).distinct().count());
        assertEquals(
                Geography.MOST / 99,
                counties.stream().map(DrawnCounty::prefectureName).distinct().count());
        assertTrue(counties.stream().allMatch(c -> c.schoolCount() == 3));
    }

    @Test
    void moreCountiesThanSchoolsCanFillAreRefused() {
        Plan plan = Plan.of(600, 4, 1, 1);
        Refusal refusal = assertThrows(Refusal.class, () -> plan.withCounties(201));
        assertTrue(refusal.sentences().get(0).en().contains("counties = 201 is outside 1 to 200"));
        assertThrows(Refusal.class, () -> plan.withCounties(0));
        Plan large = Plan.of(800_000, 4, 1, 1);
        assertThrows(Refusal.class, () -> large.withCounties(Geography.MOST + 1));
    }

    private static Stream<String> column(Delivered table, String name) {
        return table.rows().stream().map(row -> row.get(name));
    }

    @Test
    void theSmallestPlanIsAProvinceToo() throws IOException {
        Path smallest = folder.resolve("smallest");
        Simulation.write(smallest, Plan.of(40, 4, 1, 1));
        assertEquals(1, Delivered.of(smallest.resolve("data/pupils.csv")).rows().size());
    }
}
