package org.junheng.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.Measured;
import org.junheng.jobs.Runs;
import org.junheng.jobs.SparkForTests;
import org.junheng.jobs.config.Disclosure;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.config.EvaluationReader;
import org.junheng.jobs.ingest.Ingest;
import org.junheng.jobs.ingest.Room;
import org.junheng.jobs.query.PublishedParts;
import org.junheng.jobs.query.PublishedRun;
import org.junheng.jobs.query.RunDatabase;
import org.junheng.jobs.simulate.Plan;
import org.junheng.jobs.simulate.Simulation;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.trace.Evidenced;
import org.junheng.jobs.trace.FacetRows;
import org.junheng.jobs.trace.InputRows;
import org.junheng.jobs.trace.Reach;
import org.junheng.jobs.trace.Recomputed;
import org.junheng.jobs.trace.Scope;
import org.junheng.jobs.trace.Withheld;
import org.junheng.jobs.trace.Worked;
import org.junheng.subject.Status;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Numbers of a drawn province traced. Computed again from the rows of their scope alone, every column of the published row has the same bits; no
 * pupil is named; what is suppressed or changed is refused.
 */
class TraceCommandTest {
    private static final Schema<Measures> MEASURES = Schema.of(Measures.class);
    private static final Pattern PSEUDONYM = Pattern.compile("[0-9a-f]{32}");

    @TempDir
    static Path folder;

    private static final SortedMap<String, Measures> PUBLISHED = new TreeMap<>();
    private static PublishedRun run;
    private static EvaluationFile file;
    private static Measured.@Nullable Checked read;
    private static @Nullable Measured whole;

    @BeforeAll
    static void run() throws IOException {
        Simulation.write(folder.resolve("drawn"), Plan.of(100, 4, 600, 3));
        Path evaluation = folder.resolve("drawn/evaluation.yaml");
        String asked = Files.readString(evaluation);
        assertTrue(asked.contains("impact:\n") && asked.indexOf("impact:\n") < asked.indexOf("protocol:"));
        Files.writeString(
                evaluation,
                asked.substring(0, asked.indexOf("impact:\n")) + asked.substring(asked.indexOf("protocol:")));
        run = PublishedRun.find(Runs.of(evaluation, folder.resolve("out")));
        file = EvaluationFile.read(evaluation, EvaluationReader.Day.NOT_TOLD);
        for (Row row : SparkForTests.session()
                .read()
                .parquet(run.folder().resolve("tables/measures").toString())
                .collectAsList()) {
            PUBLISHED.put(key(row), MEASURES.record(row));
        }
    }

    @Test
    void resourcesOfACounty() {
        again(Reach.SCHOOLS, first(SubjectType.COUNTY), "", c -> c.facet().startsWith("R"), 300);
        assertTrue(checked().tables().rows("counties").list().size() > 1);
    }

    /** A large delivery is traced on the engine: the same rows are shown, and the same bits computed. */
    @Test
    void theEngineGivesTheSame() {
        Measures cell = PUBLISHED.values().stream()
                .filter(m -> m.metricId().equals("gap.cv") && m.facet().equals("score:math") && m.value() != null)
                .findFirst()
                .orElseThrow();
        Measured.Checked spread =
                Measured.Checked.of(Ingest.read(SparkForTests.session(), file.evaluation(), folder.resolve("spread")));
        Withheld withheld = new Withheld(file.evaluation().disclosure(), new TreeSet<>());
        Scope scope = Scope.of(spread, Scope.Asked.of(cell));
        assertEquals(
                Evidenced.of(Scope.of(checked(), Scope.Asked.of(cell)), cell, withheld, 5),
                Evidenced.of(scope, cell, withheld, 5));
        String key = key(MEASURES.row(cell));
        assertEquals(
                cell,
                Recomputed.of(scope, file.evaluation(), file.rules())
                        .numbers(List.of(key))
                        .get(key));
    }

    @Test
    void scoresOfACountyWeightedAsAllSchoolsDecide() {
        again(
                Reach.SCHOOLS,
                first(SubjectType.COUNTY),
                "score:math",
                c -> c.facet().startsWith("score:math"),
                30);
    }

    @Test
    @Tag("long")
    void answersAboutTheSchoolsOfACluster() {
        again(
                Reach.SCHOOLS,
                first(SubjectType.CLUSTER),
                "survey:PARENT",
                c -> c.facet().startsWith("survey:PARENT"),
                10);
    }

    @Test
    void whatRegistersSayOfACounty() {
        again(Reach.COUNTIES, first(SubjectType.COUNTY), "", cell -> true, 300);
    }

    @Test
    @Tag("long")
    void modelsAndComposites() {
        again(Reach.DELIVERY, first(SubjectType.COUNTY), "", cell -> true, 300);
    }

    @Test
    void theRowsOfAModelNameNoPupil() throws IOException {
        Measures cell = PUBLISHED.values().stream()
                .filter(m -> m.metricId().equals("valueadded.school") && m.value() != null)
                .findFirst()
                .orElseThrow();
        Withheld withheld = new Withheld(file.evaluation().disclosure(), new TreeSet<>());
        List<InputRows> rows = Evidenced.of(Scope.of(checked(), Scope.Asked.of(cell)), cell, withheld, 1000);
        InputRows pupils = rows.stream()
                .filter(r -> r.table().equals("pupil_scores"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("school_code", "rows"), pupils.shown().columns());
        long few = file.evaluation().disclosure().minPupils();
        assertTrue(pupils.shown().rows().stream().allMatch(row -> ((Long) row.get(1)) >= few));
        namesNoPupil(rows.toString());
    }

    @Test
    void aNumberIsFollowedToItsClauseAndItsRows() throws IOException {
        String cell = PUBLISHED.keySet().stream()
                .filter(k -> k.startsWith("gap.cv||county|") && k.endsWith("|PRIMARY||R2|"))
                .filter(k -> PUBLISHED.get(k).value() != null)
                .findFirst()
                .orElseThrow();
        End end = junheng("trace", run.folder().toString(), cell, "--lang", "en");
        assertEquals(0, end.status(), end.err());
        for (String said : List.of(
                "教督〔2017〕6号",
                "gap.cv · 校际差异系数",
                "published: " + PUBLISHED.get(cell).value() + "  ",
                "data/staff.csv ",
                "backbone_teachers",
                "computed again: " + PUBLISHED.get(cell).value() + "  ",
                "with its numbers: ",
                PUBLISHED.get(cell).value() + " = sqrt(",
                "Equal to the published number to the last bit.")) {
            assertTrue(end.out().contains(said), said + " in " + end.out());
        }
        assertFalse(end.out().contains("school_scores"), end.out());
    }

    /** The formula with its numbers begins with the published value, and names the parts that it is made of. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "gap.sd; sqrt(",
                "gap_change.cv; this year less the base year",
                "gap_change.cv_from_stayers; add up to the change",
                "gap_change.cv_verdict; its interval",
                "resource.level; /",
                "resource.shortfall; what each lacks",
                "satisfaction.rate; /",
                "satisfaction.change; this year less the base year",
                "rules.met; the verdicts that are counted",
                "valueadded.school; sigma2_school",
                "bundled.score; scores times weights"
            })
    void theFormulaIsShownWithItsNumbers(String metric, String shown) {
        String cell = PUBLISHED.keySet().stream()
                .filter(k -> k.startsWith(metric + "|") && PUBLISHED.get(k).value() != null)
                .filter(k ->
                        !metric.equals("resource.shortfall") || PUBLISHED.get(k).value() > 0)
                .findFirst()
                .orElseThrow();
        Measures number = PUBLISHED.get(cell);
        try (RunDatabase database = RunDatabase.of(run)) {
            Withheld none = new Withheld(new Disclosure(0, 0, 0, false), new TreeSet<>());
            Worked worked = Worked.of(measured(), number, none);
            String parts = PublishedParts.of(database, number, cell)
                    .map(of ->
                            of.kind().en() + "\n" + String.join("\n", of.rows().lines(99)))
                    .orElse("");
            assertTrue((worked.lines() + parts).contains(shown.strip()), worked.lines() + parts);
            assertTrue(
                    worked.lines().isEmpty()
                            || worked.lines().get(worked.lines().size() - 1).contains(" = ")
                            || worked.lines().get(0).contains(" of "),
                    worked.lines().toString());
        }
    }

    /** The whole delivery, once for all of these. */
    private static Measured measured() {
        if (whole == null) {
            whole = Measured.of(checked(), file.evaluation().withoutModels(), file.rules());
        }
        return whole;
    }

    @Test
    void aSchoolIsGivenItsResultsAndRows() throws IOException {
        String school = PUBLISHED.values().stream()
                .filter(m -> m.metricId().equals("valueadded.school") && m.value() != null)
                .map(Measures::subjectId)
                .findFirst()
                .orElseThrow();
        End end = junheng("trace", run.folder().toString(), "--school", school, "--csv");
        assertEquals(0, end.status(), end.err());
        assertTrue(end.out().startsWith("table,file,row,column,value\n"), end.out());
        for (String table : List.of("measures,,1,metric_id,", "judgements,,1,rule_id,", "staff,data/staff.csv,")) {
            assertTrue(end.out().contains("\n" + table), table);
        }
        assertTrue(end.out().contains("\npupil_scores,," + school + ",rows,"), end.out());
        namesNoPupil(end.out());
    }

    @Test
    void whatIsSuppressedIsNotTraced() {
        String cell = PUBLISHED.keySet().stream()
                .filter(k -> PUBLISHED.get(k).status() == Status.SUPPRESSED)
                .findFirst()
                .orElseThrow();
        End end = junheng("trace", run.folder().toString(), cell, "--lang", "en");
        assertEquals(2, end.status(), end.out());
        assertTrue(end.err().contains("suppressed"), end.err());
        assertFalse(end.out().contains("data/"), end.out());
    }

    @Test
    void aChangedInputIsRefusedByName() throws IOException {
        Path staff = folder.resolve("drawn/data/staff.csv");
        byte[] before = Files.readAllBytes(staff);
        try {
            Files.writeString(staff, Files.readString(staff) + "\n");
            End end = junheng("trace", run.folder().toString(), PUBLISHED.firstKey(), "--lang", "en");
            assertEquals(2, end.status(), end.out());
            assertTrue(end.err().contains("has changed: data/staff.csv"), end.err());
        } finally {
            Files.write(staff, before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gap.cv", "' or 1=1 --", "=cmd()|a|\u0007\n|\u202e|||||||", "%s%n", "|||||||||"})
    void anUnknownCellIsRefusedInASentence(String cell) {
        End end = junheng("trace", run.folder().toString(), cell, "--lang", "en");
        assertEquals(2, end.status(), end.out());
        assertTrue(end.err().startsWith("no number has the key"), end.err());
        assertEquals(1, end.err().lines().count(), end.err());
        assertTrue(end.err().strip().chars().noneMatch(Character::isISOControl), end.err());
    }

    @Test
    void oneQuestionAtATime() {
        assertEquals(2, junheng("trace", run.folder().toString()).status());
        assertEquals(
                2,
                junheng("trace", run.folder().toString(), "a", "--school", "b").status());
        assertEquals(2, junheng("trace", folder.toString(), "a").status());
    }

    private static void again(Reach reach, Subject subject, String facet, Predicate<Measures> which, int atLeast) {
        Evaluation evaluation = file.evaluation();
        SortedSet<Integer> years = new TreeSet<>(List.of(evaluation.baseline(), Collections.max(evaluation.years())));
        Scope scope = Scope.of(checked(), new Scope.Asked(reach, subject, years, new FacetRows(facet)));
        SortedSet<String> about = scope.own("schools").list().stream()
                .map(row -> row.<String>getAs("school_code"))
                .collect(Collectors.toCollection(TreeSet::new));
        about.add(subject.id());
        SortedMap<String, Measures> wanted = new TreeMap<>();
        PUBLISHED.forEach((key, cell) -> {
            boolean isOwn = about.contains(cell.subjectId().replaceAll(":[A-Z_]*$", "")) || reach == Reach.DELIVERY;
            boolean isOfYears = years.contains(cell.year()) || reach != Reach.SCHOOLS;
            boolean isOf = Reach.of(cell) == reach && isOwn && isOfYears && which.test(cell);
            if (isOf && cell.status() != Status.SUPPRESSED) {
                wanted.put(key, cell);
            }
        });
        assertTrue(wanted.size() >= atLeast, () -> wanted.size() + " numbers of " + subject);
        SortedMap<String, Measures> again =
                Recomputed.of(scope, evaluation, file.rules()).numbers(wanted.keySet());
        wanted.forEach((key, cell) -> assertEquals(cell, again.get(key)));
    }

    private static void namesNoPupil(String text) throws IOException {
        List<String> pupils = Files.readAllLines(folder.resolve("drawn/data/pupils.csv"));
        assertTrue(pupils.size() > 100);
        pupils.stream().skip(1).map(line -> line.split(",", 2)[0]).forEach(id -> assertFalse(text.contains(id), id));
        assertFalse(PSEUDONYM.matcher(text).find());
    }

    /** The delivery as the command reads it, in lists. */
    private static Measured.Checked checked() {
        if (read == null) {
            Room room = new Room(Room.ORDINARY, () -> {});
            read = Measured.Checked.of(
                    Ingest.read(SparkForTests::session, file.evaluation(), folder.resolve("spill"), room));
        }
        return read;
    }

    private static Subject first(SubjectType type) {
        return new Subject(
                type,
                PUBLISHED.values().stream()
                        .filter(m -> m.subjectType() == type)
                        .map(Measures::subjectId)
                        .min(String::compareTo)
                        .orElseThrow());
    }

    private static String key(Row row) {
        return MEASURES.keys().stream()
                .map(k -> row.getAs(k) == null ? "" : String.valueOf(row.<Object>getAs(k)))
                .collect(Collectors.joining("|"));
    }

    private record End(int status, String out, String err) {}

    private static End junheng(String... args) {
        PrintStream stdout = System.out;
        PrintStream stderr = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try (PrintStream first = new PrintStream(said, true, StandardCharsets.UTF_8);
                PrintStream second = new PrintStream(complained, true, StandardCharsets.UTF_8)) {
            System.setOut(first);
            System.setErr(second);
            int status = Junheng.execute(args);
            return new End(status, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(stdout);
            System.setErr(stderr);
        }
    }
}
