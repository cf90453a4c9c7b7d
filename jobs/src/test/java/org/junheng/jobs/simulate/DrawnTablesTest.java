package org.junheng.jobs.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junheng.jobs.table.Schema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawnTablesTest {
    private static final Set<String> OF_THE_CLUSTER = Set.of("MANAGEMENT_SEMINAR", "ONLINE_STUDY");

    @TempDir
    static Path folder;

    private static DrawnDelivery drawn;

    @BeforeAll
    static void draw() throws IOException {
        drawn = DrawnDelivery.in(folder.resolve("province"));
    }

    @Test
    void everyTableHasTheHeaderOfTheContractAndRows() throws IOException {
        for (Class<? extends Record> table : DrawnDelivery.TABLES) {
            Schema<?> schema = Schema.of(table);
            Delivered delivered = drawn.data(schema.table());
            assertEquals(schema.names(), delivered.header());
            assertFalse(delivered.rows().isEmpty(), schema.table());
        }
        assertEquals(
                DrawnDelivery.TABLES.size(),
                DrawnDelivery.files(drawn.folder().resolve("data")).size());
        String evaluation = Files.readString(drawn.folder().resolve("evaluation.yaml"));
        for (Class<? extends Record> table : DrawnDelivery.TABLES) {
            String name = Schema.of(table).table();
            assertTrue(evaluation.contains("  " + name + ": data/" + name + ".csv\n"), name);
        }
        assertFalse(evaluation.contains("{{"));
        assertFalse(Files.readString(drawn.folder().resolve("README.md")).contains("{{"));
    }

    @Test
    void keysAreUniqueButForTheRowsNamedAsDuplicates() {
        for (Class<? extends Record> table : DrawnDelivery.TABLES) {
            Schema<?> schema = Schema.of(table);
            Set<List<String>> keys = new HashSet<>();
            long repeated = drawn.data(schema.table()).rows().stream()
                    .filter(row ->
                            !keys.add(schema.keys().stream().map(row::get).toList()))
                    .count();
            assertEquals(drawn.noted(schema.table(), Mess.Kind.DUPLICATE_ROW).size(), repeated, schema.table());
        }
    }

    @Test
    void everySchoolNamedIsKnownInThatYearButForTheRowsNamedAsUnknown() {
        Set<String> known = drawn.data("schools").rows().stream()
                .map(r -> r.get("school_code") + r.get("year"))
                .collect(Collectors.toSet());
        for (String table : List.of(
                "staff",
                "facilities",
                "school_scores",
                "pupil_scores",
                "survey_counts",
                "survey_responses",
                "school_indicators")) {
            List<Map<String, String>> rows = drawn.data(table).rows();
            List<Integer> unknown = IntStream.range(0, rows.size())
                    .filter(i -> !known.contains(
                            rows.get(i).get("school_code") + rows.get(i).get("year")))
                    .mapToObj(i -> i + 2)
                    .toList();
            assertEquals(drawn.noted(table, Mess.Kind.UNKNOWN_SCHOOL), unknown, table);
        }
        Set<String> codes = drawn.data("schools").rows().stream()
                .map(r -> r.get("school_code"))
                .collect(Collectors.toSet());
        for (Map<String, String> row : drawn.data("memberships").rows()) {
            assertTrue(codes.contains(row.get("school_code")));
        }
        for (Map<String, String> row : drawn.data("activities").rows()) {
            boolean isOfOneSchool = !OF_THE_CLUSTER.contains(row.get("kind"));
            assertEquals(isOfOneSchool, codes.contains(row.get("from_school_code")), row.get("kind"));
            assertEquals(isOfOneSchool, codes.contains(row.get("to_school_code")), row.get("kind"));
        }
        for (Map<String, String> row : drawn.data("school_links").rows()) {
            assertTrue(codes.contains(row.get("school_code")) && codes.contains(row.get("successor_code")));
        }
        assertTrue(codes.stream().allMatch(c -> c.matches("[0-9]{10}")));
        assertTrue(codes.stream().anyMatch(c -> c.startsWith("00")));
    }

    @Test
    void everyKindOfSchoolAndClusterOccurs() {
        assertEquals(10, drawn.values("schools", "school_type").size());
        assertEquals(4, drawn.values("clusters", "cluster_type").size());
        assertEquals(Set.of("PUBLIC", "PRIVATE"), drawn.values("schools", "ownership"));
        assertEquals(Set.of("RENAMED", "MERGED"), drawn.values("school_links", "link_type"));
        assertTrue(drawn.values("memberships", "left_on").size() > 1, "someone leaves");
        assertTrue(
                drawn.values("memberships", "joined_on").contains(DrawnDelivery.PLAN.lastYear() + "-09-01"),
                "someone joins late");
        List<Long> points = drawn.data("schools").rows().stream()
                .filter(r -> r.get("school_type").equals("TEACHING_POINT")
                        && r.get("counts_as_school").equals("false"))
                .map(r -> drawn.pupils(r.get("school_code"), r.get("year")))
                .toList();
        assertTrue(points.stream().anyMatch(p -> p < 50) && points.stream().anyMatch(p -> p >= 50));
    }
}
