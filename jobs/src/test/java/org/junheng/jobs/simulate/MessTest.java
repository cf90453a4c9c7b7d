package org.junheng.jobs.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junheng.jobs.table.Schema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessTest {
    @TempDir
    static Path folder;

    private static DrawnDelivery drawn;

    @BeforeAll
    static void draw() throws IOException {
        drawn = DrawnDelivery.in(folder.resolve("province"));
    }

    @Test
    void whatIsInDisorderIsWhereTheLedgerSays() {
        for (Map<String, String> noted : drawn.truth("mess").rows()) {
            Map<String, String> row = drawn.data(noted.get("input_table")).atRow(Integer.parseInt(noted.get("row")));
            String cell = row.getOrDefault(noted.get("column"), "");
            switch (Mess.Kind.valueOf(noted.get("kind"))) {
                case MISSING_CELL, ORPHAN_POINT -> assertEquals("", cell);
                case NEGATIVE -> assertTrue(Double.parseDouble(cell) < 0);
                case NOT_A_NUMBER -> assertThrows(NumberFormatException.class, () -> Double.parseDouble(cell));
                case UNKNOWN_SCHOOL, DUPLICATE_ROW, RECORDED_LATE ->
                    assertEquals(noted.get("school_code"), row.get("school_code"));
                case MERGED_SCHOOL -> assertEquals("MERGED", row.get("link_type"));
                case RENAMED_SCHOOL -> assertEquals("RENAMED", row.get("link_type"));
            }
        }
        for (Class<? extends Record> table : DrawnDelivery.TABLES) {
            String name = Schema.of(table).table();
            int faulty = Stream.of(
                            Mess.Kind.DUPLICATE_ROW,
                            Mess.Kind.UNKNOWN_SCHOOL,
                            Mess.Kind.NOT_A_NUMBER,
                            Mess.Kind.NEGATIVE)
                    .mapToInt(kind -> drawn.noted(name, kind).size())
                    .sum();
            assertTrue(faulty < 0.05 * drawn.data(name).rows().size(), name);
        }
    }

    @Test
    void cellsAreMissingAndPupilsAbsentAsOftenAsTheReadmeSays() {
        List<Map<String, String>> staff = drawn.usable("staff");
        long empty =
                staff.stream().filter(r -> r.get("backbone_teachers").isEmpty()).count();
        assertEquals(Mess.MISSING, share(empty, staff.size()), fourErrors(Mess.MISSING, staff.size()));
        assertEquals(
                empty,
                drawn.truth("mess").rows().stream()
                        .filter(r -> r.get("column").equals("backbone_teachers"))
                        .count());
        List<Map<String, String>> scores = drawn.usable("pupil_scores");
        long absent = scores.stream()
                .filter(r -> Set.of("", "-1").contains(r.get("score")))
                .count();
        assertEquals(Cohort.ABSENT, share(absent, scores.size()), fourErrors(Cohort.ABSENT, scores.size()));
        long priors = scores.stream()
                .filter(r -> r.get("grade").equals("6") && r.get("subject").equals("math"))
                .count();
        assertEquals(
                Cohort.MOVED_IN,
                1 - share(priors, DrawnDelivery.PLAN.pupils()),
                fourErrors(Cohort.MOVED_IN, DrawnDelivery.PLAN.pupils()));
    }

    private static double share(long part, long whole) {
        return (double) part / whole;
    }

    private static double fourErrors(double share, long n) {
        return 4 * Math.sqrt(share * (1 - share) / (double) n);
    }
}
