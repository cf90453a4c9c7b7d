package org.junheng.jobs.simulate;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.subject.ClusterType;

/**
 * The impact blocks of the evaluation file and their true answers: for the schools first treated in one year, the mean true effect in every year
 * since. Cohorts and years are school years.
 */
final class ImpactTruth {
    /** A question: what does joining one of these types do to the mean of this exam? */
    record Question(String id, int grade, ExamSubject subject, List<ClusterType> types) {}

    static final List<Question> QUESTIONS = List.of(
            question(6, ClusterType.EDUCATION_GROUP, ClusterType.URBAN_RURAL_COMMUNITY),
            question(
                    9,
                    ClusterType.EDUCATION_GROUP,
                    ClusterType.URBAN_RURAL_COMMUNITY,
                    ClusterType.PROVINCIAL_ASSISTANCE));

    private final Province province;

    ImpactTruth(Province province) {
        this.province = province;
    }

    void write(CsvFile file) throws IOException {
        Plan plan = province.plan();
        for (Question question : QUESTIONS) {
            for (var cohort : cohorts(question).entrySet()) {
                for (int year = cohort.getKey(); year <= plan.lastYear(); year++) {
                    int at = year;
                    double sum = DrawnSchool.sum(
                            cohort.getValue(), s -> province.join().of(s, at));
                    file.cells(
                            question.id(),
                            cohort.getKey(),
                            year,
                            year - cohort.getKey(),
                            cohort.getValue().size(),
                            sum / cohort.getValue().size());
                }
            }
        }
    }

    /** The schools first treated in each year but the first of the panel, whose schools have no before. */
    private SortedMap<Integer, List<DrawnSchool>> cohorts(Question question) {
        SortedMap<Integer, List<DrawnSchool>> cohorts = new TreeMap<>();
        Plan plan = province.plan();
        for (int year = plan.firstYear() + 1; year <= plan.lastYear(); year++) {
            int first = year;
            List<DrawnSchool> schools = province.schools().stream()
                    .filter(s ->
                            s.sits(question.grade()) && s.existsIn(plan.firstYear()) && s.existsIn(plan.lastYear()))
                    .filter(s ->
                            province.join().of(s, first) != 0 && province.join().of(s, first - 1) == 0)
                    .toList();
            if (!schools.isEmpty()) {
                cohorts.put(year, schools);
            }
        }
        return cohorts;
    }

    private static Question question(int grade, ClusterType... types) {
        String id = String.format(Locale.ROOT, "joining-on-grade%d-math", grade);
        return new Question(id, grade, ExamSubject.MATH, List.of(types));
    }
}
