package org.junheng.jobs.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junheng.jobs.table.PupilScores;
import org.junheng.jobs.table.Pupils;
import org.junheng.stats.CounterRandom;

/** Writes pupils and pupil_scores in two passes over the cohort: the first ranks the scores, the second writes and counts them. */
final class PupilTables {
    static final String UNKNOWN_SCHOOL = "2153999999";
    private static final int DIGITS = 8;

    private final Province province;
    private final Plan plan;
    private final Mess mess;
    private final CounterRandom background;
    private final ExamTallies tallies;
    private final StringBuilder line = new StringBuilder();

    PupilTables(Province province, Mess mess) {
        this.province = province;
        this.plan = province.plan();
        this.mess = mess;
        this.background = CounterRandom.of(plan.seed(), "background");
        this.tallies = new ExamTallies(province.schools().size());
    }

    /** Writes both files and returns what the schools report of the cohort's exams. */
    ExamTallies write(Path folder) throws IOException {
        province.graduating().forEach(school -> province.cohort().of(school).forEach(tallies::rank));
        try (CsvFile pupils = CsvFile.of(folder, Pupils.class);
                CsvFile scores = CsvFile.of(folder, PupilScores.class)) {
            for (DrawnSchool school : province.graduating().toList()) {
                for (var pupil = province.cohort().of(school).iterator(); pupil.hasNext(); ) {
                    write(pupils, scores, school, pupil.next());
                }
            }
            writeFaults(scores);
        }
        return tallies;
    }

    private void write(CsvFile pupils, CsvFile scores, DrawnSchool school, DrawnPupil pupil) throws IOException {
        tallies.count(school, pupil);
        pupils.line(background(school, pupil));
        for (ExamSubject subject : ExamSubject.values()) {
            DrawnSchool primary = province.schools().get(pupil.primary());
            Mark prior = pupil.prior().get(subject.place());
            if (prior.presence() != Mark.Presence.NO_ROW) {
                scores.line(score(pupil, plan.priorYear(), 6, subject, primary, prior));
            }
        }
        for (ExamSubject subject : ExamSubject.values()) {
            scores.line(score(
                    pupil, plan.lastYear(), 9, subject, school, pupil.outcome().get(subject.place())));
        }
    }

    private CharSequence background(DrawnSchool school, DrawnPupil pupil) {
        long n = pupil.number();
        boolean migrant = background.happens(0.10, n, 1);
        int home = (school.county().number() + (migrant ? 1 : 0))
                % province.counties().size();
        id(n).append(',').append(pupil.sex()).append(',');
        line.append(background.happens(Mess.MISSING, n, 0) ? "" : background.happens(0.35, n, 2))
                .append(',');
        line.append(migrant).append(',').append(background.happens(0.2, n, 3)).append(',');
        return line.append(province.counties().get(home).code())
                .append("00")
                .append(1 + background.below(DrawnCounty.TOWNSHIPS.size(), n, 4));
    }

    private CharSequence score(
            DrawnPupil pupil, int year, int grade, ExamSubject subject, DrawnSchool school, Mark mark) {
        id(pupil.number())
                .append(',')
                .append(year)
                .append(',')
                .append(grade)
                .append(',')
                .append(subject);
        line.append(',').append(school.code(year)).append(',');
        switch (mark.presence()) {
            case SAT -> hundredths(mark.hundredths());
            case MINUS_ONE -> line.append("-1");
            case EMPTY, NO_ROW -> {}
        }
        return line;
    }

    private StringBuilder id(long number) {
        line.setLength(0);
        line.append('P');
        String digits = Long.toString(number + 1);
        for (int i = digits.length(); i < DIGITS; i++) {
            line.append('0');
        }
        return line.append(digits);
    }

    private void hundredths(long score) {
        line.append(score / 100).append('.').append(score / 10 % 10).append(score % 10);
    }

    private void writeFaults(CsvFile scores) throws IOException {
        DrawnSchool school = province.graduating()
                .filter(s -> province.enrolment().firstPupil(s.serial() + 1) > 0)
                .findFirst()
                .orElseThrow();
        DrawnPupil first = province.cohort().of(school).findFirst().orElseThrow();
        ExamSubject subject = List.of(ExamSubject.values()).get(0);
        long twice = scores.line(score(
                first, plan.lastYear(), 9, subject, school, first.outcome().get(subject.place())));
        mess.note("pupil_scores", twice, "", school.code(plan.lastYear()), Mess.Kind.DUPLICATE_ROW);
        id(first.number()).append(',').append(plan.lastYear()).append(",9,english,");
        long unknown = scores.line(line.append(UNKNOWN_SCHOOL).append(",81.50"));
        mess.note("pupil_scores", unknown, "school_code", UNKNOWN_SCHOOL, Mess.Kind.UNKNOWN_SCHOOL);
    }
}
