package org.junheng.jobs.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junheng.jobs.table.CountyInputs;
import org.junheng.jobs.table.Evidence;
import org.junheng.jobs.table.Retention;
import org.junheng.stats.CounterRandom;
import org.junheng.subject.Stage;

/** Writes retention, county_inputs and evidence. */
final class CountyTables {
    private static final List<Stage> STAGES = List.of(Stage.KINDERGARTEN, Stage.PRIMARY, Stage.JUNIOR);
    private static final List<String> DOCUMENT_RULES = List.of("G1", "G2", "G10", "Q3", "Q5", "Q6", "Q7", "Q8");
    private static final List<String> CONDITIONS = List.of(
            "APPLY-MONITORING",
            "VETO-EXAM",
            "VETO-CHOICE",
            "VETO-KEY",
            "VETO-POSTS",
            "VETO-SAFETY",
            "VETO-DATA",
            "YN-12",
            "YN-19");
    private static final List<String> MONITORED = List.of("chinese", "math", "science", "pe", "arts", "moral");

    private final Province province;
    private final Plan plan;
    private final CounterRandom random;

    CountyTables(Province province) {
        this.province = province;
        this.plan = province.plan();
        this.random = CounterRandom.of(plan.seed(), "county figures");
    }

    void write(Path folder) throws IOException {
        try (CsvFile retention = CsvFile.of(folder, Retention.class);
                CsvFile inputs = CsvFile.of(folder, CountyInputs.class);
                CsvFile evidence = CsvFile.of(folder, Evidence.class)) {
            for (DrawnCounty county : province.counties()) {
                writeRetention(retention, county);
                writeInputs(inputs, county);
                writeFurtherInputs(inputs, county);
                writeEvidence(evidence, county);
            }
        }
    }

    /** The share enrolled at home rises by one to two points a year, in one township in eight it does not. */
    private void writeRetention(CsvFile file, DrawnCounty county) throws IOException {
        for (int t = 0; t < DrawnCounty.TOWNSHIPS.size(); t++) {
            for (int g = 0; g < STAGES.size(); g++) {
                int unit = (county.number() * 16 + t) * 4 + g;
                double children = 150 + 500 * random.uniform(unit, 0);
                double start = 0.78 + 0.10 * random.uniform(unit, 1);
                double rise = random.happens(0.125, unit, 2) ? -0.004 : 0.01 + 0.01 * random.uniform(unit, 3);
                for (int year = plan.firstYear(); year <= plan.lastYear(); year++) {
                    long registered = Math.round(children * (1 - 0.01 * (year - plan.firstYear())));
                    double share = Math.min(0.98, start + rise * (year - plan.firstYear()));
                    file.add(new Retention(
                            county.code(),
                            DrawnCounty.TOWNSHIPS.get(t),
                            year,
                            STAGES.get(g),
                            registered,
                            Math.round(share * registered)));
                }
            }
        }
    }

    private void writeInputs(CsvFile file, DrawnCounty county) throws IOException {
        int c = county.number();
        double places = 400.0 + random.below(400, c, 10);
        double migrants = 300.0 + random.below(500, c, 11);
        double disabled = 40.0 + random.below(60, c, 12);
        double pay = rounded(8 + 2 * random.uniform(c, 13));
        input(file, county, "teacher_pay_10k_yuan", rounded(pay * (0.99 + 0.06 * random.uniform(c, 14))));
        input(file, county, "civil_servant_pay_10k_yuan", pay);
        input(file, county, "special_running_cost_yuan", 5500 + 100.0 * random.below(40, c, 15));
        input(file, county, "quality_senior_places", places);
        input(file, county, "allocated_places", (double) Math.round(places * (0.46 + 0.15 * random.uniform(c, 16))));
        input(file, county, "eligible_migrant_pupil_count", migrants);
        input(file, county, "migrant_pupil_count", (double)
                Math.round(migrants * (0.82 + 0.16 * random.uniform(c, 17))));
        input(file, county, "disabled_child_count", disabled);
        input(file, county, "disabled_enrolled_count", (double)
                Math.round(disabled * (0.93 + 0.07 * random.uniform(c, 18))));
        input(file, county, "Q9:chinese", rounded(0.06 + 0.10 * random.uniform(c, 19)));
        input(file, county, "Q9:math", rounded(0.08 + 0.11 * random.uniform(c, 20)));
    }

    /** The quota of running costs, the year of basic balance, and what the national report says of the subjects that it monitors. */
    private void writeFurtherInputs(CsvFile file, DrawnCounty county) throws IOException {
        int c = county.number();
        input(file, county, "running_cost_quota_yuan", 690 + 10.0 * random.below(6, c, 21));
        file.add(new CountyInputs(
                county.code(),
                plan.firstYear(),
                "basic_balance_year",
                plan.firstYear() - 1.0 - random.below(6, c, 22)));
        for (int m = 0; m < MONITORED.size(); m++) {
            String subject = MONITORED.get(m);
            input(file, county, "achievement_level:" + subject, random.happens(0.08, c, 50 + m) ? 2 : 3);
            if (m > 1) {
                input(file, county, "Q9:" + subject, rounded(0.05 + 0.09 * random.uniform(c, 40 + m)));
            }
        }
    }

    private void input(CsvFile file, DrawnCounty county, String item, double value) throws IOException {
        file.add(new CountyInputs(county.code(), plan.lastYear(), item, value));
    }

    /** One county in six has no verdict yet on its last document. */
    private void writeEvidence(CsvFile file, DrawnCounty county) throws IOException {
        int judged = DOCUMENT_RULES.size() - (county.number() % 6 == 5 ? 1 : 0);
        for (int r = 0; r < judged; r++) {
            evidence(file, county, DOCUMENT_RULES.get(r), r, random.happens(0.95, county.number(), 30 + r));
        }
        for (int r = 0; r < CONDITIONS.size(); r++) {
            boolean holds = random.happens(0.98, county.number(), 60 + r);
            evidence(file, county, CONDITIONS.get(r), DOCUMENT_RULES.size() + r, holds);
        }
    }

    private void evidence(CsvFile file, DrawnCounty county, String rule, int document, boolean holds)
            throws IOException {
        file.add(new Evidence(
                rule,
                "county",
                county.code(),
                plan.lastYear(),
                holds ? "PASS" : "FAIL",
                "示例省督导组",
                county.name() + "佐证材料" + (document + 1),
                LocalDate.of(plan.lastYear() + 1, 5, 10)));
    }

    private static double rounded(double value) {
        return Math.round(1000 * value) / 1000.0;
    }
}
