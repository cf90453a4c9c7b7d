package org.junheng.jobs.simulate;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.SchoolScores;
import org.junheng.stats.CounterRandom;

/**
 * Writes school_scores: for the two exams of the cohort what its pupils scored, for every other year what other pupils of a school of this true
 * quality would have scored.
 */
final class ScoreTables {
    private static final int[] GRADES = {6, 9};
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private final Province province;
    private final Plan plan;
    private final Mess mess;
    private final ExamTallies tallies;
    private final CounterRandom random;

    ScoreTables(Province province, Mess mess, ExamTallies tallies) {
        this.province = province;
        this.plan = province.plan();
        this.mess = mess;
        this.tallies = tallies;
        this.random = CounterRandom.of(plan.seed(), "other cohorts");
    }

    void write(Path folder) throws IOException {
        try (CsvFile file = CsvFile.of(folder, SchoolScores.class)) {
            for (DrawnSchool school : province.schools()) {
                for (int grade : GRADES) {
                    for (int year = plan.firstYear(); year <= plan.lastYear(); year++) {
                        if (school.sits(grade) && school.existsIn(year)) {
                            write(file, school, grade, year);
                        }
                    }
                }
            }
            long row = file.add(
                    missing(PupilTables.UNKNOWN_SCHOOL, plan.lastYear(), 9, ExamSubject.MATH, 40L, "2153999999 已撤销"));
            mess.note("school_scores", row, "school_code", PupilTables.UNKNOWN_SCHOOL, Mess.Kind.UNKNOWN_SCHOOL);
        }
    }

    private void write(CsvFile file, DrawnSchool school, int grade, int year) throws IOException {
        for (ExamSubject subject : ExamSubject.values()) {
            SchoolScores facts = year == province.quality().examYear(grade)
                    ? ofCohort(school, grade, subject, year)
                    : ofOthers(school, grade, subject, year);
            if (facts != null) {
                long row = file.add(facts);
                if (facts.meanScore() == null) {
                    mess.note("school_scores", row, "mean_score", facts.schoolCode(), Mess.Kind.MISSING_CELL);
                }
            }
        }
    }

    private @Nullable SchoolScores ofCohort(DrawnSchool school, int grade, ExamSubject subject, int year) {
        ExamTally tally = tallies.of(grade, subject);
        int s = school.serial();
        double sd = tally.tested(s) == 0 ? 0 : tally.sd(s);
        return tally.tested(s) == 0
                ? null
                : new SchoolScores(
                        school.code(year),
                        year,
                        grade,
                        subject.toString(),
                        tally.tested(s),
                        tally.mean(s),
                        Double.isNaN(sd) ? null : sd,
                        (double) ExamTally.fullMark(grade),
                        tally.lowShare(s),
                        tally.passShare(s),
                        tally.excellentShare(s),
                        null);
    }

    private SchoolScores ofOthers(DrawnSchool school, int grade, ExamSubject subject, int year) {
        int s = school.serial();
        long draw = (year * 16L + grade) * 8 + 4L * subject.place();
        long n = province.enrolment().tested(school, grade, year);
        if (!province.join().everJoins(school) && mess.isMissing(school, year, 20 + grade)) {
            return missing(school.code(year), year, grade, subject, n, "该年未组织统一考试");
        }
        double within = Quality.within(grade, subject);
        double mean = province.quality().mean(school, grade, subject, year)
                + within / StrictMath.sqrt((double) n) * random.normal(s, draw);
        double sd = within * Math.max(0.3, 1 + random.normal(s, draw + 1) / StrictMath.sqrt(2.0 * (n - 1)));
        double full = ExamTally.fullMark(grade);
        double low =
                tallies.of(grade, subject).limit() / 100.0 + province.quality().difficulty(grade, subject, year);
        return new SchoolScores(
                school.code(year),
                year,
                grade,
                subject.toString(),
                n,
                mean,
                sd,
                full,
                share(n, (low - mean) / sd),
                share(n, (mean - 0.60 * full) / sd),
                share(n, (mean - 0.85 * full) / sd),
                null);
    }

    private static SchoolScores missing(String code, int year, int grade, ExamSubject subject, long n, String why) {
        double full = ExamTally.fullMark(grade);
        return new SchoolScores(code, year, grade, subject.toString(), n, null, null, full, null, null, null, why);
    }

    /** A whole number of n pupils, near the share of a normal distribution below z. */
    private static double share(long n, double z) {
        return Math.round(n * NORMAL.cumulativeProbability(z)) / (double) n;
    }
}
