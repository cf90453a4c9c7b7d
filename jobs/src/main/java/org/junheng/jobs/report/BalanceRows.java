package org.junheng.jobs.report;

import java.util.List;
import java.util.stream.Stream;
import org.junheng.jobs.report.PublishedTable.Line;
import tech.tablesaw.api.Table;

/**
 * County balance (县域均衡): one row per county, year and stage with the seven coefficients of variation and their verdicts, the verdicts on
 * its schools, and the composite of 2012.
 */
final class BalanceRows implements SummaryRows {
    static final List<String> SEVEN = List.of("R1", "R2", "R3", "R4", "R5", "R6", "R7");
    static final List<String> OUTCOMES = List.of("pass", "fail", "undecided");

    private final Places places;
    private final Pivot rows = new Pivot(
            "balance",
            List.of("year", "county_code", "stage"),
            Stream.concat(
                            Stream.of("county", "only_rounded", "composite_verdict"),
                            SEVEN.stream().map(r -> "verdict_" + r))
                    .toList(),
            Stream.of(
                            Stream.of("limit"),
                            SEVEN.stream().map(r -> "cv_" + r),
                            Stream.of("tests_pass", "tests_fail", "tests_undecided"),
                            Stream.of("schools_pass", "schools_fail", "schools_undecided"),
                            Stream.of("composite_cv", "composite_limit"))
                    .flatMap(columns -> columns)
                    .toList());

    BalanceRows(Places places) {
        this.places = places;
    }

    @Override
    public void judgement(Line line) {
        switch (line.text("rule_id")) {
            case "R-CV" -> test(line);
            case "R-SCHOOL" -> school(line);
            case "B-COMPOSITE" -> composite(line);
            default -> {}
        }
    }

    private void test(Line line) {
        String facet = line.text("facet");
        if (!line.has("subject_type", "county") || !SEVEN.contains(facet)) {
            return;
        }
        PivotRow row = row(line, line.text("subject_id"));
        row.put("cv_" + facet, line.number("value"));
        row.put("verdict_" + facet, line.text("verdict"));
        row.put("limit", Standard.limit(line.text("standard")));
        count(row, "tests_", line);
        if (line.isTrue("passes_only_rounded")) {
            row.append("only_rounded", facet);
        }
    }

    private void school(Line line) {
        if (line.has("subject_type", "stage_school")) {
            String county = places.county("stage_school", line.text("subject_id"));
            if (!county.isEmpty()) {
                count(row(line, county), "schools_", line);
            }
        }
    }

    private void composite(Line line) {
        if (line.has("subject_type", "county")) {
            PivotRow row = row(line, line.text("subject_id"));
            row.put("composite_cv", line.number("value"));
            row.put("composite_verdict", line.text("verdict"));
            row.put("composite_limit", Standard.limit(line.text("standard")));
        }
    }

    private PivotRow row(Line line, String county) {
        PivotRow row = rows.row(List.of(line.text("year"), county, line.text("stage")));
        row.put("county", places.name("county", county));
        return row;
    }

    /** Where one is judged, that none has another outcome is said as 0. */
    private static void count(PivotRow row, String of, Line line) {
        OUTCOMES.forEach(outcome -> row.add(of + outcome, 0));
        row.add(of + outcome(line), 1);
    }

    private static String outcome(Line line) {
        return switch (line.text("verdict")) {
            case "PASS" -> "pass";
            case "FAIL" -> "fail";
            default -> "undecided";
        };
    }

    @Override
    public Table table() {
        return rows.table();
    }
}
