package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junheng.assurance.CountyReport;
import org.junheng.assurance.SchoolReport;
import org.junheng.gap.DifferenceRate;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.SchoolScores;
import org.junheng.jobs.table.Schools;
import org.junheng.jobs.table.Staff;
import org.junheng.subject.About;
import org.junheng.subject.Facet;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolType;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.Stage;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;
import org.junheng.subject.UrbanRuralClass;

/** Teachers and scores of townships against the urban schools of their county; a township is its schools outside the urban area. */
final class TownshipRows {
    private final Places places;

    TownshipRows(Places places) {
        this.places = places;
    }

    /** Each township by stage, with the urban schools of its county. */
    List<CountyReport> teachers(Reports reports) {
        List<CountyReport> views = new ArrayList<>();
        for (Reports.County county : reports.counties()) {
            CountyReport whole = county.reports().get(0);
            SortedMap<String, List<SchoolReport>> towns = new TreeMap<>();
            List<SchoolReport> urban = new ArrayList<>();
            for (SchoolReport school : whole.schools()) {
                @Nullable
                String township = places.township(
                        school.about().subject().id(), whole.about().year());
                if (township != null) {
                    towns.computeIfAbsent(township, t -> new ArrayList<>()).add(school.besideUrban());
                } else if (school.urbanRural() == UrbanRuralClass.URBAN) {
                    urban.add(school);
                }
            }
            towns.forEach((township, schools) -> {
                schools.addAll(urban);
                About about = About.of(
                        new Subject(SubjectType.TOWNSHIP, township),
                        whole.about().year());
                for (Stage stage : List.of(Stage.PRIMARY, Stage.JUNIOR, Stage.KINDERGARTEN)) {
                    views.add(new CountyReport(about.in(stage), schools));
                }
            });
        }
        return views;
    }

    /** An exam of one year. */
    private record Exam(int year, int grade, String subject) implements Comparable<Exam> {
        @Override
        public int compareTo(Exam other) {
            return key().compareTo(other.key());
        }

        private String key() {
            return year + "|" + grade + "|" + subject;
        }

        /** What shares one rule of weights. */
        private String weighing() {
            return year + "|" + Stage.ofGrade(grade) + "|" + subject;
        }
    }

    /** Difference rates of every exam; weighted as the scores of counties are ({@link Weights}). */
    List<Measures> scores(Tables tables, List<Integer> years) {
        Map<String, Schools> schools = new HashMap<>();
        tables.records(Schools.class).forEach(s -> schools.put(s.schoolCode() + "|" + s.year(), s));
        SortedMap<Exam, List<SchoolScores>> exams = new TreeMap<>();
        Set<String> counted = new HashSet<>();
        for (SchoolScores s : tables.records(SchoolScores.class)) {
            if (years.contains(s.year()) && s.meanScore() != null) {
                Exam exam = new Exam(s.year(), s.grade(), s.subject());
                exams.computeIfAbsent(exam, e -> new ArrayList<>()).add(s);
                if (s.testedCount() != null) {
                    counted.add(exam.weighing());
                }
            }
        }
        Map<String, @Nullable Double> pupils = new HashMap<>();
        tables.records(Staff.class)
                .forEach(s -> pupils.put(
                        s.schoolCode() + "|" + s.year() + "|" + s.stage(), Registers.number(s.pupilCount())));
        List<Measures> rows = new ArrayList<>();
        exams.forEach((exam, scores) -> {
            boolean isCounted = counted.contains(exam.weighing());
            rows.addAll(exam(
                    exam,
                    scores,
                    schools,
                    s -> isCounted
                            ? Registers.number(s.testedCount())
                            : pupils.get(s.schoolCode() + "|" + s.year() + "|" + Stage.ofGrade(s.grade()))));
        });
        return rows;
    }

    private List<Measures> exam(
            Exam exam,
            List<SchoolScores> scores,
            Map<String, Schools> schools,
            Function<SchoolScores, @Nullable Double> weight) {
        SortedMap<String, List<SchoolFigure>> quality = new TreeMap<>();
        SortedMap<String, List<SchoolFigure>> towns = new TreeMap<>();
        for (SchoolScores score : scores) {
            Schools school = schools.get(score.schoolCode() + "|" + score.year());
            if (school != null && school.countyCode() != null && isCompared(school)) {
                @Nullable String township = places.township(score.schoolCode(), score.year());
                SchoolFigure figure = figure(score, school, weight.apply(score));
                (township == null ? quality : towns)
                        .computeIfAbsent(township == null ? school.countyCode() : township, k -> new ArrayList<>())
                        .add(figure);
            }
        }
        DifferenceRate rate = new DifferenceRate();
        List<Measures> rows = new ArrayList<>();
        towns.forEach((township, own) -> {
            List<SchoolFigure> both = new ArrayList<>(own);
            both.addAll(quality.getOrDefault(township.substring(0, township.indexOf(':')), List.of()));
            SchoolsView view = new SchoolsView(SubjectType.TOWNSHIP, Facet.score(exam.subject()), exam.year(), both);
            rows.add(new MeasureRow(
                            rate.definition(),
                            SubjectType.TOWNSHIP,
                            township,
                            exam.year(),
                            null,
                            Stage.ofGrade(exam.grade()),
                            exam.grade(),
                            view.facet() + rate.facetSuffix(),
                            "")
                    .with(rate.of(view)));
        });
        return rows;
    }

    private static boolean isCompared(Schools s) {
        return s.schoolType() != SchoolType.SPECIAL && s.schoolType() != SchoolType.VOCATIONAL;
    }

    private static SchoolFigure figure(SchoolScores score, Schools school, @Nullable Double weight) {
        UrbanRuralClass place = school.urbanRuralClass();
        return new SchoolFigure(
                score.schoolCode(),
                score.meanScore(),
                weight,
                null,
                null,
                school.countyCode(),
                null,
                null,
                place == null ? null : place.besideUrban(),
                school.isQualitySchool());
    }
}
