package org.junheng.jobs.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junheng.jobs.table.Activities;
import org.junheng.jobs.table.Clusters;
import org.junheng.jobs.table.Counties;
import org.junheng.jobs.table.CountyInputs;
import org.junheng.jobs.table.Evidence;
import org.junheng.jobs.table.Facilities;
import org.junheng.jobs.table.Memberships;
import org.junheng.jobs.table.PupilScores;
import org.junheng.jobs.table.Pupils;
import org.junheng.jobs.table.Retention;
import org.junheng.jobs.table.SchoolIndicators;
import org.junheng.jobs.table.SchoolLinks;
import org.junheng.jobs.table.SchoolScores;
import org.junheng.jobs.table.Schools;
import org.junheng.jobs.table.Staff;
import org.junheng.jobs.table.SurveyCounts;
import org.junheng.jobs.table.SurveyResponses;

/** A province written for a test and read back. */
record DrawnDelivery(Path folder, Map<String, Delivered> data, Map<String, Delivered> truth) {
    static final Plan PLAN = Plan.of(300, 4, 3000, 11);
    static final Set<Mess.Kind> QUARANTINED =
            Set.of(Mess.Kind.DUPLICATE_ROW, Mess.Kind.UNKNOWN_SCHOOL, Mess.Kind.NOT_A_NUMBER, Mess.Kind.NEGATIVE);
    static final List<Class<? extends Record>> TABLES = List.of(
            Schools.class,
            SchoolLinks.class,
            Counties.class,
            Staff.class,
            Facilities.class,
            SchoolScores.class,
            PupilScores.class,
            Pupils.class,
            SurveyCounts.class,
            SurveyResponses.class,
            Clusters.class,
            Memberships.class,
            Activities.class,
            SchoolIndicators.class,
            Retention.class,
            CountyInputs.class,
            Evidence.class);

    static DrawnDelivery in(Path folder) throws IOException {
        Simulation.write(folder, PLAN);
        return new DrawnDelivery(folder, read(folder.resolve("data")), read(folder.resolve("truth")));
    }

    Delivered data(String table) {
        return data.get(table);
    }

    Delivered truth(String table) {
        return truth.get(table);
    }

    /** The rows of a table without those that a reader must quarantine. */
    List<Map<String, String>> usable(String table) {
        Set<Integer> faulty = new TreeSet<>();
        QUARANTINED.forEach(kind -> faulty.addAll(noted(table, kind)));
        List<Map<String, String>> rows = data(table).rows();
        return IntStream.range(0, rows.size())
                .filter(i -> !faulty.contains(i + 2))
                .mapToObj(rows::get)
                .toList();
    }

    /** The physical rows of a table that the ledger names. */
    List<Integer> noted(String table, Mess.Kind kind) {
        return truth("mess").rows().stream()
                .filter(r -> r.get("input_table").equals(table) && r.get("kind").equals(kind.name()))
                .map(r -> Integer.parseInt(r.get("row")))
                .toList();
    }

    Set<String> values(String table, String column) {
        return data(table).rows().stream().map(r -> r.get(column)).collect(Collectors.toCollection(TreeSet::new));
    }

    long pupils(String code, String year) {
        return data("staff").rows().stream()
                .filter(r -> r.get("school_code").equals(code) && r.get("year").equals(year))
                .mapToLong(r -> Long.parseLong(r.get("pupil_count")))
                .sum();
    }

    static List<Path> files(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile)
                    .map(root::relativize)
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, Delivered> read(Path folder) throws IOException {
        Map<String, Delivered> tables = new TreeMap<>();
        for (Path file : files(folder)) {
            tables.put(file.toString().replace(".csv", ""), Delivered.of(folder.resolve(file)));
        }
        return tables;
    }
}
