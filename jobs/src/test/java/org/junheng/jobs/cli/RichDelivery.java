package org.junheng.jobs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Adds to a drawn delivery what the further models look at, and asks for them: two earlier cohorts, an exam of the same stage of which every ninth pupil is lost, enrolments
 * of pupils who moved, the causes of inequality, and effects of joining with errors by school. Nothing is too small to be published.
 */
final class RichDelivery {
    private static final String OUTCOME = "9";
    private static final String COHORT = """
              - id: junior-%d
                outcome: {year: %1$d, grade: 9}
                prior: [{year: %d, grade: 6}]
                subjects: [chinese, math]
                covariates: [sex]
                standardise: none
                estimator: reml
            """;
    private static final String MODELS = """
              - id: structured
                outcome: {year: 2024, grade: 9}
                prior: [{year: 2021, grade: 6}]
                subjects: [math]
                covariates: [sex]
                pooled_years: [2022, 2023]
                structures: [random_slope, counties, feeder_schools]
                standardise: none
                estimator: reml
              - id: within-junior
                outcome: {year: 2024, grade: 9}
                prior: [{year: 2023, grade: 8}]
                subjects: [math]
                covariates: [sex]
                standardise: none
                estimator: reml
            growth:
              - id: growth-2024
                outcome: {year: 2024, grade: 9}
                prior: [{year: 2021, grade: 6}]
                subjects: [math]
            gap_change: {causes: [cv, lead_member, mld, theil]}
            """;

    private final Path data;
    private final List<String> pupils;
    private final List<String> scores;
    private final SortedMap<String, String> schools = new TreeMap<>();

    private RichDelivery(Path folder) throws IOException {
        this.data = folder.resolve("data");
        this.pupils = new ArrayList<>(Files.readAllLines(data.resolve("pupils.csv")));
        this.scores = new ArrayList<>(Files.readAllLines(data.resolve("pupil_scores.csv")));
    }

    static void add(Path folder) throws IOException {
        RichDelivery delivery = new RichDelivery(folder);
        delivery.cohorts();
        delivery.examOfTheSameStage();
        delivery.enrolments();
        Files.write(delivery.data.resolve("pupils.csv"), delivery.pupils);
        Files.write(delivery.data.resolve("pupil_scores.csv"), delivery.scores);
        Path evaluation = folder.resolve("evaluation.yaml");
        Files.writeString(evaluation, asked(Files.readString(evaluation)));
    }

    private static String asked(String evaluation) {
        String models = String.format(Locale.ROOT, COHORT, 2023, 2020)
                + String.format(Locale.ROOT, COHORT, 2022, 2019)
                + MODELS;
        String with = evaluation
                .replace(
                        "  evidence: data/evidence.csv\n",
                        "  evidence: data/evidence.csv\n  enrolments: data/enrolments.csv\n")
                .replace("impact:\n", models + "impact:\n")
                .replace(
                        "min_pupils: 10, min_respondents: 10, min_schools: 3",
                        "min_pupils: 1, min_respondents: 1, min_schools: 1");
        int last = with.lastIndexOf("    estimator: dr\n");
        return with.substring(0, last) + "    cluster_errors_by: school_code\n" + with.substring(last);
    }

    /** The same pupils one and two years earlier, under other names. */
    private void cohorts() {
        List<String> drawnPupils = List.copyOf(pupils.subList(1, pupils.size()));
        List<String> drawnScores = List.copyOf(scores.subList(1, scores.size()));
        for (int years = 1; years <= 2; years++) {
            String name = "Y" + years;
            drawnPupils.forEach(pupil -> pupils.add(name + pupil));
            for (String row : drawnScores) {
                String[] cells = row.split(",", -1);
                cells[0] = name + cells[0];
                cells[1] = Integer.toString(Integer.parseInt(cells[1]) - years);
                scores.add(String.join(",", cells));
            }
        }
    }

    private void examOfTheSameStage() {
        List<String> earlier = new ArrayList<>();
        for (String row : scores.subList(1, scores.size())) {
            String[] cells = row.split(",", -1);
            if (cells[2].equals(OUTCOME) && !cells[0].startsWith("Y")) {
                schools.put(cells[0], cells[4]);
                double noise = (cells[0].hashCode() % 41) / 4.0;
                cells[1] = Integer.toString(Integer.parseInt(cells[1]) - 1);
                cells[2] = "8";
                cells[5] = cells[5].isEmpty()
                        ? ""
                        : String.format(Locale.ROOT, "%.2f", Double.parseDouble(cells[5]) + noise);
                earlier.add(String.join(",", cells));
            }
        }
        scores.removeIf(row -> isLost(row.split(",", -1)));
        scores.addAll(earlier);
    }

    private static boolean isLost(String[] cells) {
        return cells[2].equals(OUTCOME)
                && cells[3].equals("math")
                && cells[0].startsWith("P")
                && Integer.parseInt(cells[0].substring(1)) % 9 == 0;
    }

    /** Every seventh pupil came from another school. */
    private void enrolments() throws IOException {
        List<String> all = schools.values().stream().distinct().sorted().toList();
        List<String> rows = new ArrayList<>(List.of("pupil_id,school_code,entered_on,left_on"));
        int i = 0;
        for (Map.Entry<String, String> pupil : schools.entrySet()) {
            String other = all.get(i % all.size());
            boolean moved = i % 7 == 0 && !other.equals(pupil.getValue());
            if (moved) {
                rows.add(pupil.getKey() + "," + other + ",2021-09-01,2023-02-01");
            }
            rows.add(pupil.getKey() + "," + pupil.getValue() + "," + (moved ? "2023-02-01" : "2021-09-01") + ",");
            i++;
        }
        Files.write(data.resolve("enrolments.csv"), rows);
    }
}
