package org.junheng.jobs.report;

import org.junheng.jobs.report.FixtureRun.Rows;

/** Made-up places of a province that does not exist. */
final class FixturePlaces {
    private final FixtureRun run;
    private final Rows rows;

    FixturePlaces(FixtureRun run, Rows rows) {
        this.run = run;
        this.rows = rows;
    }

    /** The first schools of a county in each of its clusters, the first of its county the lead. */
    void members() {
        for (int k = 0; k < run.clusters(); k++) {
            for (int s = 0; s < Math.min(run.members(), run.schoolsPerCounty()); s++) {
                rows.row(
                        "cluster_id",
                        "C" + k,
                        "school_code",
                        FixtureRun.school(k % run.counties(), s),
                        "joined_on",
                        "2021-09-01",
                        "role",
                        s == 0 ? "LEAD" : "MEMBER");
            }
        }
    }

    void write() {
        if (run.counties() > 0) {
            rows.row("subject_type", "province", "subject_id", "530000", "name", "云岭省");
        }
        for (int c = 0; c < run.counties(); c++) {
            String name = c == 1 ? "<i>青</i>山县" : "第" + (c + 1) + "县";
            rows.row(
                    "subject_type",
                    "county",
                    "subject_id",
                    FixtureRun.county(c),
                    "name",
                    name,
                    "county_code",
                    FixtureRun.county(c),
                    "province_code",
                    "530000");
            for (int s = 0; s < run.schoolsPerCounty(); s++) {
                rows.row(
                        "subject_type", "school",
                        "subject_id", FixtureRun.school(c, s),
                        "name", schoolName(c, s),
                        "county_code", FixtureRun.county(c));
            }
        }
        for (int k = 0; k < run.clusters(); k++) {
            rows.row(
                    "subject_type",
                    "cluster",
                    "subject_id",
                    "C" + k,
                    "name",
                    k == 0 ? FixtureRun.HOSTILE.get(2) : "第" + (k + 1) + "教育集团",
                    "county_code",
                    FixtureRun.county(k % run.counties()));
        }
    }

    private static String schoolName(int c, int s) {
        return c == 0 && s < FixtureRun.HOSTILE.size()
                ? FixtureRun.HOSTILE.get(s)
                : "第" + (c + 1) + "县" + (s + 1) + "小学";
    }
}
