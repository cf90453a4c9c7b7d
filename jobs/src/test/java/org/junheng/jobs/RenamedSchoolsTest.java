package org.junheng.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.Row;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.config.EvaluationReader;
import org.junheng.jobs.ingest.Ingest;
import org.junheng.jobs.simulate.Plan;
import org.junheng.jobs.simulate.Simulation;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.table.StockFlows;
import org.junheng.rules.RuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A province in which a third of the schools get a new code every summer, with school_links, says of its counties and clusters what the same
 * province says whose schools keep their codes: gaps and their change, stock, value-added, improvement and the effect of joining.
 */
class RenamedSchoolsTest {
    private static final List<String> CODES =
            List.of("school_code", "parent_school_code", "from_school_code", "to_school_code");

    @TempDir
    Path folder;

    @Test
    void everySeriesGoesOnThroughNewCodes() throws IOException {
        Simulation.write(folder.resolve("kept"), Plan.of(40, 4, 400, 7));
        rename(folder.resolve("kept"), folder.resolve("renamed"));
        Map<String, String> kept = said("kept");
        Map<String, String> renamed = said("renamed");
        assertTrue(kept.size() > 2_000, "numbers compared: " + kept.size());
        Set<String> differing = new TreeSet<>();
        kept.forEach((number, value) -> {
            if (!value.equals(renamed.get(number))) {
                differing.add(number + ": " + value + " / " + renamed.get(number));
            }
        });
        assertEquals("", String.join("\n", differing));
        assertEquals(kept.keySet(), renamed.keySet());
    }

    /** Every number about an area or a cluster, rounded to nine digits, and the accounts of quality schools. */
    private Map<String, String> said(String delivery) throws IOException {
        Evaluation evaluation =
                EvaluationReader.read(folder.resolve(delivery + "/evaluation.yaml"), RuleBook.known());
        RuleBook rules = RuleBook.of("national-2017").and(RuleBook.of("yunnan-2024"));
        Measured measured = Measured.of(
                Measured.Checked.of(Ingest.read(
                        SparkForTests.session(), evaluation, Files.createTempDirectory(folder, "spill"))),
                evaluation,
                rules);
        Map<String, String> said = new TreeMap<>();
        Schema<Measures> schema = Schema.of(Measures.class);
        for (Row row : measured.answered().collectAsList()) {
            Measures m = schema.record(row);
            if (!m.subjectType().toString().contains("school")) {
                String value = m.value() == null ? "-" : String.format("%.9g", m.value());
                said.put(key(m), value + " " + m.nSchools() + " " + m.status());
            }
        }
        for (StockFlows f : measured.flows()) {
            said.put("stock " + f.countyCode() + " " + f.year() + " " + f.unit(), f.toString());
        }
        return said;
    }

    private static String key(Measures m) {
        return String.join(
                " ",
                m.metricId(),
                m.modelId(),
                m.subjectType().toString(),
                m.subjectId(),
                m.year() + "/" + m.baseYear(),
                String.valueOf(m.stage()),
                String.valueOf(m.grade()),
                m.facet(),
                m.grouping());
    }

    private static void rename(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolve("data"));
        for (String file : List.of("evaluation.yaml", "protocol.yaml")) {
            Files.copy(from.resolve(file), to.resolve(file));
        }
        Set<String> linked = new TreeSet<>();
        Set<String> all = new TreeSet<>();
        for (CSVRecord r : Runs.table(from.resolve("data/school_links.csv"))) {
            linked.addAll(List.of(r.get(0), r.get(1)));
        }
        for (CSVRecord r : Runs.table(from.resolve("data/schools.csv"))) {
            all.add(r.get("school_code"));
        }
        all.removeAll(linked);
        List<String> renamed = new ArrayList<>(all);
        renamed.removeIf(code -> Math.floorMod(code.hashCode(), 3) != 0);
        try (var files = Files.list(from.resolve("data"))) {
            for (Path file : files.toList()) {
                copy(file, to.resolve("data").resolve(file.getFileName()), renamed);
            }
        }
    }

    private static void copy(Path file, Path to, List<String> renamed) throws IOException {
        List<CSVRecord> rows = Runs.table(file);
        List<String> names = CSVFormat.RFC4180.parse(Files.newBufferedReader(file)).getRecords().get(0).toList();
        try (CSVPrinter out = new CSVPrinter(Files.newBufferedWriter(to), CSVFormat.RFC4180)) {
            out.printRecord(names);
            for (CSVRecord r : rows) {
                List<String> cells = new ArrayList<>();
                for (String name : names) {
                    String cell = r.get(name);
                    boolean dated = CODES.contains(name) && names.contains("year") && renamed.contains(cell);
                    cells.add(dated ? code(cell, Integer.parseInt(r.get("year"))) : cell);
                }
                out.printRecord(cells);
            }
            if (to.endsWith("school_links.csv")) {
                for (String school : renamed) {
                    for (int year = 2022; year <= 2024; year++) {
                        out.printRecord(code(school, year - 1), code(school, year), year + "-09-01", "RENAMED");
                    }
                }
            }
        }
    }

    /** The code of a school in a year: it sorts behind the one before. */
    private static String code(String school, int year) {
        return year == 2021 ? school : school + "x" + year;
    }
}
