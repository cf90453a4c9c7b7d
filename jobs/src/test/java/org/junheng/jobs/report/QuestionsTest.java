package org.junheng.jobs.report;

import static org.junheng.jobs.report.ReportText.found;
import static org.junheng.jobs.report.ReportText.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junheng.jobs.SampleRun;
import org.junheng.jobs.publish.Fingerprint;
import org.junheng.jobs.report.PublishedTable.Line;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junheng.metric.Words;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The ten questions of {@code jobs/docs/questions.md}: each answer is computed from the published tables and found where that page says. */
class QuestionsTest {
    private static final Wording WORDS = Wording.in(Language.EN);
    private static final String FIRST = "2021";
    private static final String LAST = "2024";

    private static Path run;
    private static String overview;

    @BeforeAll
    static void read() throws IOException {
        run = SampleRun.folder();
        overview = text(run.resolve("report/index.html"));
    }

    @Test
    void theListHasTenQuestions() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("docs/questions.md")).stream()
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .toList();
        assertEquals(10, rows.size());
    }

    /** 1 and 9: what a county lacks, in teachers, square metres, yuan and classrooms. */
    @Test
    void whatEveryCountyLacks() throws IOException {
        List<Line> lacking = lines(
                "measures",
                m -> m.has("metric_id", "resource.shortfall")
                        && m.has("subject_type", "county")
                        && m.has("year", LAST));
        assertTrue(lacking.stream().anyMatch(m -> m.has("facet", "R2") && number(m, "value") > 0));
        for (Line m : lacking) {
            if (number(m, "value") > 0) {
                found(
                        text(page("county", m)),
                        WORDS.text("facet." + m.text("facet")),
                        WORDS.text("stage." + m.text("stage")),
                        Numbers.plain(number(m, "value"), 1),
                        WORDS.unit(m.text("unit")));
            }
        }
    }

    /** 2 and 3: the conclusion as the run words it, the effect with its interval, the smallest effect that could be seen. */
    @Test
    void whetherJoiningHelpedAndHowSureThatIs() {
        List<Line> said =
                lines("measures", m -> m.text("metric_id").startsWith("impact.") && m.has("subject_type", "province"));
        assertTrue(said.size() > 10);
        for (Line m : said) {
            String metric = m.text("metric_id");
            if (metric.equals("impact.verdict")) {
                found(overview, Words.parse(m.text("reason")).en());
            } else if (metric.equals("impact.effect")) {
                found(overview, Numbers.figure(number(m, "value"), m.number("ci_low"), m.number("ci_high")));
            } else if (metric.equals("impact.detectable")) {
                found(overview, Numbers.figure(number(m, "value")));
            }
        }
    }

    @Test
    void whatWasLeftOut() {
        for (String status : List.of("NOT_ASSESSED", "SUPPRESSED", "LOW_EVIDENCE")) {
            long count = lines("measures", m -> m.has("status", status)).size();
            assertTrue(count > 0, status);
            assertTrue(overview.contains(Long.toString(count)), status + " " + count);
        }
        List<Line> aside = lines(
                "quality",
                q -> number(q, "rows_quarantined") > 0 && !q.text("rule").isEmpty());
        assertTrue(!aside.isEmpty());
        aside.forEach(q -> found(overview, q.text("file"), q.text("rule")));
    }

    @Test
    void whereSchoolsBecameQualitySchools() {
        List<Line> flows = lines("stock_flows", f -> f.has("year", LAST) && f.number("closing") != null);
        assertTrue(flows.stream().anyMatch(f -> number(f, "upgraded") + number(f, "graduated") > 0));
        for (Line f : flows) {
            found(
                    overview,
                    f.text("county_code"),
                    Numbers.plain(number(f, "opening"), 0),
                    Numbers.plain(number(f, "graduated"), 0),
                    Numbers.plain(number(f, "closing"), 0));
        }
    }

    /** By name, as the official list of the delivery says: false at the baseline and true in the last year, or the other way round. */
    @Test
    void whichSchoolsBecameQualitySchools() throws IOException {
        SortedMap<String, List<String>> listed = new TreeMap<>();
        new PublishedTable(SampleRun.SAMPLE.resolve("data/schools.csv")).forEach(s -> {
            if (s.has("year", FIRST) || s.has("year", LAST)) {
                listed.computeIfAbsent(s.text("school_code"), c -> new ArrayList<>())
                        .add(s.text("is_quality_school"));
            }
        });
        String markup = Files.readString(run.resolve("report/index.html"));
        Places places = Places.of(run);
        List<String> came = codes(listed, List.of("false", "true"));
        assertTrue(came.size() >= 10, came.toString());
        for (String code : came) {
            String[] said = {
                code, places.name("school", code), "+1", WORDS.text("definition.official-list"),
            };
            found(overview, said);
            found(text(run.resolve("report/county/" + places.county("school", code) + ".html")), said);
            assertTrue(
                    Stream.of("GRADUATED", "UPGRADED")
                            .map(line -> "stock.quality_change||school|" + code + "|2024|2021|||official-list:" + line)
                            .anyMatch(markup::contains),
                    code);
        }
        codes(listed, List.of("true", "false")).forEach(code -> found(overview, code, "−1"));
        codes(listed, List.of("true", "true")).forEach(code -> assertFalse(markup.contains("school|" + code + "|")));
    }

    private static List<String> codes(SortedMap<String, List<String>> listed, List<String> flags) {
        return listed.keySet().stream()
                .filter(code -> flags.equals(listed.get(code)))
                .toList();
    }

    @Test
    void whetherSatisfactionReachesTheStandard() throws IOException {
        List<Line> verdicts = lines(
                "judgements", j -> j.has("rule_id", "S1") && j.has("subject_type", "county") && j.has("year", LAST));
        assertTrue(verdicts.size() > 12);
        for (Line j : verdicts) {
            Double value = j.number("value");
            found(
                    text(page("county", j)),
                    WORDS.text("rule.S1"),
                    value == null ? "" : Numbers.figure(value),
                    WORDS.text("verdict." + j.text("verdict")));
        }
    }

    @Test
    void whetherTheGapsNarrowed() {
        Predicate<Line> change = m -> m.has("metric_id", "gap_change.cv")
                && m.has("subject_type", "county")
                && m.has("year", LAST)
                && m.text("facet").startsWith("R")
                && List.of("PRIMARY", "JUNIOR").contains(m.text("stage"));
        long beyondDoubt = lines("measures", change).stream()
                .filter(m -> m.number("ci_high") != null && number(m, "ci_high") < 0)
                .count();
        long narrower = lines("measures", change).stream()
                .filter(m -> m.number("value") != null && number(m, "value") < 0)
                .count();
        assertTrue(beyondDoubt > 0);
        found(overview, Long.toString(narrower), Long.toString(beyondDoubt));
    }

    @Test
    void whichClustersBreakARule() throws IOException {
        List<Line> broken = lines(
                "judgements", j -> j.has("verdict", "FAIL") && j.has("subject_type", "cluster") && j.has("year", LAST));
        assertTrue(!broken.isEmpty());
        String list = text(run.resolve("report/about/broken.html"));
        Places places = Places.of(run);
        found(overview, WORDS.text("page.table.broken", Map.of("year", LAST)), "(" + broken.size() + ")");
        for (Line j : broken) {
            String rule = WORDS.of(Display.title(j.text("rule_id"), j.text("clause")));
            Double value = j.number("value");
            String figure = value == null ? "" : Numbers.figure(value);
            String name = places.name("cluster", j.text("subject_id"));
            found(list, name, rule, figure, WORDS.text("binding." + j.text("severity")));
            String county = places.county("cluster", j.text("subject_id"));
            found(text(run.resolve("report/county/" + county + ".html")), name, rule, figure);
            found(text(page("cluster", j)), rule, WORDS.text("verdict.FAIL"));
        }
    }

    /** A reader goes from a clause that is not met to the number that was judged. */
    @Test
    void everyFigureOfABrokenRuleHasItsKey() throws IOException {
        SortedSet<String> broken = new TreeSet<>();
        lines("judgements", j -> j.has("verdict", "FAIL") && j.has("subject_type", "cluster") && j.has("year", LAST))
                .forEach(j -> broken.add(figure(j)));
        List<Line> judged = lines("measures", m -> m.has("subject_type", "cluster") && broken.contains(figure(m)));
        assertEquals(broken.size(), judged.size());
        Set<String> keys = PageTables.of(run.resolve("report/about/broken.html")).stream()
                .map(PageTables.Bearing::key)
                .collect(Collectors.toSet());
        for (Line m : judged) {
            String key = Schema.of(Measures.class).keys().stream().map(m::text).collect(Collectors.joining("|"));
            assertTrue(keys.contains(key), key);
        }
    }

    private static String figure(Line line) {
        return Stream.of("metric_id", "subject_id", "year", "stage", "facet", "value")
                .map(line::text)
                .collect(Collectors.joining("|"));
    }

    @Test
    void whoComputedItFromWhatData() throws IOException {
        JsonNode manifest =
                new ObjectMapper().readTree(run.resolve("manifest.json").toFile());
        String about = text(run.resolve("report/about/run.html"));
        for (String name :
                List.of("run_id", "code_sha256", "configuration_sha256", "protocol_sha256", "inputs_sha256")) {
            found(about, WORDS.text("origin." + name), manifest.required(name).asText(), name);
        }
        found(about, WORDS.text("origin.as_of.none"));
        found(
                overview,
                manifest.required("run_id").asText(),
                manifest.required("configuration_sha256").asText().substring(0, 12),
                manifest.required("inputs_sha256").asText().substring(0, 12));
        Path schools = SampleRun.SAMPLE.resolve("data/schools.csv");
        assertEquals(
                Fingerprint.of(schools),
                manifest.path("input_sha256").path("data/schools.csv").asText());
        found(about, "data/schools.csv", Fingerprint.of(schools));
    }

    private static Path page(String type, Line about) {
        return run.resolve("report/" + type + "/" + about.text("subject_id") + ".html");
    }

    private static List<Line> lines(String table, Predicate<Line> which) {
        List<Line> lines = new ArrayList<>();
        PublishedTable.of(run, table).forEach(line -> {
            if (which.test(line)) {
                lines.add(line);
            }
        });
        return lines;
    }

    private static double number(Line line, String column) {
        Double number = line.number(column);
        return number == null ? 0 : number;
    }
}
