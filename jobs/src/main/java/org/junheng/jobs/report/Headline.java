package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junheng.jobs.report.Sentence.Part;
import tech.tablesaw.api.Table;

/** The sentences of the summary, written from the summary tables. */
record Headline(SummaryTables tables, Wording wording) {
    private static final int ALL_TESTS = 14;

    List<Sentence> sentences() {
        List<Sentence> said = new ArrayList<>();
        said.add(scope());
        said.addAll(balance());
        said.addAll(new ChangeWords(tables, wording).sentences());
        said.addAll(new ValueAddedWords(tables, wording).sentences());
        said.addAll(lead());
        said.addAll(tables.broken().sentences(wording));
        said.addAll(new SatisfactionWords(tables, wording).sentences());
        said.addAll(stock());
        said.addAll(impact());
        said.add(missing());
        return said;
    }

    private Sentence scope() {
        return say(
                "scope",
                "scope",
                Map.of(
                        "counties", subjects("county"),
                        "schools", subjects("school"),
                        "clusters", subjects("cluster")));
    }

    private Part subjects(String type) {
        return Part.figure(tables.places().count(type), Source.count("subjects", "subject_type=" + type));
    }

    private List<Sentence> balance() {
        int year = last(tables.balance());
        List<Cells> rows =
                Cells.of(tables.balance()).filter(row -> row.year() == year).toList();
        List<Sentence> said = new ArrayList<>();
        if (sum(rows, "tests_pass") + sum(rows, "tests_fail") + sum(rows, "tests_undecided") > 0) {
            said.add(tests(year, rows));
        }
        long rounded = rows.stream()
                .mapToLong(row -> Stream.of(row.text("only_rounded").split(" "))
                        .filter(Predicate.not(String::isEmpty))
                        .count())
                .sum();
        if (rounded > 0) {
            Part part = Part.figure(rounded, tests(year, "passes_only_rounded=true"));
            said.add(say("rounded", "tests", Map.of("rounded", part)));
        }
        if (sum(rows, "schools_pass") + sum(rows, "schools_fail") + sum(rows, "schools_undecided") > 0) {
            said.add(schools(year, rows));
        }
        return said;
    }

    private Sentence tests(int year, List<Cells> rows) {
        long pass = sum(rows, "tests_pass");
        long fail = sum(rows, "tests_fail");
        long none = sum(rows, "tests_undecided");
        long all = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.text("county_code"), Collectors.summingInt(row -> row.count("tests_pass"))))
                .values()
                .stream()
                .filter(passed -> passed == ALL_TESTS)
                .count();
        String full = Source.full(
                "judgements.subject_id",
                ALL_TESTS,
                "rule_id=R-CV",
                "subject_type=county",
                "year=" + year,
                "verdict=PASS");
        return say(
                "tests",
                "tests",
                Map.of(
                        "year", Part.words(Integer.toString(year)),
                        "tests", Part.figure(pass + fail + none, tests(year)),
                        "pass", Part.figure(pass, tests(year, "verdict=PASS")),
                        "fail", Part.figure(fail, tests(year, "verdict=FAIL")),
                        "none", Part.figure(none, tests(year, "verdict!=PASS", "verdict!=FAIL")),
                        "all", Part.figure(all, full)));
    }

    private static String tests(int year, String... more) {
        return judgements("R-CV", "county", year, more);
    }

    private static String judgements(String rule, String subjectType, int year, String... more) {
        return Source.count(
                "judgements",
                Stream.concat(
                                Stream.of("rule_id=" + rule, "subject_type=" + subjectType, "year=" + year),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private Sentence schools(int year, List<Cells> rows) {
        return say(
                "schools",
                "schools",
                Map.of(
                        "year", Part.words(Integer.toString(year)),
                        "pass", school(year, sum(rows, "schools_pass"), "verdict=PASS"),
                        "fail", school(year, sum(rows, "schools_fail"), "verdict=FAIL"),
                        "none", school(year, sum(rows, "schools_undecided"), "verdict!=PASS", "verdict!=FAIL")));
    }

    private static Part school(int year, long count, String... verdict) {
        return Part.figure(count, judgements("R-SCHOOL", "stage_school", year, verdict));
    }

    private List<Sentence> lead() {
        int year = tables.lastYear();
        long clusters = Cells.of(tables.leadMember())
                .filter(row -> row.number(Integer.toString(year)) != null)
                .map(row -> row.text("subject_id"))
                .distinct()
                .count();
        Part n = Part.figure(
                clusters,
                Source.distinct(
                        "measures.subject_id",
                        "metric_id=gap.lead_member",
                        "subject_type=cluster",
                        "year=" + year,
                        "value!="));
        Part when = Part.words(Integer.toString(year));
        return clusters == 0 ? List.of() : List.of(say("lead", "lead", Map.of("year", when, "n", n)));
    }

    private List<Sentence> stock() {
        int year = last(tables.stock());
        return !isStockKnown(tables.baseline()) || !isStockKnown(year)
                ? List.of()
                : List.of(say(
                        "stock",
                        "stock",
                        Map.of(
                                "base", Part.words(Integer.toString(tables.baseline())),
                                "year", Part.words(Integer.toString(year)),
                                "before", qualitySchools(tables.baseline()),
                                "after", qualitySchools(year))));
    }

    private boolean isStockKnown(int year) {
        return Cells.of(tables.stock()).anyMatch(row -> row.year() == year && row.number("quality_schools") != null);
    }

    private Part qualitySchools(int year) {
        long schools = Cells.of(tables.stock())
                .filter(row -> row.year() == year && row.has("subject_type", "county"))
                .mapToLong(row -> row.count("quality_schools"))
                .sum();
        return Part.figure(
                schools,
                Source.sum("measures.value", "metric_id=stock.quality_schools", "subject_type=county", "year=" + year));
    }

    /** What the run itself says of joining, and the effect with its interval; nothing is said beyond it. */
    private List<Sentence> impact() {
        return Cells.of(tables.impactReadings())
                .filter(row -> row.has("metric_id", "impact.verdict")
                        && !row.text("reason").isEmpty())
                .map(this::impact)
                .toList();
    }

    private Sentence impact(Cells verdict) {
        Display display = Display.of(tables, wording);
        Map<String, Part> filling = new TreeMap<>();
        filling.put("block", Part.words(ImpactCard.title(verdict, display)));
        filling.put("said", Part.words(display.words("reason", verdict.text("reason"))));
        Optional<Cells> effect = Cells.of(tables.impactReadings())
                .filter(row -> row.has("metric_id", "impact.effect") && row.number("ci_low") != null)
                .filter(row -> Stream.of("model_id", "subject_type", "subject_id")
                        .allMatch(key -> row.has(key, verdict.text(key))))
                .findFirst();
        effect.ifPresent(row -> {
            filling.put("unit", Part.words(wording.unit(row.text("unit"))));
            filling.put("effect", estimate(row, "value"));
            filling.put("low", estimate(row, "ci_low"));
            filling.put("high", estimate(row, "ci_high"));
        });
        return say(effect.isPresent() ? "impact.effect" : "impact", "impact", filling);
    }

    private static Part estimate(Cells effect, String column) {
        Double number = effect.number(column);
        return new Part(
                number == null ? "" : Numbers.figure(number),
                Source.cell(
                        "measures." + column,
                        "metric_id=impact.effect",
                        "model_id=" + effect.text("model_id"),
                        "subject_type=" + effect.text("subject_type"),
                        "subject_id=" + effect.text("subject_id")));
    }

    private Sentence missing() {
        return say(
                "missing",
                "missing",
                Map.of(
                        "none", status("NOT_ASSESSED"),
                        "hidden", status("SUPPRESSED"),
                        "weak", status("LOW_EVIDENCE")));
    }

    private Part status(String status) {
        long count = Cells.of(tables.notAssessed())
                .filter(row -> row.has("source", "measures") && row.has("status", status))
                .mapToLong(row -> row.count("count"))
                .sum();
        return Part.figure(count, Source.count("measures", "status=" + status));
    }

    private Sentence say(String key, String label, Map<String, Part> filling) {
        return Sentence.of(wording, key, label, new TreeMap<>(filling));
    }

    private static long sum(List<Cells> rows, String column) {
        return rows.stream().mapToLong(row -> row.count(column)).sum();
    }

    static int last(Table table) {
        return Cells.of(table).mapToInt(Cells::year).max().orElse(0);
    }
}
