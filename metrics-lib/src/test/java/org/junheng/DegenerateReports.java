package org.junheng;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.assurance.CountyReport;
import org.junheng.assurance.CountyStatement;
import org.junheng.assurance.DocumentVerdict.Document;
import org.junheng.assurance.SchoolReport;
import org.junheng.compliance.ClusterYear;
import org.junheng.compliance.Deed;
import org.junheng.satisfaction.MarginSurvey;
import org.junheng.subject.About;
import org.junheng.subject.ActivityKind;
import org.junheng.subject.ClusterFacts;
import org.junheng.subject.ClusterType;
import org.junheng.subject.CommunityMode;
import org.junheng.subject.Ownership;
import org.junheng.subject.Role;
import org.junheng.subject.RosterDays;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolType;
import org.junheng.subject.Stage;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;

/** Reports of schools, statements of counties and documents, for {@link DegenerateViews}: every figure is the school's value, every whole its weight. */
final class DegenerateReports {
    private static final List<String> PARTS = List.of(
            "trained_360h_teachers",
            "certified_teachers",
            "in_catchment_pupil_count",
            "graduate_count",
            "transfer_out_count",
            "music_rooms_ge96",
            "art_rooms_ge90",
            "largest_class_size",
            "training_budget_10k_yuan",
            "teacher_pay_10k_yuan",
            "allocated_places",
            "migrant_pupil_count",
            "disabled_enrolled_count",
            "special_running_cost_yuan",
            "basic_balance_year",
            "Q9:",
            "achievement_level:");
    private static final List<String> WHOLES = List.of(
            "transfer_in_count",
            "grade7_base_count",
            "death_count",
            "running_budget_10k_yuan",
            "running_cost_quota_yuan",
            "civil_servant_pay_10k_yuan",
            "quality_senior_places",
            "eligible_migrant_pupil_count",
            "disabled_child_count");

    private DegenerateReports() {}

    static Object statement(List<SchoolFigure> schools) {
        return new CountyStatement(
                About.of(new Subject(SubjectType.COUNTY, "539001"), Given.YEAR), figures(first(schools)));
    }

    static Object cluster(List<SchoolFigure> schools) {
        LocalDate start = LocalDate.of(Given.YEAR - 4, 9, 1);
        About about =
                About.of(new Subject(SubjectType.CLUSTER, "C1"), Given.YEAR).facet("EDUCATION_GROUP");
        return new ClusterYear(
                about,
                RosterDays.ORDINARY.of(Given.YEAR),
                new ClusterFacts("C1", ClusterType.EDUCATION_GROUP, "539001", start, start.plusYears(4)),
                CommunityMode.MERGED,
                schools.stream().map(DegenerateReports::part).toList(),
                schools.stream().map(DegenerateReports::deed).toList(),
                Set.of(ActivityKind.values()));
    }

    private static ClusterYear.Part part(SchoolFigure s) {
        return new ClusterYear.Part(
                s.school(),
                s.role() == null ? Role.MEMBER : s.role(),
                "539001",
                s.urbanRural(),
                s.urbanRural() == null ? null : Ownership.PUBLIC,
                Set.of(Stage.JUNIOR),
                s.quality(),
                s.quality(),
                s.quality(),
                s.value());
    }

    private static Deed deed(SchoolFigure s) {
        double quantity = s.value() == null ? 1 : s.value();
        return new Deed(ActivityKind.MANAGER_SECONDMENT, 1, s.school(), null, "math", quantity, s.weight());
    }

    /** Answers of every school, by place; twice as many urban people as others are known. */
    static Object margins(List<SchoolFigure> schools) {
        List<MarginSurvey.School> answers = schools.stream()
                .map(s -> {
                    double n = s.weight() == null ? 0 : Math.min(1e6, Math.abs(s.weight()));
                    double satisfied = s.value() == null ? 0 : Math.min(n, Math.abs(s.value()));
                    SortedMap<String, String> place = new TreeMap<>();
                    if (s.urbanRural() != null) {
                        place.put("urban_rural_class", s.urbanRural().name());
                    }
                    return new MarginSurvey.School(s.school(), (long) satisfied, (long) n, place);
                })
                .toList();
        SortedMap<String, Double> totals = new TreeMap<>();
        answers.forEach(a -> a.categories().values().forEach(c -> totals.put(c, c.equals("URBAN") ? 200.0 : 100.0)));
        return new MarginSurvey(
                About.of(new Subject(SubjectType.COUNTY, "539001"), Given.YEAR).facet("survey:PARENT"),
                answers,
                List.of(new MarginSurvey.Known("urban_rural_class", totals)));
    }

    static Object document(List<SchoolFigure> schools) {
        return new Document(
                About.of(new Subject(SubjectType.COUNTY, "539001"), Given.YEAR).facet("G1"),
                first(schools).quality());
    }

    static Object school(List<SchoolFigure> schools) {
        return report(first(schools));
    }

    static Object county(List<SchoolFigure> schools) {
        return new CountyReport(
                About.of(new Subject(SubjectType.COUNTY, "539001"), Given.YEAR).in(Stage.JUNIOR),
                schools.stream().map(DegenerateReports::report).toList());
    }

    private static SchoolReport report(SchoolFigure s) {
        SortedMap<Stage, Double> ofStage = new TreeMap<>();
        ofStage.put(Stage.JUNIOR, s.weight());
        SortedMap<String, Double> told = figures(s);
        told.put("death_count", 0.0);
        if (s.value() != null) {
            for (String id : List.of("backbone_teachers", "bachelor_teachers", "above_required_degree_teachers")) {
                told.put(id + "@JUNIOR", s.value());
            }
        }
        return new SchoolReport(
                About.of(new Subject(SubjectType.SCHOOL, s.school()), Given.YEAR)
                        .in(Stage.JUNIOR),
                SchoolType.JUNIOR,
                s.urbanRural(),
                Ownership.PUBLIC,
                ofStage,
                ofStage,
                s.weight(),
                told);
    }

    private static SortedMap<String, Double> figures(SchoolFigure s) {
        SortedMap<String, Double> told = new TreeMap<>();
        if (s.value() != null) {
            PARTS.forEach(id -> told.put(id, s.value()));
        }
        if (s.weight() != null) {
            WHOLES.forEach(id -> told.put(id, s.weight()));
        }
        return told;
    }

    private static SchoolFigure first(List<SchoolFigure> schools) {
        SortedMap<String, SchoolFigure> byCode = new TreeMap<>();
        schools.forEach(s -> byCode.put(s.school(), s));
        return byCode.isEmpty() ? Given.school("s", null, null) : byCode.get(byCode.firstKey());
    }
}
