package org.junheng.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junheng.jobs.Measured;
import org.junheng.jobs.SparkForTests;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.ingest.Ingest;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.trace.Evidenced;
import org.junheng.jobs.trace.FacetRows;
import org.junheng.jobs.trace.Reach;
import org.junheng.jobs.trace.Recomputed;
import org.junheng.jobs.trace.Scope;
import org.junheng.jobs.trace.Withheld;
import org.junheng.subject.Status;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Computed again from the rows of its scope alone, every column of the published row has the same bits. */
class TraceAgainTest {
    private static final Schema<Measures> MEASURES = Schema.of(Measures.class);

    private static TracedProvince province;
    private static SortedMap<String, Measures> published;

    @BeforeAll
    static void draw() throws IOException {
        province = TracedProvince.drawn();
        published = province.published();
    }

    @Test
    void resourcesOfACounty() {
        again(
                Reach.SCHOOLS,
                province.first(SubjectType.COUNTY),
                "",
                c -> c.facet().startsWith("R"),
                300);
        assertTrue(province.checked().tables().rows("counties").list().size() > 1);
    }

    /** A large delivery is traced on the engine: the same rows are shown, and the same bits computed. */
    @Test
    void theEngineGivesTheSame() {
        Measures cell = published.values().stream()
                .filter(m -> m.metricId().equals("gap.cv") && m.facet().equals("score:math") && m.value() != null)
                .findFirst()
                .orElseThrow();
        Measured.Checked spread = Measured.Checked.of(Ingest.read(
                SparkForTests.session(),
                province.file().evaluation(),
                province.folder().resolve("spread")));
        Withheld withheld = new Withheld(province.file().evaluation().disclosure(), new TreeSet<>());
        Scope scope = Scope.of(spread, Scope.Asked.of(cell));
        assertEquals(
                Evidenced.of(Scope.of(province.checked(), Scope.Asked.of(cell)), cell, withheld, 5),
                Evidenced.of(scope, cell, withheld, 5));
        String key = TracedProvince.key(MEASURES.row(cell));
        assertEquals(
                cell,
                Recomputed.of(
                                scope,
                                province.file().evaluation(),
                                province.file().rules())
                        .numbers(List.of(key))
                        .get(key));
    }

    @Test
    void scoresOfACountyWeightedAsAllSchoolsDecide() {
        again(
                Reach.SCHOOLS,
                province.first(SubjectType.COUNTY),
                "score:math",
                c -> c.facet().startsWith("score:math"),
                30);
    }

    @Test
    @Tag("long")
    void answersAboutTheSchoolsOfACluster() {
        again(
                Reach.SCHOOLS,
                province.first(SubjectType.CLUSTER),
                "survey:PARENT",
                c -> c.facet().startsWith("survey:PARENT"),
                10);
    }

    @Test
    void whatRegistersSayOfACounty() {
        again(Reach.COUNTIES, province.first(SubjectType.COUNTY), "", cell -> true, 300);
    }

    @Test
    @Tag("long")
    void modelsAndComposites() {
        again(Reach.DELIVERY, province.first(SubjectType.COUNTY), "", cell -> true, 300);
    }

    private static void again(Reach reach, Subject subject, String facet, Predicate<Measures> which, int atLeast) {
        Evaluation evaluation = province.file().evaluation();
        SortedSet<Integer> years = new TreeSet<>(List.of(evaluation.baseline(), Collections.max(evaluation.years())));
        Scope scope = Scope.of(province.checked(), new Scope.Asked(reach, subject, years, new FacetRows(facet)));
        SortedSet<String> about = scope.own("schools").list().stream()
                .map(row -> row.<String>getAs("school_code"))
                .collect(Collectors.toCollection(TreeSet::new));
        about.add(subject.id());
        SortedMap<String, Measures> wanted = new TreeMap<>();
        published.forEach((key, cell) -> {
            boolean isOwn = about.contains(cell.subjectId().replaceAll(":[A-Z_]*$", "")) || reach == Reach.DELIVERY;
            boolean isOfYears = years.contains(cell.year()) || reach != Reach.SCHOOLS;
            boolean isOf = Reach.of(cell) == reach && isOwn && isOfYears && which.test(cell);
            if (isOf && cell.status() != Status.SUPPRESSED) {
                wanted.put(key, cell);
            }
        });
        assertTrue(wanted.size() >= atLeast, () -> wanted.size() + " numbers of " + subject);
        SortedMap<String, Measures> again =
                Recomputed.of(scope, evaluation, province.file().rules()).numbers(wanted.keySet());
        wanted.forEach((key, cell) -> assertEquals(cell, again.get(key)));
    }
}
