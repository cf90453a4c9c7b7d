package org.junheng.jobs.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junheng.jobs.ingest.DeliveredFiles.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junheng.jobs.Refusal;
import org.junheng.jobs.SparkForTests;
import org.junheng.jobs.config.EvaluationReader;
import org.junheng.jobs.config.Mistake;
import org.junheng.metric.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A delivery for every code: those of one text file stand in {@code every-code.csv}, the others here. A code without one fails. */
class EveryCodeTest {
    private static final String STAFF = "school_code,year,stage,pupil_count\n";

    @TempDir
    Path folder;

    private DeliveredFiles files;
    private int number;
    private final Map<String, Callable<String>> further = new LinkedHashMap<>();

    @BeforeEach
    void furtherDeliveries() {
        further.put("F05", () -> {
            Files.createDirectories(files.place("data/staff"));
            return said(files.input("staff", "data/staff").check());
        });
        further.put(
                "F06", () -> inFolder("a.csv", STAFF + "S1,2023,PRIMARY,5\n", "b.csv", STAFF + "S1,2023,PRIMARY,5\n"));
        further.put("F11", () -> inFolder("a.csv", STAFF + "S1,2023,PRIMARY,5\n", "readme.txt", "见附件"));
        further.put("F13", () -> inFolder("a.csv", STAFF + "S1,2023,PRIMARY,5\n", "b/c.csv", STAFF));
        further.put("F12", this::archiveOfTooManyParts);
        further.put(
                "F14",
                () -> book(new Books()
                        .sheet("s", "school_code|year|stage", "S1|2023|PRIMARY")
                        .hidden("旧", "school_code|year|stage", "S2|2023|JUNIOR")));
        further.put("H13", () -> {
            new Books().sheet("s", "school_code|year|stage").write(files.place("data/staff.xlsx"));
            return said(
                    files.input("staff", "{path: data/staff.xlsx, sheet: t}").check());
        });
        further.put("H15", () -> book(new Books().sheet("s", "学校代码：S1|2023学年", "stage|pupil_count", "PRIMARY|5")));
        further.put("H16", () -> book(new Books().sheet("s", "学校代码|S1", "学年|2023", "学段|小学")));
        further.put("H17", () -> book(new Books().sheet("s", "2023学年小学教师|学校代码：S1", "在校生数|5|6", "专任教师数|1|2")));
        further.put(
                "S12",
                () -> book(new Books()
                        .sheet(
                                "s",
                                "school_code|year|stage|pupil_count",
                                "S1|2023|PRIMARY|<c><f>1+1</f><v>2</v></c>")));
        further.put(
                "V19",
                () -> book(new Books()
                        .sheet(
                                "s",
                                "school_code|year|stage|pupil_count",
                                "S1|2023|PRIMARY|<c t=\"e\"><v>#N/A</v></c>")));
        further.put(
                "V20",
                () -> book(new Books()
                        .sheet("s", "school_code|year|stage|pupil_count", "S1|2023|PRIMARY|<c><f>1+1</f></c>")));
        further.put(
                "S14",
                () -> book(new Books()
                        .sheet("s", List.of("A2:A3"), "school_code|year|stage", "S1|2023|PRIMARY", "|2022|PRIMARY")));
        further.put("S09", () -> staff(STAFF + "S1,2023,PRIMARY," + "9".repeat(40_000) + "\n"));
        further.put(
                "E01", () -> schools("school_code,year,school_name\nS1,2023,云岭小学\n", Charset.forName("GB18030"), ""));
        further.put(
                "E02",
                () -> schools("school_code,year,school_name\nS1,2023,云岭小学\n", Charset.forName("GB18030"), "UTF-8"));
        further.put("E07", () -> schools("school_code,year,school_name\nS1,2023,云岭小学\n", UTF_8, "GBK"));
        further.put("H08", () -> said(files.settings(model("")).check()));
        further.put(
                "Y02",
                () -> said(files.settings(model(", covariates: [altitude]")).check()));
        further.put("H10", () -> staff(STAFF, "{path: data/staff.csv, columns: {pupil_count: 人数}}"));
        further.put(
                "H11",
                () -> staff("school_code,year,stage,姓名\nS1,2023,PRIMARY,张某\n", "{path: data/staff.csv, drop: [姓名]}"));
        further.put(
                "V18",
                () -> staff(
                        "school_code,year,stage\nS1,2023,小\n",
                        "{path: data/staff.csv, columns: {stage: {column: stage, values: {小: PRIMARY}}}}"));
        further.put(
                "K16",
                () -> said(files.with(
                                "memberships",
                                "cluster_id,school_code,joined_on,recorded_on",
                                "C1,S1,2020-09-01,2022-01-01")
                        .checkAsKnownOn("2021-01-01")));
        further.put("K20", () -> {
            files.with(
                    "county_links",
                    "county_code,successor_code,effective_on,link_type",
                    "530101,530102,2022-06-01,MERGED");
            return said(files.with("schools", "school_code,year,county_code", "S1,2023,530101")
                    .check());
        });
        further.put("K22", () -> split("S1,2021,530101"));
        further.put("K23", () -> split("S1,2022,530101"));
        further.put("G01", () -> gated());
        further.put("G02", this::changedWhileItIsRead);
        further.put("F09", this::unreadable);
        further.put("G03", () -> {
            files.file("w.csv", "input_table,rule,reason,signed_by,signed_on\nstaff,K11,戴帽初中,王某,2024-09-01\n");
            files.settings("waivers: w.csv\n");
            return staff(STAFF + "S1,2023,JUNIOR,5\n");
        });
        further.put("G04", () -> before(12, 9));
        further.put("G05", () -> before(20, 9));
        further.put("G06", () -> staff(STAFF + rows(2022, 10) + rows(2023, 7)));
    }

    @Test
    void everyCodeHasADeliveryThatTellsIt() throws Exception {
        Map<String, Callable<String>> all = new LinkedHashMap<>(further);
        for (CSVRecord r : listed()) {
            all.put(r.get("code"), () -> delivered(r));
        }
        for (Map.Entry<String, Callable<String>> one : all.entrySet()) {
            place();
            String said = one.getValue().call();
            assertTrue(said.contains(one.getKey() + " "), one.getKey() + " is not in " + said);
            assertFalse(said.contains("Exception"), said);
        }
        assertEquals(new TreeSet<>(Arrays.stream(Rule.values()).map(Rule::code).toList()), new TreeSet<>(all.keySet()));
    }

    @Test
    void everyMistakeOfConfigurationIsStoppedUnderItsCode() {
        Map<Mistake, String> mistakes = new LinkedHashMap<>();
        mistakes.put(Mistake.UNKNOWN_KEY, "yaers: [2023]\n");
        mistakes.put(Mistake.KEY_TWICE, "seed: 1\nseed: 2\n");
        mistakes.put(Mistake.WRONG_KIND, "seed: few\n");
        mistakes.put(Mistake.NOT_ALLOWED, "baseline: 2019\n");
        mistakes.put(Mistake.KEY_MISSING, "growth:\n  - {id: g}\n");
        mistakes.put(Mistake.NOT_YAML, "seed: [\n");
        mistakes.put(Mistake.NOT_USED, "seed: &a 1\n");
        mistakes.put(Mistake.NO_KEY, "privacy: {key_env: NO_SUCH_VARIABLE_HERE}\n");
        mistakes.put(Mistake.BAD_WAIVER, "waivers: data/schools.csv\n");
        for (Map.Entry<Mistake, String> one : mistakes.entrySet()) {
            place();
            files.settings(one.getValue());
            assertStops(one.getKey(), () -> said(files.check()));
        }
        assertStops(Mistake.NO_FILE, () -> EvaluationReader.read(folder.resolve("none.yaml"), Set.of())
                .id());
        assertEquals(Mistake.values().length, mistakes.size() + 1);
    }

    private static void assertStops(Mistake mistake, Callable<String> work) {
        Refusal refusal = assertThrows(Refusal.class, work::call);
        for (Words sentence : refusal.sentences()) {
            assertTrue(sentence.en().startsWith(mistake.code() + " "), sentence.en());
            assertTrue(sentence.zh().startsWith(mistake.code() + " "), sentence.zh());
        }
    }

    @Test
    void theDocumentationHasEveryCodeInBothLanguages() {
        String printed = Codes.markdown();
        for (Rule rule : Rule.values()) {
            assertTrue(printed.contains("| " + rule.code() + " | " + rule.severity()), rule.code());
        }
        for (Mistake mistake : Mistake.values()) {
            assertTrue(
                    printed.contains("| " + mistake.code() + " | STOP | "
                            + mistake.what().zh()),
                    mistake.code());
            assertTrue(printed.contains(" | " + mistake.what().en() + " | "), mistake.code());
        }
    }

    private Path place() {
        Path place = folder.resolve("d" + ++number);
        files = new DeliveredFiles(place);
        return place;
    }

    private String delivered(CSVRecord r) {
        String text = r.get("content")
                .replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("\\u0007", "\u0007")
                .replace("\\uFFFD", "\uFFFD");
        if (!r.get("code").equals("F01")) {
            files.file(r.get("path"), text);
        }
        String said = said(files.input(r.get("table"), r.get("path")).check());
        String expected = r.get("says").replace("\\\\u", "\\u");
        assertTrue(said.contains(expected), r.get("code") + ": " + expected + " is not in " + said);
        return said;
    }

    private static List<CSVRecord> listed() throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter('|')
                .setQuote(null)
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(EveryCodeTest.class.getResourceAsStream("every-code.csv")), UTF_8)) {
            return format.parse(in).getRecords();
        }
    }

    private String inFolder(String one, String text, String other, String otherText) {
        files.file("data/staff/" + one, text).file("data/staff/" + other, otherText);
        return said(files.input("staff", "data/staff").check());
    }

    private String book(Books book) {
        book.write(files.place("data/staff.xlsx"));
        return said(files.input("staff", "data/staff.xlsx").check());
    }

    private String archiveOfTooManyParts() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(files.place("data/staff.xlsx")))) {
            for (int i = 0; i <= 20_000; i++) {
                zip.putNextEntry(new ZipEntry("p" + i));
            }
        }
        return said(files.input("staff", "data/staff.xlsx").check());
    }

    private String staff(String text) {
        return staff(text, "data/staff.csv");
    }

    private String staff(String text, String input) {
        return said(files.file("data/staff.csv", text).input("staff", input).check());
    }

    private String schools(String text, Charset charset, String declared) throws IOException {
        Files.write(files.place("data/schools.csv"), text.getBytes(charset));
        String encoding = declared.isEmpty() ? "" : ", encoding: " + declared;
        return said(files.input("schools", "{path: data/schools.csv" + encoding + "}")
                .check());
    }

    private static String model(String more) {
        return "value_added:\n  - {id: v, outcome: {year: 2023, grade: 9}, subjects: [math]" + more + "}\n";
    }

    /** A file that may not be read; where everything may be, one whose first byte cannot. */
    private String unreadable() throws IOException {
        Path staff = files.file("data/staff.csv", STAFF).place("data/staff.csv");
        if (!staff.toFile().setReadable(false) || Files.isReadable(staff)) {
            Files.delete(staff);
            Files.createSymbolicLink(staff, Path.of("/proc/self/mem"));
        }
        String said = said(files.input("staff", "data/staff.csv").check());
        Files.delete(staff);
        return said;
    }

    /** When the first row of staff finds no room any more, the file has another end. */
    private String changedWhileItIsRead() {
        files.file("data/staff.csv", STAFF + "S1,2023,PRIMARY,5\nS1,2023,PRIMARY,5\n");
        Room room = new Room(2, () -> files.file("data/staff.csv", STAFF + "S1,2023,PRIMARY,5\n"));
        return said(Ingest.read(
                SparkForTests::session,
                files.input("staff", "data/staff.csv").evaluation(),
                files.place("spill"),
                room));
    }

    private String split(String school) {
        return said(files.with(
                        "county_links",
                        "county_code,successor_code,effective_on,link_type",
                        "530101,530111,2022-06-01,SPLIT",
                        "530101,530112,2022-06-01,SPLIT")
                .with("schools", "school_code,year,county_code", "S2,2023,530111", school)
                .check());
    }

    private String gated() {
        files.gate("0");
        return staff(STAFF + "S1,2023,PRIMARY,x\n");
    }

    private String before(int then, int now) {
        files.file("run/manifest.json", "{\"evaluation\": \"e\"}");
        files.file("run/check/csv/quality.csv", "input_table,file,rule,rows_in\nstaff,,," + then + "\n");
        files.file("data/staff.csv", STAFF + rows(2023, now)).input("staff", "data/staff.csv");
        return said(Shrinkage.judged(files.check(), files.evaluation(), files.place("run")));
    }

    private static String rows(int year, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "S1," + year + ",PRIMARY," + i + "\n")
                .collect(Collectors.joining());
    }
}
