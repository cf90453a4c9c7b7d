package org.junheng.jobs.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junheng.gap.ChangeRules;
import org.junheng.impact.BasePeriod;
import org.junheng.impact.Timing;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;
import org.junheng.jobs.Shared;
import org.junheng.stats.Estimator;
import org.junheng.subject.ClusterType;
import org.junheng.subject.Role;
import org.junheng.subject.RosterDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationReaderTest {
    private static final String LEAST = "evaluation: e\nyears: [2021, 2022]\ninputs:\n  schools: data/schools.csv\n";

    @TempDir
    Path folder;

    @Test
    void changesHaveIntervalsLinksAndBreaksWhereTheyAreDeclared() throws IOException {
        assertEquals(ChangeRules.plain(7), read(LEAST + "seed: 7\n").changes());
        ChangeRules rules = read(LEAST
                        + "gap_change:\n  intervals: [cv, gap_change.theil]\n  causes: [theil]\n  resamples: 1999\n  min_schools: 12\n"
                        + "  links:\n    - {subject: math, grade: 6, base: 2021, year: 2022, se: 0.8}\n"
                        + "  breaks:\n    - {facet: R1, year: 2022, why: new statistics}\n")
                .changes();
        assertEquals(Set.of("gap_change.cv", "gap_change.theil"), rules.metrics());
        assertEquals(Set.of("theil"), rules.causes());
        assertEquals(1999, rules.resamples());
        assertEquals(12, rules.leastSchools());
        assertEquals(List.of(new ChangeRules.Link("math", 6, 2021, 2022, 0.8)), rules.links());
        assertEquals(List.of(new ChangeRules.Break("R1", 2022, "new statistics")), rules.breaks());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "intervals: [p90_p10] | has no interval",
                "causes: [gini] | is not told by cause",
                "resample: 99 | resample",
                "resamples: 10 | from 99 to",
                "links: [{subject: math, base: 2022, year: 2021, se: 1}] | is not after base",
                "links: [{subject: math, base: 2021, year: 2022, se: 0}] | a number above 0",
                "breaks: [{facet: R1, year: 2030, why: x}] | is not one of the years",
            })
    void refusesWhatAChangeCannotMean(String line, String words) {
        Refusal refusal = assertThrows(Refusal.class, () -> read(LEAST + "gap_change:\n  " + line + "\n"));
        assertTrue(refusal.getMessage().contains(words), refusal::getMessage);
    }

    @Test
    void aBlockMayPoolEarlierCohorts() throws IOException {
        String years = LEAST.replace("2021, 2022", "2023, 2024");
        String block = """
                value_added:
                  - id: v
                    outcome: {year: 2024, grade: 9}
                    pooled_years: [%s]
                    prior: [{year: 2021, grade: 6}]
                    subjects: [math]
                    standardise: %s
                """;
        ValueAddedBlock v =
                read(years + block.formatted("2022, 2023", "none")).valueAdded().get(0);
        assertEquals(List.of(2022, 2023), v.pooledYears());
        assertEquals(List.of(new Exam(2019, 6)), v.in(2022).prior());
        assertTrue(v.isSameModelLaterThan(v.in(2022)) && !v.in(2022).isSameModelLaterThan(v));
        assertThrows(Refusal.class, () -> read(years + block.formatted("2024", "none")));
        assertThrows(Refusal.class, () -> read(years + block.formatted("2022, 2022", "none")));
        assertThrows(Refusal.class, () -> read(years + block.formatted("2022", "within_exam")));
    }

    @Test
    void aPriorExamMayNameItsReliability() throws IOException {
        String years = LEAST.replace("2021, 2022", "2023, 2024");
        String block = """
                value_added:
                  - id: v
                    outcome: {year: 2024, grade: 9}
                    prior: [{year: 2021, grade: 6, reliability: %s}, {year: 2022, grade: 7}]
                    subjects: [math]
                """;
        Evaluation e = read(years + block.formatted("0.85"));
        assertEquals(List.of(0.85, 1.0), e.valueAdded().get(0).reliabilities());
        assertThrows(Refusal.class, () -> read(years + block.formatted("0")));
        assertThrows(Refusal.class, () -> read(years + block.formatted("1.2")));
    }

    @Test
    void fillsInTheDefaultsOfTheContract() throws IOException {
        Evaluation e = read(LEAST);

        assertEquals("e", e.id());
        assertEquals(List.of(2021, 2022), e.years());
        assertEquals(2021, e.baseline());
        assertEquals(List.of(), e.policies());
        assertEquals(Map.of("schools", new Input("schools", "data/schools.csv", null)), e.inputs());
        assertTrue(
                e.valueAdded().isEmpty() && e.growth().isEmpty() && e.impact().isEmpty());
        assertEquals(null, e.protocol());
        assertEquals(new Disclosure(10, 10, 3, true), e.disclosure());
        assertEquals(0.05, e.maxQuarantinedShare());
        assertEquals(Privacy.NONE, e.privacy());
        assertEquals(1, e.seed());
        assertEquals(ZoneId.of("Asia/Shanghai"), e.timezone());
        assertEquals(folder.toAbsolutePath(), e.folder());
    }

    @Test
    void readsEveryKeyOfTheContract() throws IOException {
        Files.writeString(folder.resolve("p.yaml"), ProtocolReaderTest.LEAST);
        Files.writeString(folder.resolve("own.csv"), "rule_id");
        Evaluation e = read("""
                evaluation: yunnan-2024
                years: [2021, 2022, 2023, 2024]
                baseline: 2022
                policies: [national-2017, own.csv]
                inputs:
                  schools: {path: data/*.csv, encoding: GB18030}
                  staff:
                value_added:
                  - id: v
                    outcome: {year: 2024, grade: 9}
                    prior: [{year: 2021, grade: 6}]
                    subjects: [math]
                    covariates: [sex, school_mean_prior]
                    standardise: within_exam
                    estimator: ml
                growth:
                  - id: g
                    outcome: {year: 2024, grade: 9}
                    prior: [{year: 2023, grade: 8}]
                    subjects: [math]
                impact:
                  - id: i
                    outcome: {table: school_scores, column: mean_score, grade: 6, subject: math}
                    treatment: {cluster_type: [EDUCATION_GROUP], role: MEMBER}
                    comparison: never_treated
                    panel: pairwise
                    population: {ownership: [PUBLIC]}
                  - id: k
                    outcome: {table: staff, column: pupil_count}
                    treatment: {cluster_type: [SCHOOL_DISTRICT], role: LEAD}
                    exam_day: "11-01"
                    exam_year_offset: 0
                    estimator: reg
                    cluster_errors_by: school_code
                    anticipation: 1
                    base_period: universal
                protocol: p.yaml
                disclosure: {min_schools: 5, secondary: off}
                gate: {max_quarantined_share: 0.1}
                privacy: {key_env: K}
                seed: 7
                timezone: UTC
                """);

        assertEquals(Map.of("schools", new Input("schools", "data/*.csv", "GB18030")), e.inputs());
        assertEquals(
                new ValueAddedBlock(
                        "v",
                        new Exam(2024, 9),
                        List.of(new Exam(2021, 6)),
                        List.of("math"),
                        List.of("sex", "school_mean_prior"),
                        ValueAddedBlock.Standardise.WITHIN_EXAM,
                        Estimator.ML),
                e.valueAdded().get(0));
        assertEquals(
                new GrowthBlock("g", new Exam(2024, 9), List.of(new Exam(2023, 8)), List.of("math")),
                e.growth().get(0));
        assertEquals(
                new ImpactBlock(
                        "i",
                        new ImpactBlock.Outcome("school_scores", "mean_score", 6, "math"),
                        List.of(ClusterType.EDUCATION_GROUP),
                        Role.MEMBER,
                        MonthDay.of(6, 30),
                        1,
                        ImpactBlock.Comparison.NEVER_TREATED,
                        ImpactBlock.Estimate.DR,
                        ImpactBlock.Panel.PAIRWISE,
                        List.of(),
                        ImpactBlock.ErrorsBy.CLUSTER_ID,
                        Timing.PLAIN,
                        Map.of("ownership", List.of("PUBLIC"))),
                e.impact().get(0));
        ImpactBlock second = e.impact().get(1);
        assertEquals(MonthDay.of(11, 1), second.examDay());
        assertEquals(0, second.examYearOffset());
        assertEquals(ImpactBlock.Comparison.NOT_YET_TREATED, second.comparison());
        assertEquals(ImpactBlock.ErrorsBy.SCHOOL_CODE, second.clusterErrorsBy());
        assertEquals(new Timing(1, BasePeriod.UNIVERSAL), second.timing());
        assertEquals("p.yaml", e.protocol());
        assertEquals(new Disclosure(10, 10, 5, false), e.disclosure());
        assertEquals(0.1, e.maxQuarantinedShare());
        assertEquals(new Privacy("K", null), e.privacy());
        assertEquals(7, e.seed());
        assertEquals(ZoneId.of("UTC"), e.timezone());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    polices: []                              | line 5, polices, policies
                    disclosure: {min_pupls: 3}               | line 5, min_pupls, min_pupils
                    years: [2023]                            | line 5, years
                    gate: {max_quarantined_share: few}       | line 5, max_quarantined_share, few
                    gate: {max_quarantined_share: NaN}       | line 5, max_quarantined_share, NaN
                    gate: {max_quarantined_share: 5}         | line 5, max_quarantined_share
                    gate: 0.05                               | line 5, gate
                    baseline: 2019                           | line 5, baseline, 2019
                    baseline: soon                           | line 5, baseline, soon
                    policies: [national-2071]                | line 5, national-2071, national-2017
                    policies: [mine.csv]                     | line 5, mine.csv
                    policies: national-2017                  | line 5, policies, list
                    protocol: none.yaml                      | line 5, protocol, none.yaml
                    seed: 1.5                                | line 5, seed, 1.5
                    timezone: Mars/Olympus                   | line 5, timezone, Mars/Olympus
                    privacy: {key_env: A, key_file: B}       | line 5, privacy
                    disclosure: {min_pupils: 0}              | line 5, min_pupils, 0
                    disclosure: {secondary: perhaps}         | line 5, secondary, perhaps
                    growth: [{id: g}]                        | line 5, outcome
                    value_added: [{id: g, outcome: {year: 2030, grade: 9}}] | line 5, outcome, 2030
                    value_added: [{id: g, outcome: {year: 2022, grade: 13}}] | line 5, grade, 13
                    """)
    void refusesWithTheLineAndTheKey(String text, String parts) {
        refused(LEAST + text, parts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: &x [1]\n", "seed: !!java.net.URL [x]\n", "seed: !other 1\n", "policies: [*x]\n"})
    void refusesTagsAnchorsAndAliases(String text) {
        refused(LEAST + text, "line 5");
    }

    @Test
    void refusesABombOfBracketsBeforeItUnfolds() {
        refused(LEAST + "policies: " + "[a, ".repeat(50_000), "line 5");
    }

    @Test
    void theReportIsForABureauUnlessTheFileSaysOtherwise() throws IOException {
        assertEquals(Audience.BUREAU, read(LEAST).audience());
        assertEquals(Audience.PUBLIC, read(LEAST + "audience: public\n").audience());
        refused(LEAST + "audience: everybody\n", "line 5, audience, everybody, public | bureau | school");
    }

    @Test
    void theRosterIsThatOfTheDayThatTheCommandOrTheFileNames() throws IOException {
        assertEquals(RosterDays.ORDINARY, read(LEAST).rosterDays());
        Evaluation told = read(LEAST + "as_of: 2022-10-15\n");
        assertEquals(LocalDate.of(2022, 10, 15), told.rosterDays().asOf());
        EvaluationReader.Day other = new EvaluationReader.Day(LocalDate.of(2023, 8, 31), null);
        assertEquals(
                other.asOf(),
                EvaluationReader.read(told.file(), Set.of(), other).rosterDays().asOf());
        refused(LEAST + "as_of: 2022-08-31\n", "line 5, as_of, 2022-08-31, begins on 2022-09-01");
        refused(LEAST + "as_of: 2023-09-01\n", "line 5, as_of, lies after, before 2023-09-01");
        refused(LEAST + "as_of: 15.10.2022\n", "line 5, as_of, 15.10.2022, a day such as 2024-10-15");
    }

    @Test
    void refusesUnknownAndMissingTables() {
        refused("evaluation: e\nyears: [2021]\ninputs:\n  shools: a.csv\n", "line 4, shools, schools");
        refused("evaluation: e\nyears: [2021]\ninputs:\n  staff: a.csv\n", "schools");
        refused("evaluation: e\nyears: [2021]\ninputs:\n  schools: {path: a.csv, encoding: WTF-8}\n", "line 4, WTF-8");
        refused("evaluation: ../e\nyears: [2021]\ninputs:\n  schools: a.csv\n", "line 1, ../e");
        refused("evaluation: e\nyears: []\ninputs:\n  schools: a.csv\n", "line 2, years");
    }

    @Test
    void refusesWhatIsNoYamlOrNoFile() {
        refused("evaluation: [\n", "line");
        refused("", "empty");
        Refusal none = assertThrows(Refusal.class, () -> EvaluationReader.read(folder.resolve("no.yaml"), Set.of()));
        assertTrue(none.sentences().get(0).en().contains("no.yaml"));
    }

    @Test
    void readsTheRealAndTheReferenceEvaluations() {
        for (String name : List.of(
                "real/chile",
                "real/england",
                "real/north-carolina",
                "reference/deliveries/a1_exam_value_added",
                "reference/deliveries/a8_boundary_value_added",
                "reference/deliveries/e1_mpdta_impact",
                "reference/deliveries/f1_sgp_growth")) {
            Evaluation e = EvaluationReader.read(Shared.path(name).resolve("evaluation.yaml"), Set.of());
            assertFalse(e.inputs().isEmpty(), name);
        }
    }

    @Test
    void saysOfAnInputWhereItsColumnsComeFrom() throws IOException {
        Evaluation e = read(LEAST + "  facilities: {path: f.xlsx, sheet: 表1, drop: [姓名], columns: {computers: 电脑,"
                + " year: {constant: 2023}, equipment_value_10k_yuan: {column: 值, unit: 元}}}\n");
        Input input = Objects.requireNonNull(e.inputs().get("facilities"));
        assertEquals("表1", input.sheet());
        assertEquals(List.of("姓名"), input.drop());
        assertEquals(new ColumnFrom("电脑", null, null, Map.of()), input.columns().get("computers"));
        assertEquals(
                new ColumnFrom(null, "2023", null, Map.of()), input.columns().get("year"));
        String path = LEAST + "  facilities: {path: f.csv, ";
        refused(path + "colums: {}}\n", "colums, columns");
        refused(path + "columns: {computer: x}}\n", "computer, computers");
        refused(path + "columns: {computers: {colum: x}}}\n", "colum, column");
        refused(path + "columns: {computers: {unit: 台}}}\n", "exactly one");
        refused(path + "columns: {equipment_value_10k_yuan: {column: x, unit: 亿元}}}\n", "亿元, 万元");
        refused(path + "columns: {computers: {column: x, values: {a: 1, a: 2}}}}\n", "twice");
    }

    private Evaluation read(String text) throws IOException {
        Path file = folder.resolve("evaluation.yaml");
        Files.writeString(file, text);
        return EvaluationReader.read(file, Set.of("national-2017", "shandong-2020"));
    }

    private void refused(String text, String parts) {
        Refusal refusal = assertThrows(Refusal.class, () -> read(text));
        assertEquals(ExitStatus.WRONG_USAGE, refusal.status());
        String said = refusal.sentences().get(0).en();
        for (String part : parts.split(", ", -1)) {
            assertTrue(said.contains(part), said + " lacks " + part);
        }
        assertFalse(refusal.sentences().get(0).zh().isEmpty());
    }
}
