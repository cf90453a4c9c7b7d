package org.junheng.jobs.report;

import java.util.List;
import java.util.SplittableRandom;
import org.junheng.jobs.report.FixtureRun.Rows;

/** Made-up measures of a province that does not exist. */
final class FixtureMeasures {
    private final FixtureRun run;
    private final Rows rows;
    private final SplittableRandom random = new SplittableRandom(20_240_601L);

    FixtureMeasures(FixtureRun run, Rows rows) {
        this.run = run;
        this.rows = rows;
    }

    void write() {
        FixtureSurveys surveys = new FixtureSurveys(run, rows);
        for (int y = run.firstYear(); y < 2025; y++) {
            for (String stage : List.of("PRIMARY", "JUNIOR")) {
                for (int r = 1; r <= 7; r++) {
                    gaps(y, stage, "R" + r, "");
                }
                for (String subject : run.subjects()) {
                    gaps(y, stage, "score:" + subject, stage.equals("PRIMARY") ? "6" : "9");
                }
            }
            surveys.satisfaction(y);
            surveys.stock(y);
        }
        valueAdded();
        leadMember();
        missing();
    }

    private void gaps(int year, String stage, String facet, String grade) {
        area("province", "530000", year, stage, facet, grade, 0.55);
        for (int c = 0; c < run.counties(); c++) {
            area("county", FixtureRun.county(c), year, stage, facet, grade, cv(c, year, stage, facet));
        }
    }

    static double cv(int c, int year, String stage, String facet) {
        double level =
                0.28 + 0.03 * (facet.charAt(facet.length() - 1) % 7) + 0.04 * Math.sin(c * 1.7 + facet.hashCode());
        return level + 0.012 * (2024 - year) * Math.sin(c + 0.5) + (stage.equals("JUNIOR") ? -0.03 : 0);
    }

    private void area(String type, String id, int year, String stage, String facet, String grade, double cv) {
        rows.row(
                "metric_id",
                "gap.cv",
                "subject_type",
                type,
                "subject_id",
                id,
                "year",
                year,
                "stage",
                stage,
                "facet",
                facet,
                "grade",
                grade,
                "value",
                cv,
                "unit",
                "ratio",
                "n_schools",
                20,
                "status",
                "OK");
        if (year > run.firstYear() && type.equals("county")) {
            rows.row(
                    "metric_id",
                    "gap_change.cv",
                    "subject_type",
                    type,
                    "subject_id",
                    id,
                    "year",
                    year,
                    "base_year",
                    run.firstYear(),
                    "stage",
                    stage,
                    "facet",
                    facet,
                    "grade",
                    grade,
                    "unit",
                    "ratio",
                    "status",
                    "OK",
                    "value",
                    cv - cv(Integer.parseInt(id.substring(2)) - 101, run.firstYear(), stage, facet),
                    "ci_low",
                    cv - cv(Integer.parseInt(id.substring(2)) - 101, run.firstYear(), stage, facet) - 0.01,
                    "ci_high",
                    cv - cv(Integer.parseInt(id.substring(2)) - 101, run.firstYear(), stage, facet) + 0.01);
        }
    }

    private void valueAdded() {
        for (String model : run.models()) {
            for (String subject : List.of("chinese", "math")) {
                for (int c = 0; c < run.counties(); c++) {
                    for (int s = 0; s < run.schoolsPerCounty(); s++) {
                        effect(model, subject, c, s);
                    }
                }
            }
        }
    }

    private void effect(String model, String subject, int c, int s) {
        boolean hidden = s == 7;
        double value = random.nextDouble(-1, 1) * 4 * random.nextDouble();
        double se = 0.6 + random.nextDouble() * 0.9;
        rows.row(
                "metric_id",
                "valueadded.school",
                "model_id",
                model,
                "subject_type",
                "school",
                "subject_id",
                FixtureRun.school(c, s),
                "year",
                2024,
                "grade",
                model.startsWith("junior") ? 9 : 6,
                "facet",
                "score:" + subject,
                "unit",
                "score",
                "value",
                hidden ? null : (Double) value,
                "se",
                hidden ? null : (Double) se,
                "ci_low",
                hidden ? null : (Double) (value - 1.96 * se),
                "ci_high",
                hidden ? null : (Double) (value + 1.96 * se),
                "level",
                0.95,
                "n_pupils",
                hidden ? null : (Integer) (20 + s * 5),
                "status",
                hidden ? "SUPPRESSED" : s == 2 ? "LOW_EVIDENCE" : "OK",
                "reason",
                hidden ? "学生少于 10 人 | fewer than 10 pupils" : s == 2 ? "学生少于 30 人 | fewer than 30 pupils" : "");
    }

    private void leadMember() {
        for (int k = 0; k < run.clusters(); k++) {
            for (String facet : List.of("R1", "R2", "score:math")) {
                for (int y = run.firstYear(); y < 2025; y++) {
                    double gap = (facet.equals("R2") ? 1.2 : 0.6)
                            - 0.05 * (y - run.firstYear()) * (k % 4 - 1)
                            + 0.07 * k % 0.5;
                    rows.row(
                            "metric_id",
                            "gap.lead_member",
                            "subject_type",
                            "cluster",
                            "subject_id",
                            "C" + k,
                            "year",
                            y,
                            "stage",
                            "PRIMARY",
                            "facet",
                            facet + "|LEAD-MEMBER",
                            "grade",
                            facet.startsWith("score") ? 6 : null,
                            "value",
                            gap,
                            "unit",
                            facet.startsWith("score") ? "score" : "persons per 100 pupils",
                            "status",
                            "OK");
                }
            }
        }
    }

    private void missing() {
        String reason = "没有交来 retention 表 | the table retention was not delivered";
        for (int c = 0; c < run.counties(); c++) {
            rows.row(
                    "metric_id",
                    "retention.local_share",
                    "subject_type",
                    "county",
                    "subject_id",
                    FixtureRun.county(c),
                    "year",
                    2024,
                    "status",
                    "NOT_ASSESSED",
                    "reason",
                    reason);
            rows.row(
                    "metric_id",
                    "gap.hedges_g",
                    "subject_type",
                    "county",
                    "subject_id",
                    FixtureRun.county(c),
                    "year",
                    2024,
                    "facet",
                    "R1|URBAN-RURAL",
                    "status",
                    "NOT_ASSESSED",
                    "reason",
                    "学校不足 3 所，<b>不公布</b> | fewer than 3 schools, <b>not published</b>");
        }
        rows.row(
                "metric_id",
                "growth.median_percentile",
                "subject_type",
                "province",
                "subject_id",
                "530000",
                "year",
                2024,
                "status",
                "NOT_ASSESSED",
                "reason",
                "评价文件没有 growth 模型 | no growth block");
    }
}
