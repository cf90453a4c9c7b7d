package org.junheng.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.Catalogue;
import org.junheng.Given;
import org.junheng.assurance.CountyReport;
import org.junheng.assurance.CountyShare;
import org.junheng.assurance.CountyStatement;
import org.junheng.assurance.DocumentVerdict;
import org.junheng.assurance.SchoolRatio;
import org.junheng.assurance.SchoolReport;
import org.junheng.assurance.SpecialRooms;
import org.junheng.assurance.StatedShare;
import org.junheng.assurance.TownTeachers;
import org.junheng.balance.Campus;
import org.junheng.balance.Population;
import org.junheng.balance.Premises;
import org.junheng.balance.Resource;
import org.junheng.balance.ResourceLevel;
import org.junheng.balance.SchoolsMeeting;
import org.junheng.balance.StageStaff;
import org.junheng.balance.TownshipsReaching;
import org.junheng.gap.CoefficientOfVariation;
import org.junheng.gap.DifferenceRate;
import org.junheng.gap.TownLevel;
import org.junheng.integration.LocalShare;
import org.junheng.integration.RetentionView;
import org.junheng.integration.YearlyRise;
import org.junheng.metric.Counts;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.radiation.RotationBackboneShare;
import org.junheng.radiation.RotationScope;
import org.junheng.radiation.RotationShare;
import org.junheng.radiation.StaffView;
import org.junheng.satisfaction.SatisfactionRate;
import org.junheng.stock.SupportCoverage;
import org.junheng.stock.SupportView;
import org.junheng.subject.About;
import org.junheng.subject.Ownership;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolType;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.Stage;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;
import org.junheng.subject.SurveyView;
import org.junheng.subject.UrbanRuralClass;

/** Figures that rules judge, each with nothing below its line: no pupils, no teachers, no answers, a mean of 0. */
final class ZeroDenominators {
    /** Counts, given numbers and sums of counts have no denominator; documents have no number at all. */
    static final Set<String> WITHOUT = Set.of(
            "resource.standards_met",
            "assurance.school_size",
            "assurance.largest_class",
            "assurance.special_running_cost",
            "assurance.national_difference_rate",
            "assurance.national_level",
            "assurance.years_since_basic_balance",
            "rotation.shadow_staff",
            "cluster.count",
            "cluster.activities",
            "cluster.cycle_years",
            "evidence.verdict");

    private static final About COUNTY = About.of(new Subject(SubjectType.COUNTY, "539001"), Given.YEAR);

    private ZeroDenominators() {}

    /** What the metric says then. */
    static Outcome of(String metric) {
        return switch (metric) {
            case "resource.level" -> level();
            case "resource.schools_meeting" -> new SchoolsMeeting().of(List.of());
            case "rules.met" -> new RulesMet().of(List.of());
            case "town.reaching_share" -> new TownshipsReaching().of(List.of());
            case "gap.mean" ->
                Catalogue.metrics(SchoolsView.class).stream()
                        .filter(m -> m.definition().id().equals(metric))
                        .findFirst()
                        .orElseThrow()
                        .of(Given.county(Given.school("a", 3.0, 0.0)));
            case "gap.cv" ->
                new CoefficientOfVariation()
                        .of(Given.county(Given.school("a", 0.0, 10.0), Given.school("b", 0.0, 10.0)));
            case "gap.difference_rate" ->
                new DifferenceRate()
                        .of(Given.county(
                                placed("a", 0.0, UrbanRuralClass.URBAN), placed("b", 0.0, UrbanRuralClass.TOWN)));
            case "town.mean" ->
                new TownLevel(TownLevel.Against.NOTHING)
                        .of(Given.county(Given.placed(Given.school("a", 5.0, 0.0), UrbanRuralClass.TOWN, null)));
            case "town.lead_over_urban" ->
                new TownLevel(TownLevel.Against.URBAN)
                        .of(Given.county(
                                placed("a", 5.0, UrbanRuralClass.TOWN),
                                Given.placed(Given.school("b", 5.0, 0.0), UrbanRuralClass.URBAN, null)));
            case "satisfaction.rate" ->
                new SatisfactionRate()
                        .of(new SurveyView(
                                SubjectType.COUNTY,
                                "survey:PARENT",
                                Given.YEAR,
                                List.of(new SurveyView.Tally("a", 0L, 0L, 100L))));
            case "coverage.support" ->
                new SupportCoverage(SupportCoverage.Target.ANY, null)
                        .of(new SupportView(
                                COUNTY,
                                List.of(new SupportView.Supported("a", 9.0, false, false, false, true, Set.of()))));
            case "rotation.share" -> new RotationShare(RotationScope.ALL).of(staff());
            case "rotation.backbone_share" -> new RotationBackboneShare(RotationScope.ALL).of(staff());
            case "retention.yearly_rise" ->
                new YearlyRise().of(new YearlyRise.TwoYears(Value.ofRatio(0.5, 1, 2, Counts.NONE), localShare()));
            case "town.teachers_over_urban" ->
                new TownTeachers(TownTeachers.Who.BACKBONE)
                        .of(new CountyReport(
                                COUNTY.in(Stage.JUNIOR),
                                List.of(report("a", UrbanRuralClass.TOWN), report("b", UrbanRuralClass.URBAN))));
            default -> assurance(metric);
        };
    }

    private static Outcome assurance(String metric) {
        for (StatedShare.Kind kind : StatedShare.Kind.values()) {
            StatedShare share = new StatedShare(kind);
            if (share.definition().id().equals(metric)) {
                SortedMap<String, Double> items = new TreeMap<>();
                share.definition().inputs().forEach(i -> items.put(i.substring("county_inputs.".length()), 0.0));
                return share.of(new CountyStatement(COUNTY, items));
            }
        }
        for (CountyShare.Kind kind : CountyShare.Kind.values()) {
            CountyShare share = new CountyShare(kind);
            if (share.definition().id().equals(metric)) {
                return share.of(new CountyReport(COUNTY.in(Stage.JUNIOR), List.of(report("a", UrbanRuralClass.TOWN))));
            }
        }
        for (SchoolRatio.Kind kind : SchoolRatio.Kind.values()) {
            if (new SchoolRatio(kind).definition().id().equals(metric)) {
                return new SchoolRatio(kind).of(report("a", UrbanRuralClass.TOWN));
            }
        }
        if (metric.equals("assurance.special_rooms")) {
            return new SpecialRooms(SpecialRooms.Area.FULL).of(report("a", UrbanRuralClass.TOWN));
        }
        throw new IllegalArgumentException("how is the denominator of " + metric + " zero?");
    }

    /** A document nobody decided on. */
    static Outcome undecided() {
        return new DocumentVerdict().of(new DocumentVerdict.Document(COUNTY.facet("G1"), null));
    }

    private static Outcome level() {
        StageStaff none = new StageStaff(0.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0);
        Campus empty = new Campus(
                "a",
                SchoolType.PRIMARY,
                new TreeMap<>(Map.of(Stage.PRIMARY, none)),
                new Premises(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0));
        return new ResourceLevel()
                .of(new ResourceLevel.StageResource(new Population.Unit(empty, false), Stage.PRIMARY, Resource.R1));
    }

    private static StaffView staff() {
        return new StaffView(
                COUNTY, List.of(new StaffView.Staffed("a", null, true, 100.0, 5.0, 2.0, 0.0, 0.0, 0.0, 0.0)));
    }

    private static Outcome localShare() {
        RetentionView.Township none = new RetentionView.Township("539001", "A", Given.YEAR, Stage.PRIMARY, 0.0, 0.0);
        return new LocalShare().of(new RetentionView(COUNTY.in(Stage.PRIMARY), List.of(none)));
    }

    private static SchoolFigure placed(String code, double value, UrbanRuralClass place) {
        return Given.placed(Given.school(code, value, 10.0), place, true);
    }

    /** A school without pupils, classes, teachers or a budget. */
    private static SchoolReport report(String code, UrbanRuralClass place) {
        SortedMap<Stage, Double> none = new TreeMap<>(Map.of(Stage.JUNIOR, 0.0));
        SortedMap<String, Double> told = new TreeMap<>();
        for (String id : List.of(
                "music_rooms_ge96",
                "art_rooms_ge90",
                "running_budget_10k_yuan",
                "running_cost_quota_yuan",
                "training_budget_10k_yuan",
                "trained_360h_teachers",
                "certified_teachers",
                "in_catchment_pupil_count",
                "graduate_count",
                "transfer_in_count",
                "transfer_out_count",
                "grade7_base_count",
                "death_count",
                "backbone_teachers@JUNIOR")) {
            told.put(id, 0.0);
        }
        return new SchoolReport(
                About.of(new Subject(SubjectType.SCHOOL, code), Given.YEAR),
                SchoolType.JUNIOR,
                place,
                Ownership.PUBLIC,
                none,
                none,
                0.0,
                told);
    }
}
