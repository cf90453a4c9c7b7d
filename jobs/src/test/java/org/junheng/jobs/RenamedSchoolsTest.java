package org.junheng.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * A province in which a third of the schools and every county get a new code each summer, with school_links and county_links, says of its
 * counties and clusters what the same province says whose codes never changed: gaps and their change, stock, value-added, improvement.
 */
class RenamedSchoolsTest {
    private static final int FIRST = 2021;
    private static final int LAST = 2024;
    private static final Set<String> OF_SCHOOLS =
            Set.of("school_code", "parent_school_code", "from_school_code", "to_school_code");

    @TempDir
    Path folder;

    /** What a cell of a row becomes. */
    private interface Recoding {
        String of(CSVRecord row, String column, String cell);
    }

    @Test
    void everySeriesGoesOnThroughNewCodes() throws IOException {
        Simulation.write(folder.resolve("drawn"), Plan.of(40, 4, 400, 7));
        Set<String> changing = changing();
        deliver("kept", Set.of(), (row, column, cell) -> isCounty(row, column) ? code(cell, LAST) : cell);
        deliver("renamed", changing, (row, column, cell) -> {
            int year = row.isMapped("year") ? Integer.parseInt(row.get("year")) : FIRST;
            boolean isSchool = OF_SCHOOLS.contains(column) && row.isMapped("year") && changing.contains(cell);
            return isSchool || isCounty(row, column) ? code(cell, year) : cell;
        });
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
        Evaluation evaluation = EvaluationReader.read(folder.resolve(delivery + "/evaluation.yaml"), RuleBook.known());
        RuleBook rules = RuleBook.of("national-2017").and(RuleBook.of("yunnan-2024"));
        Measured measured = Measured.of(
                Measured.Checked.of(
                        Ingest.read(SparkForTests.session(), evaluation, Files.createTempDirectory(folder, "spill"))),
                evaluation,
                rules);
        Map<String, String> said = new TreeMap<>();
        Schema<Measures> schema = Schema.of(Measures.class);
        for (Row row : measured.answered().list()) {
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

    private static boolean isCounty(CSVRecord row, String column) {
        return column.equals("county_code")
                || (column.equals("subject_id") && row.get("subject_type").equals("county"));
    }

    /** Every third school that the drawn province does not link itself. */
    private Set<String> changing() throws IOException {
        Set<String> all = new TreeSet<>();
        for (CSVRecord r : Runs.table(folder.resolve("drawn/data/schools.csv"))) {
            all.add(r.get("school_code"));
        }
        for (CSVRecord r : Runs.table(folder.resolve("drawn/data/school_links.csv"))) {
            all.removeAll(List.of(r.get(0), r.get(1)));
        }
        all.removeIf(code -> Math.floorMod(code.hashCode(), 3) != 0);
        return all;
    }

    private void deliver(String name, Set<String> changing, Recoding recoding) throws IOException {
        Path to = Files.createDirectories(folder.resolve(name).resolve("data"));
        try (var files = Files.list(folder.resolve("drawn/data"))) {
            for (Path file : files.toList()) {
                copy(file, to.resolve(file.getFileName()), changing, recoding);
            }
        }
        Set<String> counties = new TreeSet<>();
        for (CSVRecord r : Runs.table(folder.resolve("drawn/data/counties.csv"))) {
            counties.add(r.get("county_code"));
        }
        try (CSVPrinter out =
                new CSVPrinter(Files.newBufferedWriter(to.resolve("county_links.csv")), CSVFormat.RFC4180)) {
            out.printRecord("county_code", "successor_code", "effective_on", "link_type");
            links(counties, out);
        }
        Files.copy(folder.resolve("drawn/protocol.yaml"), folder.resolve(name).resolve("protocol.yaml"));
        String evaluation = Files.readString(folder.resolve("drawn/evaluation.yaml"));
        Files.writeString(
                folder.resolve(name).resolve("evaluation.yaml"),
                evaluation.replace("inputs:\n", "inputs:\n  county_links: data/county_links.csv\n"));
    }

    private static void copy(Path file, Path to, Set<String> changing, Recoding recoding) throws IOException {
        List<String> names = List.of(Files.readAllLines(file).get(0).split(",", -1));
        boolean ofCounties = to.endsWith("counties.csv");
        try (CSVPrinter out = new CSVPrinter(Files.newBufferedWriter(to), CSVFormat.RFC4180)) {
            out.printRecord(names);
            for (CSVRecord r : Runs.table(file)) {
                for (int year = ofCounties ? FIRST : LAST; year <= LAST; year++) {
                    int of = year;
                    out.printRecord(names.stream()
                            .map(n -> ofCounties && n.equals("county_code")
                                    ? code(r.get(n), of)
                                    : recoding.of(r, n, r.get(n)))
                            .toList());
                }
            }
            if (to.endsWith("school_links.csv")) {
                links(changing, out);
            }
        }
    }

    private static void links(Set<String> codes, CSVPrinter out) throws IOException {
        for (String code : codes) {
            for (int year = FIRST + 1; year <= LAST; year++) {
                out.printRecord(code(code, year - 1), code(code, year), year + "-09-01", "RENAMED");
            }
        }
    }

    /** The code of a school or county in a year: it sorts behind the one before. */
    private static String code(String first, int year) {
        return year == FIRST ? first : first + "x" + year;
    }
}
