package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.Catalogue;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.SchoolIndicators;
import org.junheng.jobs.table.SchoolScores;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Metric;
import org.junheng.selection.GradeRoll;
import org.junheng.selection.TestedShare;
import org.junheng.selection.TestedView;
import org.junheng.selection.TestedView.Tested;
import org.junheng.subject.About;
import org.junheng.subject.Register;
import org.junheng.subject.SchoolFacts;
import org.junheng.subject.Stage;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;

/**
 * Tested pupils against the roll of their grade (参考率), exam by exam and county by county, on the driver. A school that says one of them only has
 * no row where another of its county says both; a county where none does has one row that says so.
 */
final class TestedShares {
    private final List<Metric<TestedView>> metrics;
    private final List<Measures> measures = new ArrayList<>();

    private TestedShares(Set<String> missing) {
        this.metrics = Catalogue.metrics(TestedView.class).stream()
                .filter(metric -> !missing.contains(metric.definition().id()))
                .toList();
    }

    /** The key of one exam in one county; the county empty where a school's is not known. */
    private record Sitting(int year, int grade, String subject, String county) implements Comparable<Sitting> {
        @Override
        public int compareTo(Sitting other) {
            return key().compareTo(other.key());
        }

        private String key() {
            return year + "|" + grade + "|" + subject + "|" + county;
        }
    }

    /** Whether there is anything to look at. */
    static boolean isAsked(Set<String> missing) {
        return !new TestedShares(missing).metrics.isEmpty();
    }

    /** @param missing ids of the metrics that lack a column */
    static List<Measures> of(List<SchoolScores> scores, Tables tables, Register register, Set<String> missing) {
        TestedShares shares = new TestedShares(missing);
        if (!shares.metrics.isEmpty()) {
            Map<String, Double> indicators = indicators(tables);
            exams(scores, register, indicators).forEach(shares::add);
        }
        return shares.measures;
    }

    private void add(Sitting exam, List<Tested> schools) {
        boolean told = schools.stream().anyMatch(s -> s.tested() != null && s.enrolled() != null);
        for (Metric<TestedView> metric : metrics) {
            if (told) {
                schools.stream()
                        .filter(s -> s.tested() != null && s.enrolled() != null)
                        .map(s -> new TestedView(
                                about(exam, SubjectType.SCHOOL, s.school()),
                                s,
                                exam.county().isEmpty() ? List.of(s) : schools))
                        .forEach(view ->
                                measures.add(row(metric, exam, view.about()).with(metric.of(view))));
            } else if (!exam.county().isEmpty()) {
                About county = about(exam, SubjectType.COUNTY, exam.county());
                measures.add(row(metric, exam, county).with(new Absent(TestedShare.NO_ROLL, Counts.NONE)));
            }
        }
    }

    private static About about(Sitting exam, SubjectType type, String id) {
        return About.of(new Subject(type, id), exam.year())
                .in(Stage.ofGrade(exam.grade()))
                .facet("score:" + exam.subject());
    }

    private static MeasureRow row(Metric<TestedView> metric, Sitting exam, About about) {
        return new MeasureRow(
                metric.definition(),
                about.subject().type(),
                about.subject().id(),
                about.year(),
                null,
                about.stage(),
                exam.grade(),
                about.facet(),
                "");
    }

    private static SortedMap<Sitting, List<Tested>> exams(
            List<SchoolScores> scores, Register register, Map<String, Double> indicators) {
        Set<Integer> years = new HashSet<>(register.years());
        SortedMap<Sitting, List<Tested>> exams = new TreeMap<>();
        for (SchoolScores s : scores) {
            if (years.contains(s.year())) {
                SchoolFacts school = register.school(s.schoolCode(), s.year());
                String county = school == null ? null : school.area().county();
                Stage stage = Stage.ofGrade(s.grade());
                Double roll = GradeRoll.of(
                        s.grade(), id -> indicators.get(place(s.schoolCode(), s.year(), stage.name(), id)));
                exams.computeIfAbsent(
                                new Sitting(s.year(), s.grade(), s.subject(), county == null ? "" : county),
                                e -> new ArrayList<>())
                        .add(new Tested(s.schoolCode(), Registers.number(s.testedCount()), roll));
            }
        }
        return exams;
    }

    private static Map<String, Double> indicators(Tables tables) {
        Map<String, Double> values = new HashMap<>();
        Set<String> asked = Set.copyOf(GradeRoll.indicators());
        for (SchoolIndicators i : tables.records(SchoolIndicators.class)) {
            if (asked.contains(i.indicator()) && i.value() != null && i.stage() != null) {
                values.put(place(i.schoolCode(), i.year(), i.stage().name(), i.indicator()), i.value());
            }
        }
        return values;
    }

    private static String place(String school, int year, String stage, String indicator) {
        return school + "|" + year + "|" + stage + "|" + indicator;
    }
}
