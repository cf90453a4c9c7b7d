package org.junheng;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junheng.integration.AttributedView;
import org.junheng.integration.ExitView;
import org.junheng.integration.ExposureView;
import org.junheng.integration.LeadChangeView;
import org.junheng.integration.OverlapView;
import org.junheng.integration.ProgressView;
import org.junheng.integration.ProgressView.Change;
import org.junheng.integration.ProgressView.Progressed;
import org.junheng.integration.RetentionSeries;
import org.junheng.integration.RetentionView;
import org.junheng.metric.Words;
import org.junheng.radiation.Activity;
import org.junheng.radiation.ActivityView;
import org.junheng.radiation.StaffView;
import org.junheng.selection.TestedView;
import org.junheng.stock.StockEntry;
import org.junheng.stock.StockFlow;
import org.junheng.stock.SupportView;
import org.junheng.subject.About;
import org.junheng.subject.ActivityKind;
import org.junheng.subject.Attribution;
import org.junheng.subject.ClusterType;
import org.junheng.subject.Role;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.Stage;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;
import org.junheng.subject.UrbanRuralClass;

/** The views of areas and clusters for {@link DegenerateViews}. */
final class DegenerateDimensions {
    static final About COUNTY = About.of(new Subject(SubjectType.COUNTY, "539001"), Given.YEAR);
    static final About CLUSTER = About.of(new Subject(SubjectType.CLUSTER, "C1"), Given.YEAR);

    private DegenerateDimensions() {}

    static Object support(List<SchoolFigure> schools) {
        ClusterType[] types = ClusterType.values();
        return new SupportView(
                COUNTY,
                schools.stream()
                        .map(s -> new SupportView.Supported(
                                s.school(),
                                s.weight(),
                                s.value() == null ? null : s.quality(),
                                s.value() == null ? null : Boolean.valueOf(s.cluster() == null),
                                s.value() == null ? null : Boolean.valueOf(s.urbanRural() == UrbanRuralClass.RURAL),
                                s.cluster() != null,
                                s.cluster() == null
                                        ? Set.of()
                                        : Set.of(types[s.cluster().charAt(1) - '0'])))
                        .toList());
    }

    static Object staff(List<SchoolFigure> schools) {
        return new StaffView(
                COUNTY,
                schools.stream()
                        .map(s -> new StaffView.Staffed(
                                s.school(),
                                s.role(),
                                s.quality(),
                                s.weight(),
                                s.value(),
                                s.value(),
                                s.weight(),
                                s.value(),
                                s.value(),
                                s.value()))
                        .toList());
    }

    static Object retention(List<SchoolFigure> schools) {
        return new RetentionView(
                COUNTY.in(Stage.PRIMARY),
                schools.stream()
                        .map(s -> new RetentionView.Township(
                                "539001", s.school(), Given.YEAR, Stage.PRIMARY, s.weight(), s.value()))
                        .toList());
    }

    static Object retentionSeries(List<SchoolFigure> schools) {
        SortedMap<Integer, RetentionView> years = new TreeMap<>();
        for (int back = 0; back < 3; back++) {
            years.put(Given.YEAR - back, (RetentionView) retention(schools));
        }
        return new RetentionSeries(COUNTY.in(Stage.PRIMARY).since(Given.YEAR - 2), years);
    }

    /** The first school leads; each school is the start of one activity and the end of another, of kinds that go round. */
    static Object activities(List<SchoolFigure> schools) {
        SortedSet<String> codes = new TreeSet<>();
        schools.forEach(s -> codes.add(s.school()));
        SortedSet<String> leads = new TreeSet<>(codes.isEmpty() ? codes : Set.of(codes.first()));
        SortedSet<String> members = new TreeSet<>(codes);
        members.removeAll(leads);
        ActivityKind[] kinds = ActivityKind.values();
        List<Activity> activities = schools.stream()
                .map(s -> {
                    int i = Integer.parseInt(s.school().replaceAll("\\D", "0"));
                    return new Activity(
                            "a" + s.school(),
                            "C1",
                            Given.YEAR,
                            1 + i % 2,
                            kinds[i % kinds.length],
                            i % 3 == 0 ? "s00" : s.school(),
                            s.school(),
                            i % 4 == 0 ? null : "math",
                            s.weight(),
                            s.value());
                })
                .toList();
        SchoolFigure any = codes.isEmpty()
                ? Given.school("s00", null, null)
                : schools.stream()
                        .filter(s -> s.school().equals(codes.first()))
                        .findFirst()
                        .orElseThrow();
        return new ActivityView(CLUSTER, leads, members, activities, any.weight(), any.value());
    }

    static Object exposure(List<SchoolFigure> schools) {
        SchoolFigure any = schools.stream()
                .min(Comparator.comparing(SchoolFigure::school))
                .orElse(Given.school("s00", null, null));
        BigDecimal days = any.value() == null ? BigDecimal.ZERO : BigDecimal.valueOf(any.value());
        return new ExposureView(CLUSTER, days, schools.size() > 1 ? 365 : 0, any.weight());
    }

    static Object overlap(List<SchoolFigure> schools) {
        return new OverlapView(
                COUNTY,
                schools.stream()
                        .map(s -> new OverlapView.Belonging(s.school(), s.cluster() == null))
                        .toList());
    }

    static Object progress(List<SchoolFigure> schools) {
        return new ProgressView(
                CLUSTER.since(Given.YEAR - 1),
                schools.stream()
                        .map(s -> {
                            Double value = s.value();
                            Change change = value == null ? null : new Change(value / 3, value / 2);
                            List<Change> each = change == null ? List.of() : List.of(change, change);
                            return new Progressed(
                                    s.school(),
                                    s.role(),
                                    s.county() == null ? null : change,
                                    change,
                                    s.weight() == null ? null : change,
                                    each,
                                    each);
                        })
                        .toList());
    }

    static Object exits(List<SchoolFigure> schools) {
        return new ExitView(
                CLUSTER,
                true,
                schools.stream()
                        .map(s -> new ExitView.Membered(
                                s.school(), s.cluster() == null, s.value() == null ? null : s.quality()))
                        .toList());
    }

    static Object attributed(List<SchoolFigure> schools) {
        return new AttributedView(
                CLUSTER.in(Stage.JUNIOR).facet("score:math"),
                Attribution.EXPOSURE,
                Role.MEMBER,
                schools.stream()
                        .map(s -> new AttributedView.Attributed(
                                s.school(),
                                s.value(),
                                s.weight() == null ? null : Long.valueOf((long) Math.min(1e15, s.weight())),
                                new BigDecimal("0.5")))
                        .toList());
    }

    /** The first two schools in the order of their codes as two cohorts of a lead. */
    static Object leadChange(List<SchoolFigure> schools) {
        List<LeadChangeView.Cohort> cohorts = schools.stream()
                .sorted(Comparator.comparing(SchoolFigure::school))
                .map(s -> new LeadChangeView.Cohort(Given.YEAR, s.value() == null ? 0 : s.value(), s.weight(), 10L, 2))
                .limit(2)
                .toList();
        boolean isAlone = cohorts.size() < 2;
        return new LeadChangeView(
                CLUSTER.in(Stage.JUNIOR).facet("score:math"),
                LeadChangeView.Since.BEFORE_LEADING,
                isAlone ? null : cohorts.get(0),
                cohorts.isEmpty()
                        ? new LeadChangeView.Cohort(Given.YEAR, 0, null, null, 0)
                        : cohorts.get(cohorts.size() - 1),
                isAlone ? new Words("没有", "none") : Words.NONE);
    }

    /** The first school in the order of codes. */
    static Object entry(List<SchoolFigure> schools) {
        SchoolFigure first =
                schools.stream().min(Comparator.comparing(SchoolFigure::school)).orElse(null);
        Double weight = first == null ? null : first.weight();
        return new StockEntry(
                CLUSTER.since(Given.YEAR - 1).facet("official-list:RECLASSIFIED"),
                StockFlow.Line.RECLASSIFIED,
                first != null && first.quality(),
                weight == null ? null : Long.valueOf((long) Math.min(1e15, weight)),
                null);
    }

    /** The first school among all of them: as many on the roll as its weight, and tested as its value says. */
    static Object tested(List<SchoolFigure> schools) {
        List<TestedView.Tested> county = schools.stream()
                .map(s -> new TestedView.Tested(s.school(), s.value(), s.weight()))
                .toList();
        TestedView.Tested any = county.stream()
                .max(Comparator.comparing((TestedView.Tested t) ->
                                t.tested() != null && t.enrolled() != null && t.enrolled() >= t.tested())
                        .thenComparing(TestedView.Tested::school))
                .orElse(new TestedView.Tested("s00", null, null));
        return new TestedView(
                About.of(new Subject(SubjectType.SCHOOL, any.school()), Given.YEAR)
                        .in(Stage.JUNIOR)
                        .facet("score:math"),
                any,
                county);
    }
}
