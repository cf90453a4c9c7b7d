package org.junheng.jobs.report;

/** Made-up effects of joining, review and account of quality schools of a province that does not exist. */
record FixtureImpact(FixtureRun run, FixtureRun.Rows rows) {
    static final String BLOCK = "joining<script>";

    void readings() {
        if (run.counties() > 0) {
            reading("impact.effect", 1.25, 0.5, 2.0, "score", "");
            reading("impact.detectable", 0.75, null, null, "score", "难检出 | hard to see below 0.75");
            reading("impact.verdict", 0.0, null, null, "verdict", "不能断定:区间含0 | cannot be told: the interval holds 0");
        }
    }

    private void reading(String metric, Double value, Double low, Double high, String unit, String reason) {
        rows.row(
                "metric_id", metric,
                "model_id", BLOCK,
                "subject_type", "province",
                "subject_id", "530000",
                "year", 2024,
                "facet", "score:math",
                "grade", 6,
                "value", value,
                "ci_low", low,
                "ci_high", high,
                "unit", unit,
                "status", "OK",
                "reason", reason);
    }

    void estimates() {
        if (run.counties() > 0) {
            estimate("overall", null, 1.25);
            for (int since = -2; since <= 3; since++) {
                estimate("event", since, 0.4 * since);
            }
        }
    }

    private void estimate(String aggregation, Integer since, double effect) {
        rows.row(
                "impact_id",
                BLOCK,
                "estimator",
                "dr",
                "aggregation",
                aggregation,
                "event_time",
                since,
                "estimate",
                effect,
                "se",
                0.2,
                "ci_low",
                effect - 0.4,
                "ci_high",
                effect + 0.4,
                "band_low",
                since == null ? null : effect - 0.6,
                "band_high",
                since == null ? null : effect + 0.6,
                "n_treated",
                40,
                "status",
                "OK");
    }

    void review() {
        for (int c = 0; c < run.counties(); c++) {
            rows.row(
                    "subject_type",
                    "county",
                    "subject_id",
                    FixtureRun.county(c),
                    "year",
                    2024,
                    "protocol",
                    "example-v1",
                    "gap",
                    71.256,
                    "composite",
                    60.0 + c % 30,
                    "rank_low",
                    1,
                    "rank_high",
                    run.counties(),
                    "n_ranked",
                    run.counties(),
                    "p_top_quarter",
                    0.25,
                    "named",
                    false,
                    "status",
                    "LOW_EVIDENCE",
                    "reason",
                    "示例方案 | an example protocol");
        }
    }

    void flows() {
        for (int c = 0; c < run.counties(); c++) {
            for (int year = run.firstYear() + 1; year < 2025; year++) {
                rows.row(
                        "county_code", FixtureRun.county(c),
                        "year", year,
                        "unit", "SCHOOLS",
                        "base_year", year - 1,
                        "opening", 5,
                        "newly_built", 1,
                        "upgraded", c == 2 ? null : 2,
                        "graduated", 0,
                        "moved_in", 0,
                        "downgraded", 1,
                        "closed", 0,
                        "merged", 0,
                        "moved_out", 0,
                        "enrolment_change", 0,
                        "reclassified", 0,
                        "closing", 7,
                        "definition", "OFFICIAL",
                        "status", "OK");
            }
        }
    }
}
