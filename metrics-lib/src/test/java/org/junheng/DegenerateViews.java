package org.junheng;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.junheng.assurance.CountyReport;
import org.junheng.assurance.CountyStatement;
import org.junheng.assurance.DocumentVerdict;
import org.junheng.assurance.SchoolReport;
import org.junheng.balance.Campus;
import org.junheng.balance.Population;
import org.junheng.balance.Premises;
import org.junheng.balance.Resource;
import org.junheng.balance.ResourceLevel;
import org.junheng.balance.StageStaff;
import org.junheng.compliance.ClusterYear;
import org.junheng.integration.AttributedView;
import org.junheng.integration.ExitView;
import org.junheng.integration.ExposureView;
import org.junheng.integration.LeadChangeView;
import org.junheng.integration.OverlapView;
import org.junheng.integration.ProgressView;
import org.junheng.integration.RetentionSeries;
import org.junheng.integration.RetentionView;
import org.junheng.metric.Words;
import org.junheng.radiation.ActivityView;
import org.junheng.radiation.StaffView;
import org.junheng.satisfaction.MarginSurvey;
import org.junheng.selection.TestedView;
import org.junheng.stock.StockEntry;
import org.junheng.stock.SupportView;
import org.junheng.subject.AnswerSheets;
import org.junheng.subject.ChangeView;
import org.junheng.subject.Facet;
import org.junheng.subject.PlacesView;
import org.junheng.subject.Role;
import org.junheng.subject.RosterView;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolType;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.Stage;
import org.junheng.subject.SubjectType;
import org.junheng.subject.SurveyChangeView;
import org.junheng.subject.SurveyView;
import org.junheng.subject.UrbanRuralClass;
import org.junheng.valueadded.GrowthCurves;
import org.junheng.valueadded.GrowthView;
import org.junheng.valueadded.PercentileCounts;

/** Views that a delivery may bring and no metric may trip over, made of the same schools for every kind of view. */
final class DegenerateViews {
    static final Set<Class<?>> KNOWN = Set.of(
            SchoolsView.class,
            ChangeView.class,
            RosterView.class,
            PlacesView.class,
            SurveyView.class,
            SupportView.class,
            StaffView.class,
            RetentionView.class,
            RetentionSeries.class,
            GrowthView.class,
            SurveyChangeView.class,
            SchoolReport.class,
            CountyReport.class,
            ClusterYear.class,
            CountyStatement.class,
            DocumentVerdict.Document.class,
            ActivityView.class,
            ExposureView.class,
            OverlapView.class,
            ProgressView.class,
            ExitView.class,
            AttributedView.class,
            LeadChangeView.class,
            StockEntry.class,
            TestedView.class,
            MarginSurvey.class,
            ResourceLevel.StageResource.class);

    private static final List<UrbanRuralClass> CLASSES =
            List.of(UrbanRuralClass.URBAN, UrbanRuralClass.TOWN, UrbanRuralClass.RURAL);

    private DegenerateViews() {}

    /** Views by what is wrong with them. */
    static SortedMap<String, Object> of(Class<?> view) {
        Function<List<SchoolFigure>, Object> from = from(view);
        SortedMap<String, Object> views = new TreeMap<>();
        lists().forEach((what, schools) -> views.put(what, from.apply(schools)));
        return views;
    }

    /** Schools with values and weights of all kinds of digits, in every class, role, county and cluster. */
    static List<SchoolFigure> ordinary(int n) {
        List<SchoolFigure> schools = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double lead = i % 2 == 0 ? 15 : 0; // leads are ahead
            schools.add(everywhere(i, 40 + lead + Math.abs(Math.sin(i)) * 60, 20.0 + (i * 37) % 900));
        }
        return schools;
    }

    static Function<List<SchoolFigure>, Object> from(Class<?> view) {
        if (view == SchoolsView.class) {
            return DegenerateViews::province;
        } else if (view == ChangeView.class) {
            return schools -> new ChangeView(
                    new SchoolsView(SubjectType.PROVINCE, Facet.score("math"), Given.YEAR - 1, halved(schools)),
                    province(schools));
        } else if (view == RosterView.class) {
            return DegenerateViews::roster;
        } else if (view == PlacesView.class) {
            return schools -> new PlacesView(Stage.PRIMARY, roster(schools));
        } else if (view == SurveyView.class) {
            return schools -> survey(Given.YEAR, schools);
        } else if (view == SurveyChangeView.class) {
            return schools ->
                    new SurveyChangeView(survey(Given.YEAR - 1, halved(schools)), survey(Given.YEAR, schools));
        } else if (view == GrowthView.class) {
            return DegenerateViews::growth;
        } else if (view == ResourceLevel.StageResource.class) {
            return DegenerateViews::resource;
        } else if (view == SupportView.class) {
            return DegenerateDimensions::support;
        } else if (view == StaffView.class) {
            return DegenerateDimensions::staff;
        } else if (view == RetentionView.class) {
            return DegenerateDimensions::retention;
        } else if (view == RetentionSeries.class) {
            return DegenerateDimensions::retentionSeries;
        } else if (view == SchoolReport.class) {
            return DegenerateReports::school;
        } else if (view == CountyReport.class) {
            return DegenerateReports::county;
        } else if (view == ClusterYear.class) {
            return DegenerateReports::cluster;
        } else if (view == CountyStatement.class) {
            return DegenerateReports::statement;
        } else if (view == DocumentVerdict.Document.class) {
            return DegenerateReports::document;
        } else if (view == ActivityView.class) {
            return DegenerateDimensions::activities;
        } else if (view == ExposureView.class) {
            return DegenerateDimensions::exposure;
        } else if (view == OverlapView.class) {
            return DegenerateDimensions::overlap;
        } else if (view == ProgressView.class) {
            return DegenerateDimensions::progress;
        } else if (view == ExitView.class) {
            return DegenerateDimensions::exits;
        } else if (view == AttributedView.class) {
            return DegenerateDimensions::attributed;
        } else if (view == StockEntry.class) {
            return DegenerateDimensions::entry;
        } else if (view == LeadChangeView.class) {
            return DegenerateDimensions::leadChange;
        } else if (view == TestedView.class) {
            return DegenerateDimensions::tested;
        } else if (view == MarginSurvey.class) {
            return DegenerateReports::margins;
        }
        throw new IllegalArgumentException("add " + view.getSimpleName() + " to DegenerateViews");
    }

    private static Map<String, List<SchoolFigure>> lists() {
        Map<String, List<SchoolFigure>> lists = new TreeMap<>();
        lists.put("no school", List.of());
        lists.put("one school", List.of(everywhere(0, 5.0, 10.0)));
        lists.put("two schools", List.of(everywhere(0, 5.0, 10.0), everywhere(1, 6.0, 10.0)));
        lists.put("everything missing", made(i -> null, i -> null));
        lists.put("values missing", made(i -> null, i -> 10.0));
        lists.put("weights missing", made(i -> 5.0, i -> null));
        lists.put("weights 0", made(i -> 5.0, i -> 0.0));
        lists.put("weights below 0", made(i -> 5.0, i -> -1.0));
        lists.put("all 0", made(i -> 0.0, i -> 10.0));
        lists.put("all equal", made(i -> 0.1, i -> 7.0 + i));
        lists.put("all but one 0", made(i -> i == 3 ? 1.0 : 0.0, i -> 10.0));
        lists.put("below 0", made(i -> -1.0 - i, i -> 10.0));
        lists.put("around 0", made(i -> i % 2 == 0 ? -1.0 : 1.0, i -> 10.0));
        lists.put("1e300", made(i -> 1e300 * (1 + i % 3), i -> 10.0));
        lists.put("1e300 and -1e300", made(i -> i % 2 == 0 ? -1e300 : 1e300, i -> 10.0));
        lists.put("1e300 and 1e-300", made(i -> i % 2 == 0 ? 1e300 : 1e-300, i -> 10.0));
        lists.put("-1e300 and 1e-300", made(i -> i % 2 == 0 ? 1e-300 : -1e300, i -> 10.0));
        lists.put("largest numbers", made(i -> i % 2 == 0 ? -Double.MAX_VALUE : Double.MAX_VALUE, i -> 10.0));
        lists.put("largest number", made(i -> Double.MAX_VALUE, i -> 10.0));
        lists.put("smallest numbers", made(i -> Double.MIN_VALUE * (1 + i % 2), i -> Double.MIN_VALUE));
        lists.put("weights 1e300", made(i -> 5.0 + i, i -> 1e300));
        lists.put("weights 1e300 and 1e-300", made(i -> 5.0 + i, i -> i % 2 == 0 ? 1e300 : 1e-300));
        lists.put("quotients without end", quotients());
        return lists;
    }

    private static List<SchoolFigure> made(Function<Integer, Double> value, Function<Integer, Double> weight) {
        List<SchoolFigure> schools = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            schools.add(everywhere(i, value.apply(i), weight.apply(i)));
        }
        return schools;
    }

    private static List<SchoolFigure> quotients() {
        List<SchoolFigure> schools = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            SchoolFigure s = everywhere(i, null, 1.0 + i);
            SchoolFigure.Ratio ratio = new SchoolFigure.Ratio(100, 2.0 * (i + 1), 3.0 * (i + 1));
            double value = ratio.exact().doubleValue();
            schools.add(new SchoolFigure(
                    s.school(),
                    value,
                    s.weight(),
                    0.0,
                    ratio,
                    s.county(),
                    s.cluster(),
                    s.role(),
                    s.urbanRural(),
                    s.quality()));
        }
        return schools;
    }

    /** Every second school is a quality school and a lead; counties, clusters and classes go round. */
    private static SchoolFigure everywhere(int i, Double value, Double weight) {
        return new SchoolFigure(
                String.format(java.util.Locale.ROOT, "s%02d", i),
                value,
                weight,
                value,
                null,
                i % 5 == 4 ? null : "c" + i % 4,
                i % 7 == 6 ? null : "g" + i % 3,
                i % 2 == 0 ? Role.LEAD : Role.MEMBER,
                CLASSES.get(i % 3),
                i % 2 == 0);
    }

    private static SchoolsView province(List<SchoolFigure> schools) {
        return new SchoolsView(SubjectType.PROVINCE, Facet.score("math"), Given.YEAR, schools);
    }

    /** The year before: half of each value, without its sign. */
    private static List<SchoolFigure> halved(List<SchoolFigure> schools) {
        return schools.stream()
                .map(s -> new SchoolFigure(
                        s.school(),
                        s.value() == null ? null : Double.valueOf(Math.abs(s.value()) / 2),
                        s.weight(),
                        s.spread(),
                        null,
                        s.county(),
                        s.cluster(),
                        s.role(),
                        s.urbanRural(),
                        s.quality()))
                .toList();
    }

    private static RosterView roster(List<SchoolFigure> schools) {
        return new RosterView(
                SubjectType.COUNTY,
                Given.YEAR,
                schools.stream()
                        .map(s -> new RosterView.Listed(s.school(), s.weight() == null ? null : s.quality(), s.value()))
                        .toList());
    }

    private static SurveyView survey(int year, List<SchoolFigure> schools) {
        return new SurveyView(
                SubjectType.COUNTY,
                "survey:PARENT:teaching",
                year,
                schools.stream().map(DegenerateViews::tally).toList());
    }

    private static SurveyView.Tally tally(SchoolFigure s) {
        return new SurveyView.Tally(
                s.school(),
                count(s.value(), 1),
                count(s.weight(), 100),
                count(s.weight(), 200),
                count(s.value(), 3),
                count(s.value(), 9),
                s.weight(),
                s.value() == null ? null : sheets(s.value()));
    }

    /** Seven sheets of five items, no two alike. */
    private static AnswerSheets sheets(double seed) {
        SortedMap<String, SortedMap<String, Integer>> sheets = new TreeMap<>();
        List<String> items = List.of("care", "food", "place", "safety", "teaching");
        int from = (int) Math.floorMod(Double.doubleToLongBits(seed), 5L);
        for (int i = 0; i < 7; i++) {
            SortedMap<String, Integer> sheet = new TreeMap<>();
            for (int j = 0; j < items.size(); j++) {
                sheet.put(items.get(j), 1 + (from + i + (j * i) % 3) % 5);
            }
            sheets.put("r" + i, sheet);
        }
        return AnswerSheets.of(sheets);
    }

    /** Pupils, as far as they can be counted, at a percentile that follows from the figure. */
    private static GrowthView growth(List<SchoolFigure> schools) {
        return new GrowthView(
                SubjectType.CLUSTER,
                5000,
                Words.NONE,
                schools.stream()
                        .map(s -> new GrowthView.SchoolGrowth(s.school(), s.role(), percentiles(s)))
                        .toList());
    }

    private static PercentileCounts percentiles(SchoolFigure school) {
        List<Long> pupils = new ArrayList<>(Collections.nCopies(GrowthCurves.QUANTILES, 0L));
        Double value = school.value();
        Long weight = count(school.weight(), 1);
        int percentile = value == null ? 0 : (int) Math.min(99, Math.abs(value));
        pupils.set(percentile, weight == null ? 0 : Math.min(1000, Math.max(0, weight)));
        return new PercentileCounts(pupils);
    }

    private static Long count(Double number, int times) {
        return number == null ? null : Long.valueOf((long) Math.max(-1e9, Math.min(1e9, times * number)));
    }

    /** The first school's numbers as amount and pupils of one stage of a nine-year school. */
    private static Object resource(List<SchoolFigure> schools) {
        SortedMap<String, SchoolFigure> byCode = new TreeMap<>();
        schools.forEach(s -> byCode.put(s.school(), s));
        SchoolFigure first = byCode.isEmpty() ? Given.school("s", null, null) : byCode.get(byCode.firstKey());
        Double amount = first.value();
        SortedMap<Stage, StageStaff> stages = new TreeMap<>();
        stages.put(Stage.PRIMARY, new StageStaff(first.weight(), amount, amount, amount, amount, amount, amount));
        stages.put(Stage.JUNIOR, new StageStaff(30.0, null, null, null, null, null, null));
        Campus campus = new Campus(
                first.school(),
                SchoolType.NINE_YEAR,
                stages,
                new Premises(amount, amount, amount, amount, amount, amount, amount));
        return new ResourceLevel.StageResource(new Population.Unit(campus, false), Stage.PRIMARY, Resource.R6);
    }
}
