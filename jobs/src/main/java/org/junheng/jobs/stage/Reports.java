package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junheng.assurance.CountyReport;
import org.junheng.assurance.SchoolReport;
import org.junheng.jobs.table.CountyInputs;
import org.junheng.jobs.table.Facilities;
import org.junheng.jobs.table.SchoolIndicators;
import org.junheng.jobs.table.Schools;
import org.junheng.jobs.table.Staff;
import org.junheng.stats.Decimals;
import org.junheng.subject.About;
import org.junheng.subject.Stage;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;

/** What the schools of every county report in every year. */
record Reports(List<County> counties) {
    private static final String QUOTA = "running_cost_quota_yuan";

    /** A county in a year: every school and every compulsory stage of it, and the county as a whole and by stage. */
    record County(List<SchoolReport> schools, List<CountyReport> reports) {}

    /** @param asked whether anything is to be told of it at all */
    static Reports of(Tables tables, List<Integer> years, boolean asked) {
        return asked ? new Gathering(tables, new HashSet<>(years)).reports() : new Reports(List.of());
    }

    private static final class Gathering {
        private final Set<Integer> years;
        private final Tables tables;
        private final Map<String, SortedMap<String, Double>> told = new HashMap<>();
        private final Map<String, List<Staff>> staff = new HashMap<>();
        private final Map<String, @Nullable Double> classes = new HashMap<>();
        private final Map<String, Double> quotas = new HashMap<>();
        private final SortedMap<Subject, SortedMap<Integer, List<SchoolReport>>> counties = new TreeMap<>();

        Gathering(Tables tables, Set<Integer> years) {
            this.tables = tables;
            this.years = years;
        }

        Reports reports() {
            tables.records(SchoolIndicators.class).forEach(this::take);
            tables.records(Staff.class)
                    .forEach(s -> staff.computeIfAbsent(key(s.schoolCode(), s.year()), k -> new ArrayList<>())
                            .add(s));
            tables.records(Facilities.class)
                    .forEach(f -> classes.put(key(f.schoolCode(), f.year()), Registers.number(f.classCount())));
            tables.records(CountyInputs.class).forEach(i -> {
                if (i.item().equals(QUOTA) && i.value() != null) {
                    quotas.put(key(i.countyCode(), i.year()), i.value());
                }
            });
            tables.records(Schools.class).forEach(this::take);
            List<County> all = new ArrayList<>();
            counties.forEach(
                    (county, ofYear) -> ofYear.forEach((year, schools) -> all.add(county(county, year, schools))));
            return new Reports(all);
        }

        private void take(SchoolIndicators i) {
            @Nullable Double value = value(i);
            if (value != null && years.contains(i.year())) {
                told.computeIfAbsent(key(i.schoolCode(), i.year()), k -> new TreeMap<>())
                        .put(i.indicator() + (i.stage() == null ? "" : "@" + i.stage()), value);
            }
        }

        private static @Nullable Double value(SchoolIndicators i) {
            @Nullable Double n = i.numerator();
            @Nullable Double d = i.denominator();
            return i.value() == null && n != null && d != null && d != 0
                    ? Double.valueOf(
                            Decimals.ratio(Decimals.of(n), Decimals.of(d)).doubleValue())
                    : i.value();
        }

        private void take(Schools s) {
            @Nullable String county = s.countyCode();
            if (county != null && years.contains(s.year())) {
                counties.computeIfAbsent(new Subject(SubjectType.COUNTY, county), c -> new TreeMap<>())
                        .computeIfAbsent(s.year(), y -> new ArrayList<>())
                        .add(school(s, county));
            }
        }

        private SchoolReport school(Schools s, String county) {
            String key = key(s.schoolCode(), s.year());
            SortedMap<String, Double> figures = new TreeMap<>(told.getOrDefault(key, new TreeMap<>()));
            @Nullable Double quota = quotas.get(key(county, s.year()));
            if (quota != null) {
                figures.putIfAbsent(QUOTA, quota);
            }
            SortedMap<Stage, @Nullable Double> pupils = new TreeMap<>();
            SortedMap<Stage, @Nullable Double> teachers = new TreeMap<>();
            for (Staff stage : staff.getOrDefault(key, List.of())) {
                pupils.put(stage.stage(), Registers.number(stage.pupilCount()));
                teachers.put(stage.stage(), stage.fullTimeTeacherCount());
                tell(figures, "backbone_teachers", stage.stage(), stage.backboneTeachers());
                tell(figures, "bachelor_teachers", stage.stage(), stage.bachelorTeachers());
                tell(figures, "above_required_degree_teachers", stage.stage(), stage.aboveRequiredDegreeTeachers());
            }
            return new SchoolReport(
                    About.of(new Subject(SubjectType.SCHOOL, s.schoolCode()), s.year()),
                    s.schoolType(),
                    s.urbanRuralClass(),
                    s.ownership(),
                    pupils,
                    teachers,
                    classes.get(key),
                    figures);
        }

        private static void tell(
                SortedMap<String, Double> figures, String column, Stage stage, @Nullable Double value) {
            if (value != null) {
                figures.put(column + "@" + stage, value);
            }
        }

        private static County county(Subject county, int year, List<SchoolReport> schools) {
            List<SchoolReport> all = new ArrayList<>(schools);
            for (SchoolReport school : schools) {
                for (Stage stage : school.compulsoryStages()) {
                    String id = school.about().subject().id() + ":" + stage;
                    all.add(school.in(stage, About.of(new Subject(SubjectType.STAGE_SCHOOL, id), year)));
                }
            }
            About about = About.of(county, year);
            return new County(
                    all,
                    List.of(
                            new CountyReport(about, schools),
                            new CountyReport(about.in(Stage.PRIMARY), schools),
                            new CountyReport(about.in(Stage.JUNIOR), schools),
                            new CountyReport(about.in(Stage.KINDERGARTEN), schools)));
        }

        private static String key(String code, int year) {
            return code + "|" + year;
        }
    }
}
