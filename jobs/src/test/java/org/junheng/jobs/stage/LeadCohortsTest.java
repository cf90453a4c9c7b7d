package org.junheng.jobs.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.Catalogue;
import org.junheng.integration.LeadChangeView;
import org.junheng.integration.LeadChangeView.Since;
import org.junheng.integration.LeadChanges;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.config.EvaluationReader;
import org.junheng.jobs.config.Exam;
import org.junheng.jobs.table.Measures;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Interval;
import org.junheng.metric.Value;
import org.junheng.stock.Lineage;
import org.junheng.subject.Membership;
import org.junheng.subject.Register;
import org.junheng.subject.Role;
import org.junheng.subject.SchoolFacts;
import org.junheng.subject.SchoolFacts.Area;
import org.junheng.subject.SchoolFacts.Flags;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** L leads G from March 2024: after the exam of 2022, before that of 2023. Only blocks that are the same model are compared. */
class LeadCohortsTest {
    private static final Definition VALUE_ADDED =
            Catalogue.definition("valueadded.school").orElseThrow();

    @TempDir
    Path folder;

    private Evaluation evaluation() throws IOException {
        Path file = folder.resolve("evaluation.yaml");
        Files.writeString(file, """
                evaluation: e
                years: [2022, 2023, 2024]
                inputs: {schools: s.csv}
                value_added:
                  - {id: y22, outcome: {year: 2022, grade: 9}, prior: [{year: 2019, grade: 6}], subjects: [math]}
                  - {id: y24, outcome: {year: 2024, grade: 9}, prior: [{year: 2021, grade: 6}], subjects: [math]}
                  - {id: sex23, outcome: {year: 2023, grade: 9}, prior: [{year: 2020, grade: 6}], subjects: [math], covariates: [sex]}
                """);
        return EvaluationReader.read(file, Set.of());
    }

    private static Measures row(String model, int year, double value) {
        return new ModelRow(VALUE_ADDED, model, new Exam(year, 9), "score:math", "score")
                .of(
                        SubjectType.SCHOOL,
                        "L",
                        Value.of(value, new Counts(1L, 100L, null))
                                .within(new Interval(0.1, value - 0.6, value + 0.6, 0.95)));
    }

    private static Register register() {
        List<SchoolFacts> schools = new ArrayList<>();
        for (int year = 2022; year <= 2024; year++) {
            schools.add(new SchoolFacts(
                    "L", year, new Area("539001", null, null), null, null, Flags.UNKNOWN, null, null, new TreeMap<>()));
        }
        SortedMap<String, List<Membership>> memberships = new TreeMap<>();
        memberships.put("L", List.of(new Membership("G", Role.LEAD, LocalDate.of(2024, 3, 1), null)));
        return new Register(schools, memberships, List.of());
    }

    @Test
    void onlyCohortsOfTheSameModelAreCompared() throws IOException {
        List<Measures> effects = List.of(row("y22", 2022, 2), row("sex23", 2023, 9), row("y24", 2024, 1.5));
        List<LeadCohorts.Led> led =
                new LeadCohorts(evaluation().valueAdded(), new LeadChanges(register(), Lineage.NONE)).of(effects);
        List<LeadChangeView> compared = led.stream()
                .flatMap(l -> l.views().stream())
                .filter(v -> v.since() == Since.BEFORE_LEADING && v.before() != null)
                .toList();
        assertEquals(1, compared.size());
        LeadChangeView view = compared.get(0);
        assertEquals(2024, view.about().year());
        assertEquals(2022, view.about().baseYear());
        assertEquals(1.5, view.now().value());
        assertEquals(2, view.before() == null ? 0 : view.before().value());
        assertEquals(0.6, view.now().halfWidth(), 1e-12);
        assertTrue(led.stream().allMatch(l -> l.model().grade() == 9));
    }
}
