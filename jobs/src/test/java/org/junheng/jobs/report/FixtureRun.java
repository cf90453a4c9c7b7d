package org.junheng.jobs.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junheng.jobs.table.Judgements;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Metrics;
import org.junheng.jobs.table.ModelFits;
import org.junheng.jobs.table.Quality;
import org.junheng.jobs.table.Rules;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.table.Subjects;

/** A run folder with the published tables of a province that does not exist: made-up numbers, hostile names. */
final class FixtureRun {
    static final List<String> HOSTILE = List.of(
            "<b>粗体</b>小学",
            "=SUM(1,2)",
            "</script><script>document.title='broken'</script>",
            "\" onmouseover=\"document.title='broken'",
            "<img src=x onerror=\"document.title='broken'\">",
            "@cmd|' /C calc'!A0");

    private final Path csv;
    private final int counties;
    private final int years;
    private final int schoolsPerCounty;
    private final int clusters;
    private final SplittableRandom random = new SplittableRandom(20_240_601L);

    private FixtureRun(Path run, int counties, int years, int schoolsPerCounty, int clusters) {
        this.csv = run.resolve("csv");
        this.counties = counties;
        this.years = years;
        this.schoolsPerCounty = schoolsPerCounty;
        this.clusters = clusters;
    }

    /** Twelve counties, four years, two models, every table filled. */
    static Path small(Path run) {
        new FixtureRun(run, 12, 4, 20, 9).write();
        return run;
    }

    /** A large province: 320 counties, six years, 25,600 schools. */
    static Path large(Path run) {
        new FixtureRun(run, 320, 6, 80, 800).write();
        return run;
    }

    /** A run in which nothing could be computed. */
    static Path empty(Path run) {
        FixtureRun fixture = new FixtureRun(run, 0, 0, 0, 0);
        fixture.write();
        return run;
    }

    private void write() {
        try {
            Files.createDirectories(csv);
            table(Subjects.class, this::subjects);
            table(Measures.class, this::measures);
            table(Judgements.class, this::judgements);
            table(ModelFits.class, this::modelFits);
            table(Metrics.class, FixtureRun::metrics);
            table(Rules.class, this::rules);
            table(Quality.class, this::quality);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the cells of a row by column; columns that are not named stay empty. */
    interface Rows {
        void row(Object... namesAndCells);
    }

    private interface Filling {
        void fill(Rows rows);
    }

    private <R extends Record> void table(Class<R> type, Filling filling) throws IOException {
        List<String> names = Schema.of(type).names();
        Path file = csv.resolve(Schema.of(type).table() + ".csv");
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(String.join(",", names) + "\n");
            filling.fill(cells -> {
                String[] row = new String[names.size()];
                Arrays.fill(row, "");
                for (int i = 0; i < cells.length; i += 2) {
                    int at = names.indexOf((String) cells[i]);
                    if (at < 0) {
                        throw new IllegalArgumentException(cells[i] + " is no column of " + file.getFileName());
                    }
                    row[at] = cells[i + 1] == null ? "" : quoted(cells[i + 1].toString());
                }
                write(out, String.join(",", row) + "\n");
            });
        }
    }

    private static void write(BufferedWriter out, String line) {
        try {
            out.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String cell) {
        return cell.matches("[^,\"\n\r]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static String county(int c) {
        return String.format(Locale.ROOT, "53%04d", 101 + c);
    }

    private static String school(int c, int s) {
        return String.format(Locale.ROOT, "0153%03d%03d", c, s);
    }

    private static String schoolName(int c, int s) {
        return c == 0 && s < HOSTILE.size() ? HOSTILE.get(s) : "第" + (c + 1) + "县" + (s + 1) + "小学";
    }

    private int firstYear() {
        return 2025 - years;
    }

    private void subjects(Rows rows) {
        if (counties > 0) {
            rows.row("subject_type", "province", "subject_id", "530000", "name", "云岭省");
        }
        for (int c = 0; c < counties; c++) {
            String name = c == 1 ? "<i>青</i>山县" : "第" + (c + 1) + "县";
            rows.row("subject_type", "county", "subject_id", county(c), "name", name, "county_code", county(c));
            for (int s = 0; s < schoolsPerCounty; s++) {
                rows.row(
                        "subject_type", "school",
                        "subject_id", school(c, s),
                        "name", schoolName(c, s),
                        "county_code", county(c));
            }
        }
        for (int k = 0; k < clusters; k++) {
            rows.row(
                    "subject_type",
                    "cluster",
                    "subject_id",
                    "C" + k,
                    "name",
                    k == 0 ? HOSTILE.get(2) : "第" + (k + 1) + "教育集团",
                    "county_code",
                    county(k % counties));
        }
    }

    private void measures(Rows rows) {
        for (int y = firstYear(); y < 2025; y++) {
            for (String stage : List.of("PRIMARY", "JUNIOR")) {
                for (int r = 1; r <= 7; r++) {
                    gaps(rows, y, stage, "R" + r, "");
                }
                gaps(rows, y, stage, "score:math", stage.equals("PRIMARY") ? "6" : "9");
            }
            satisfaction(rows, y);
            stock(rows, y);
        }
        valueAdded(rows);
        leadMember(rows);
        missing(rows);
    }

    private void gaps(Rows rows, int year, String stage, String facet, String grade) {
        area(rows, "province", "530000", year, stage, facet, grade, 0.55);
        for (int c = 0; c < counties; c++) {
            area(rows, "county", county(c), year, stage, facet, grade, cv(c, year, stage, facet));
        }
    }

    private static double cv(int c, int year, String stage, String facet) {
        double level =
                0.28 + 0.03 * (facet.charAt(facet.length() - 1) % 7) + 0.04 * Math.sin(c * 1.7 + facet.hashCode());
        return level + 0.012 * (2024 - year) * Math.sin(c + 0.5) + (stage.equals("JUNIOR") ? -0.03 : 0);
    }

    private void area(
            Rows rows, String type, String id, int year, String stage, String facet, String grade, double cv) {
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
        if (year > firstYear() && type.equals("county")) {
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
                    firstYear(),
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
                    cv - cv(Integer.parseInt(id.substring(2)) - 101, firstYear(), stage, facet));
        }
    }

    private void satisfaction(Rows rows, int year) {
        for (String group : List.of("PUPIL", "PARENT")) {
            rate(rows, "province", "530000", year, group, 9_000 * Math.min(counties, 1), 0.885);
            for (int c = 0; c < counties; c++) {
                rate(rows, "county", county(c), year, group, c == 3 ? 60 : 900, 0.84 + 0.012 * (c % 10));
            }
        }
    }

    private void rate(Rows rows, String type, String id, int year, String group, int n, double rate) {
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

    private void stock(Rows rows, int year) {
        for (int c = 0; c < counties; c++) {
            int quality = 3 + (c % 5) + (year - firstYear()) * (c % 3);
            rows.row(
                    "metric_id",
                    "stock.quality_schools",
                    "subject_type",
                    "county",
                    "subject_id",
                    county(c),
                    "year",
                    year,
                    "value",
                    quality,
                    "unit",
                    "schools",
                    "n_schools",
                    schoolsPerCounty,
                    "status",
                    "OK");
            rows.row(
                    "metric_id",
                    "stock.quality_places",
                    "subject_type",
                    "county",
                    "subject_id",
                    county(c),
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
                        county(c),
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

    private void valueAdded(Rows rows) {
        for (String model : List.of("junior-2024", "primary-2024")) {
            for (String subject : List.of("chinese", "math")) {
                for (int c = 0; c < counties; c++) {
                    for (int s = 0; s < schoolsPerCounty; s++) {
                        effect(rows, model, subject, c, s);
                    }
                }
            }
        }
    }

    private void effect(Rows rows, String model, String subject, int c, int s) {
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
                school(c, s),
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

    private void leadMember(Rows rows) {
        for (int k = 0; k < clusters; k++) {
            for (String facet : List.of("R1", "R2", "score:math")) {
                for (int y = firstYear(); y < 2025; y++) {
                    double gap =
                            (facet.equals("R2") ? 1.2 : 0.6) - 0.05 * (y - firstYear()) * (k % 4 - 1) + 0.07 * k % 0.5;
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

    private void missing(Rows rows) {
        String reason = "没有交来 retention 表 | the table retention was not delivered";
        for (int c = 0; c < counties; c++) {
            rows.row(
                    "metric_id",
                    "retention.local_share",
                    "subject_type",
                    "county",
                    "subject_id",
                    county(c),
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
                    county(c),
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

    private void judgements(Rows rows) {
        for (int y = firstYear(); y < 2025; y++) {
            for (int c = 0; c < counties; c++) {
                for (String stage : List.of("PRIMARY", "JUNIOR")) {
                    tests(rows, c, y, stage);
                }
                for (int s = 0; s < schoolsPerCounty; s++) {
                    String verdict = s == 5 ? "NOT_ASSESSED" : (s + c) % 3 == 0 ? "FAIL" : "PASS";
                    rows.row(
                            "rule_id",
                            "R-SCHOOL",
                            "subject_type",
                            "stage_school",
                            "subject_id",
                            school(c, s) + ":PRIMARY",
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
                recognition(rows, c, y);
            }
        }
    }

    private void tests(Rows rows, int c, int year, String stage) {
        double limit = stage.equals("PRIMARY") ? 0.50 : 0.45;
        for (int r = 1; r <= 7; r++) {
            boolean none = c == 4 && r == 6;
            boolean rounded = c == 2 && r == 2 && stage.equals("PRIMARY");
            double cv = rounded ? 0.501787 : cv(c, year, stage, "R" + r);
            rows.row(
                    "rule_id",
                    "R-CV",
                    "subject_type",
                    "county",
                    "subject_id",
                    county(c),
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

    private void recognition(Rows rows, int c, int year) {
        double rate = 0.84 + 0.012 * (c % 10);
        String verdict = c == 3 ? "NOT_DECIDABLE" : rate > 0.87 ? "PASS" : rate < 0.85 ? "FAIL" : "NOT_DECIDABLE";
        for (String group : List.of("PUPIL", "PARENT")) {
            rows.row(
                    "rule_id",
                    "S1",
                    "subject_type",
                    "county",
                    "subject_id",
                    county(c),
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

    private void modelFits(Rows rows) {
        for (String term : List.of("intercept", "prior_2021_6", "sigma2_school", "sigma2_pupil", "icc")) {
            if (counties > 0) {
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

    private static void metrics(Rows rows) {
        rows.row("metric_id", "gap.cv", "name_zh", "校际差异系数", "name_en", "coefficient of variation");
        rows.row("metric_id", "gap.hedges_g", "name_zh", "城乡标准化差距", "name_en", "standardised urban-rural gap");
        rows.row("metric_id", "valueadded.school", "name_zh", "学校增值", "name_en", "value-added of a school");
        rows.row("metric_id", "retention.local_share", "name_zh", "生源稳定率", "name_en", "local retention");
    }

    private void rules(Rows rows) {
        for (int r = 1; r <= 7 && counties > 0; r++) {
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

    private void quality(Rows rows) {
        for (String table : List.of("schools", "staff", "facilities")) {
            if (counties > 0) {
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
