package org.junheng.jobs.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junheng.jobs.table.RespondentGroup;
import org.junheng.subject.ClusterType;

/** Writes what is true in the province and no delivery could tell. */
final class TruthTables {
    static final String MODEL = "junior-true-model";

    private final Province province;
    private final Plan plan;

    TruthTables(Province province) {
        this.province = province;
        this.plan = province.plan();
    }

    void write(Path folder) throws IOException {
        writeValueAdded(folder);
        writeComponents(folder);
        writeJoinEffect(folder);
        try (CsvFile file =
                file(folder, "impact", "impact_id", "cohort", "year", "event_time", "n_treated", "effect")) {
            new ImpactTruth(province).write(file);
        }
        writeGap(folder);
        writeSatisfaction(folder);
    }

    private void writeValueAdded(Path folder) throws IOException {
        try (CsvFile file = file(folder, "value_added", "model_id", "subject", "school_code", "effect")) {
            for (ExamSubject subject : ExamSubject.values()) {
                for (var school : province.schoolEffects(subject).entrySet()) {
                    file.cells(MODEL, subject, school.getKey(), school.getValue());
                }
            }
        }
    }

    private void writeComponents(Path folder) throws IOException {
        try (CsvFile file = file(folder, "variance_components", "model_id", "subject", "term", "value")) {
            for (ExamSubject subject : ExamSubject.values()) {
                PupilModel model = subject.model();
                file.cells(MODEL, subject, "intercept", model.intercept());
                file.cells(MODEL, subject, "prior_" + plan.priorYear() + "_6", model.slope());
                file.cells(MODEL, subject, "sex=M", model.boys());
                file.cells(MODEL, subject, "sigma2_school", model.sigmaSchool() * model.sigmaSchool());
                file.cells(MODEL, subject, "sigma2_pupil", model.sigmaPupil() * model.sigmaPupil());
                file.cells(MODEL, subject, "icc", model.icc());
            }
        }
    }

    private void writeJoinEffect(Path folder) throws IOException {
        try (CsvFile file = file(folder, "join_effect", "cluster_type", "event_time", "effect")) {
            for (ClusterType type : ClusterType.values()) {
                for (int time = -1; time <= JoinEffect.LONGEST; time++) {
                    file.cells(type, time, JoinEffect.of(type, time));
                }
            }
        }
    }

    private void writeGap(Path folder) throws IOException {
        try (CsvFile file =
                file(folder, "gap", "county_code", "year", "grade", "subject", "n_schools", "true_mean", "true_cv")) {
            for (DrawnCounty county : province.counties()) {
                for (int year = plan.firstYear(); year <= plan.lastYear(); year++) {
                    for (int grade : new int[] {6, 9}) {
                        writeGap(file, county, year, grade);
                    }
                }
            }
        }
    }

    private void writeGap(CsvFile file, DrawnCounty county, int year, int grade) throws IOException {
        List<DrawnSchool> schools = province.schools(county).stream()
                .filter(s -> s.sits(grade) && s.existsIn(year))
                .toList();
        for (ExamSubject subject : ExamSubject.values()) {
            double weights = DrawnSchool.sum(schools, s -> weight(s, year, grade));
            double mean =
                    DrawnSchool.sum(schools, s -> weight(s, year, grade) * mean(s, grade, subject, year)) / weights;
            double squares = DrawnSchool.sum(
                    schools, s -> weight(s, year, grade) * square(mean(s, grade, subject, year) - mean));
            double cv = StrictMath.sqrt(squares / weights) / mean;
            file.cells(county.code(), year, grade, subject, schools.size(), mean, cv);
        }
    }

    private double weight(DrawnSchool school, int year, int grade) {
        return province.enrolment().tested(school, grade, year);
    }

    private double mean(DrawnSchool school, int grade, ExamSubject subject, int year) {
        return province.quality().mean(school, grade, subject, year);
    }

    private static double square(double x) {
        return x * x;
    }

    private void writeSatisfaction(Path folder) throws IOException {
        Satisfaction satisfaction = new Satisfaction(plan);
        try (CsvFile file = file(folder, "satisfaction", "school_code", "year", "respondent_group", "rate")) {
            for (DrawnSchool school : province.schools()) {
                for (int year = plan.firstYear(); year <= plan.lastYear(); year++) {
                    if (school.isSurveyed() && school.existsIn(year)) {
                        for (RespondentGroup group : SurveyTables.COUNTED) {
                            file.cells(school.code(year), year, group, satisfaction.rate(school, group, year));
                        }
                    }
                }
            }
        }
    }

    private static CsvFile file(Path folder, String name, String... header) throws IOException {
        return new CsvFile(folder.resolve(name + ".csv"), List.of(header));
    }
}
