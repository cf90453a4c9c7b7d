package org.junheng.jobs.report;

import java.util.List;
import org.junheng.jobs.report.FixtureRun.Rows;

/** Made-up judgements, fits, rules and accounts of a province that does not exist. */
final class FixtureVerdicts {
    private final FixtureRun run;
    private final Rows rows;

    FixtureVerdicts(FixtureRun run, Rows rows) {
        this.run = run;
        this.rows = rows;
    }

    void judgements() {
        for (int y = run.firstYear(); y < 2025; y++) {
            for (int c = 0; c < run.counties(); c++) {
                for (String stage : List.of("PRIMARY", "JUNIOR")) {
                    tests(c, y, stage);
                }
                for (int s = 0; s < run.schoolsPerCounty(); s++) {
                    String verdict = s == 5 ? "NOT_ASSESSED" : (s + c) % 3 == 0 ? "FAIL" : "PASS";
                    rows.row(
                            "rule_id",
                            "R-SCHOOL",
                            "subject_type",
                            "stage_school",
                            "subject_id",
                            FixtureRun.school(c, s) + ":PRIMARY",
                            "year",
                            y,
                            "stage",
                            "PRIMARY",
                            "operator",
                            ">=",
                            "standard",
                            "6 of 7",
                            "verdict",
                            verdict,
                            "basis",
                            "official",
                            "reason",
                            s == 5 ? "R6 没有数据 | no data for R6" : "");
                }
                recognition(c, y);
            }
        }
    }

    private void tests(int c, int year, String stage) {
        double limit = stage.equals("PRIMARY") ? 0.50 : 0.45;
        for (int r = 1; r <= 7; r++) {
            boolean none = c == 4 && r == 6;
            boolean rounded = c == 2 && r == 2 && stage.equals("PRIMARY");
            double cv = rounded ? 0.501787 : FixtureMeasures.cv(c, year, stage, "R" + r);
            rows.row(
                    "rule_id",
                    "R-CV",
                    "subject_type",
                    "county",
                    "subject_id",
                    FixtureRun.county(c),
                    "year",
                    year,
                    "stage",
                    stage,
                    "facet",
                    "R" + r,
                    "value",
                    none ? null : cv,
                    "operator",
                    "<=",
                    "standard",
                    stage.equals("PRIMARY") ? "0.50" : "0.45",
                    "verdict",
                    none ? "NOT_ASSESSED" : cv <= limit ? "PASS" : "FAIL",
                    "passes_only_rounded",
                    none ? null : (Boolean) rounded,
                    "metric_id",
                    "gap.cv",
                    "basis",
                    "official",
                    "document",
                    "教督〔2017〕6号",
                    "clause",
                    "第八条 | article 8",
                    "reason",
                    none ? "facilities 表缺 equipment_value_10k_yuan | no equipment_value_10k_yuan" : "");
        }
    }

    private void recognition(int c, int year) {
        double rate = 0.84 + 0.012 * (c % 10);
        String verdict = c == 3 ? "NOT_DECIDABLE" : rate > 0.87 ? "PASS" : rate < 0.85 ? "FAIL" : "NOT_DECIDABLE";
        for (String group : run.groups()) {
            rows.row(
                    "rule_id",
                    "S1",
                    "subject_type",
                    "county",
                    "subject_id",
                    FixtureRun.county(c),
                    "year",
                    year,
                    "facet",
                    "survey:" + group,
                    "value",
                    rate,
                    "operator",
                    ">=",
                    "standard",
                    "0.85",
                    "verdict",
                    verdict,
                    "reason",
                    verdict.equals("NOT_DECIDABLE") ? "答卷太少 | too few answers" : "");
        }
    }

    void modelFits() {
        for (String term : List.of("intercept", "prior_2021_6", "sigma2_school", "sigma2_pupil", "icc")) {
            if (run.counties() > 0) {
                rows.row(
                        "model_id",
                        "junior-2024",
                        "year",
                        2024,
                        "facet",
                        "score:math",
                        "term",
                        term,
                        "estimate",
                        0.8123456,
                        "se",
                        0.02,
                        "n_pupils",
                        12_000,
                        "n_schools",
                        240);
            }
        }
    }

    void metrics() {
        rows.row("metric_id", "gap.cv", "name_zh", "校际差异系数", "name_en", "coefficient of variation");
        rows.row("metric_id", "gap.hedges_g", "name_zh", "城乡标准化差距", "name_en", "standardised urban-rural gap");
        rows.row("metric_id", "valueadded.school", "name_zh", "学校增值", "name_en", "value-added of a school");
        rows.row("metric_id", "retention.local_share", "name_zh", "生源稳定率", "name_en", "local retention");
    }

    void rules() {
        for (int r = 1; r <= 7 && run.counties() > 0; r++) {
            for (String stage : List.of("PRIMARY", "JUNIOR")) {
                rows.row(
                        "policy",
                        "national-2017",
                        "rule_id",
                        "R-CV",
                        "subject_type",
                        "county",
                        "stage",
                        stage,
                        "facet",
                        "R" + r,
                        "in_force_from",
                        "2017-04-19",
                        "metric_id",
                        "gap.cv",
                        "operator",
                        "<=",
                        "standard",
                        stage.equals("PRIMARY") ? "0.50" : "0.45",
                        "unit",
                        "ratio",
                        "basis",
                        "official",
                        "document",
                        "教督〔2017〕6号",
                        "clause",
                        "第八条 | article 8");
            }
        }
    }

    void quality() {
        for (String table : List.of("schools", "staff", "facilities")) {
            if (run.counties() > 0) {
                rows.row("input_table", table, "rows_in", 1000, "rows_used", 990, "rows_quarantined", 10);
                rows.row(
                        "input_table",
                        table,
                        "file",
                        table + ".csv",
                        "rule",
                        "D-RANGE",
                        "severity",
                        "ERROR",
                        "rows_in",
                        1000,
                        "rows_used",
                        990,
                        "rows_quarantined",
                        10,
                        "examples",
                        "第 17 行 | row 17: \"<b>-3</b>\"");
            }
        }
    }
}
