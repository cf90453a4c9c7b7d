package org.junheng.jobs.report;

import org.junheng.jobs.report.FixtureRun.Rows;

/** Made-up satisfaction, stock and shortfall of a province that does not exist. */
final class FixtureSurveys {
    private final FixtureRun run;
    private final Rows rows;

    FixtureSurveys(FixtureRun run, Rows rows) {
        this.run = run;
        this.rows = rows;
    }

    void satisfaction(int year) {
        for (String group : run.groups()) {
            rate("province", "530000", year, group, 9_000 * Math.min(run.counties(), 1), 0.885);
            for (int c = 0; c < run.counties(); c++) {
                rate("county", FixtureRun.county(c), year, group, c == 3 ? 60 : 900, 0.84 + 0.012 * (c % 10));
            }
        }
    }

    private void rate(String type, String id, int year, String group, int n, double rate) {
        double half = 1.96 * Math.sqrt(rate * (1 - rate) / Math.max(n, 1));
        rows.row(
                "metric_id",
                "satisfaction.rate",
                "subject_type",
                type,
                "subject_id",
                id,
                "year",
                year,
                "facet",
                "survey:" + group,
                "value",
                rate,
                "unit",
                "share",
                "ci_low",
                rate - half,
                "ci_high",
                Math.min(1, rate + half),
                "level",
                0.95,
                "n_responses",
                n,
                "status",
                "OK");
        rows.row(
                "metric_id",
                "satisfaction.response_rate",
                "subject_type",
                type,
                "subject_id",
                id,
                "year",
                year,
                "facet",
                "survey:" + group,
                "value",
                0.8,
                "unit",
                "share",
                "status",
                "OK");
    }

    void stock(int year) {
        for (int c = 0; c < run.counties(); c++) {
            int quality = 3 + (c % 5) + (year - run.firstYear()) * (c % 3);
            rows.row(
                    "metric_id",
                    "stock.quality_schools",
                    "subject_type",
                    "county",
                    "subject_id",
                    FixtureRun.county(c),
                    "year",
                    year,
                    "value",
                    quality,
                    "unit",
                    "schools",
                    "n_schools",
                    run.schoolsPerCounty(),
                    "status",
                    "OK");
            rows.row(
                    "metric_id",
                    "stock.quality_places",
                    "subject_type",
                    "county",
                    "subject_id",
                    FixtureRun.county(c),
                    "year",
                    year,
                    "value",
                    quality / 20.0,
                    "unit",
                    "share",
                    "status",
                    "OK");
            for (int r = 1; r <= 7; r++) {
                rows.row(
                        "metric_id",
                        "resource.shortfall",
                        "subject_type",
                        "county",
                        "subject_id",
                        FixtureRun.county(c),
                        "year",
                        year,
                        "stage",
                        "PRIMARY",
                        "facet",
                        "R" + r,
                        "value",
                        (c * r) % 4 == 0 ? 0 : 3.5 * c * r,
                        "unit",
                        r < 4 ? "persons" : r == 6 ? "yuan" : r == 7 ? "rooms" : "m2",
                        "n_schools",
                        20,
                        "status",
                        "OK");
            }
        }
    }
}
