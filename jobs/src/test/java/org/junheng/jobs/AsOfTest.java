package org.junheng.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.config.EvaluationReader;
import org.junheng.jobs.ingest.Ingest;
import org.junheng.jobs.ingest.Room;
import org.junheng.jobs.stage.Judge;
import org.junheng.jobs.table.Judgements;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junheng.rules.RuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A group of lead L and members A, B (from 1 November 2024) and C (until 15 January 2025, the first day outside) as of different days of the last school year. */
class AsOfTest {
    private static final Schema<Measures> MEASURES = Schema.of(Measures.class);
    private static final Schema<Judgements> JUDGEMENTS = Schema.of(Judgements.class);
    private static final String EVALUATION = """
        evaluation: e
        years: [2023, 2024]
        policies: [alliance-plans, yunnan-2024]
        inputs: {schools: schools.csv, staff: staff.csv, clusters: clusters.csv, memberships: memberships.csv}
        """;

    @TempDir
    Path folder;

    private Measured measured(String more) throws IOException {
        write(
                "schools.csv",
                "school_code,year,county_code,school_type,urban_rural_class,ownership",
                "L",
                "A",
                "B",
                "C");
        StringBuilder staff = new StringBuilder("school_code,year,stage,pupil_count\n".replace("\\\n", "\n"));
        for (String school : new String[] {"L", "A", "B", "C"}) {
            staff.append(school).append(",2023,PRIMARY,100\n".replace("\\\n", "\n"));
            staff.append(school).append(",2024,PRIMARY,100\n".replace("\\\n", "\n"));
        }
        Files.writeString(folder.resolve("staff.csv"), staff);
        Files.writeString(
                folder.resolve("clusters.csv"),
                "cluster_id,cluster_type,county_code,started_on\nG,URBAN_RURAL_COMMUNITY,539001,2020-09-01\n");
        Files.writeString(folder.resolve("memberships.csv"), """
            cluster_id,school_code,joined_on,left_on,role
            G,L,2020-09-01,,LEAD
            G,A,2020-09-01,,MEMBER
            G,B,2024-11-01,,MEMBER
            G,C,2020-09-01,2025-01-15,MEMBER
            """);
        Path file = folder.resolve("evaluation.yaml");
        Files.writeString(file, EVALUATION + more);
        Evaluation evaluation = EvaluationReader.read(file, RuleBook.known());
        return Measured.of(
                Measured.Checked.of(Ingest.read(
                        () -> fail("four schools need no engine"),
                        evaluation,
                        Files.createTempDirectory(folder, "spill"),
                        new Room(Room.ORDINARY, () -> {}))),
                evaluation,
                RuleBook.of("alliance-plans").and(RuleBook.of("yunnan-2024")));
    }

    private void write(String name, String header, String... schools) throws IOException {
        StringBuilder rows = new StringBuilder(header + "\n");
        for (String school : schools) {
            for (int year = 2023; year <= 2024; year++) {
                rows.append(school + "," + year + ",539001,PRIMARY,RURAL,PUBLIC\n");
            }
        }
        Files.writeString(folder.resolve(name), rows);
    }

    private Map<String, Double> figures(String more) throws IOException {
        Map<String, Double> figures = new TreeMap<>();
        for (Row row : measured(more).answered().list()) {
            Measures m = MEASURES.record(row);
            if (m.value() != null && m.stage() == null) {
                figures.put(m.metricId() + " " + m.subjectId() + " " + m.year() + " " + m.facet(), m.value());
            }
        }
        return figures;
    }

    @Test
    void rosterExposureAndComplianceAreThoseOfTheDay() throws IOException {
        Map<String, Double> ordinary = figures("");
        Map<String, Double> october = figures("as_of: 2024-10-31\n");
        Map<String, Double> december = figures("as_of: 2024-12-31\n");
        String members = "cluster.count G 2024 URBAN_RURAL_COMMUNITY:members";
        assertEquals(2, ordinary.get(members));
        assertEquals(2, october.get(members));
        assertEquals(3, december.get(members));
        String b = "membership.exposure B 2024 cluster:G";
        String c = "membership.exposure C 2024 cluster:G";
        assertEquals(304.0 / 365, ordinary.get(b), 1e-12);
        assertEquals(136.0 / 365, ordinary.get(c), 1e-12);
        assertEquals(null, october.get(b));
        assertEquals(1, october.get(c));
        assertEquals(61.0 / 122, december.get(b), 1e-12);
        assertEquals(1, december.get(c));
        String covered = "coverage.cluster_schools 539001 2024 ";
        assertEquals(0.75, ordinary.get(covered));
        assertEquals(0.75, october.get(covered));
        assertEquals(1, december.get(covered));
    }

    @Test
    void earlierYearsAreNotTouched() throws IOException {
        Map<String, Double> ordinary = figures("");
        Map<String, Double> december = figures("as_of: 2024-12-31\n");
        ordinary.keySet().removeIf(number -> !number.contains(" 2023 "));
        december.keySet().removeIf(number -> !number.contains(" 2023 "));
        assertEquals(ordinary, december);
        assertEquals(false, ordinary.isEmpty());
    }

    /** A community has one or two members (YN-06): A and C in October, A, B and C in December, A and B at the end. */
    @Test
    void aRuleIsJudgedOnTheDay() throws IOException {
        assertEquals("2.0 PASS", judged(""));
        assertEquals("2.0 PASS", judged("as_of: 2024-10-31\n"));
        assertEquals("3.0 FAIL", judged("as_of: 2024-12-31\n"));
    }

    private String judged(String more) throws IOException {
        for (Row row : Judge.judgements(measured(more).judged()).list()) {
            Judgements j = JUDGEMENTS.record(row);
            if (j.ruleId().equals("YN-06") && j.year() == 2024 && j.facet().endsWith(":members")) {
                return j.value() + " " + j.verdict();
            }
        }
        return "";
    }
}
