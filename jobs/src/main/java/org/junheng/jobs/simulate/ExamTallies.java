package org.junheng.jobs.simulate;

import java.util.Arrays;
import java.util.List;

/** The tallies of the cohort's four exams: two grades, two subjects. */
final class ExamTallies {
    private final List<ExamTally> grade6;
    private final List<ExamTally> grade9;

    ExamTallies(int schools) {
        this.grade6 = Arrays.stream(ExamSubject.values())
                .map(s -> new ExamTally(schools, 6))
                .toList();
        this.grade9 = Arrays.stream(ExamSubject.values())
                .map(s -> new ExamTally(schools, 9))
                .toList();
    }

    void rank(DrawnPupil pupil) {
        for (int k = 0; k < grade6.size(); k++) {
            grade6.get(k).rank(pupil.prior().get(k));
            grade9.get(k).rank(pupil.outcome().get(k));
        }
    }

    void count(DrawnSchool school, DrawnPupil pupil) {
        for (int k = 0; k < grade6.size(); k++) {
            grade6.get(k).count(pupil.primary(), pupil.prior().get(k));
            grade9.get(k).count(school.serial(), pupil.outcome().get(k));
        }
    }

    ExamTally of(int grade, ExamSubject subject) {
        return (grade == 6 ? grade6 : grade9).get(subject.place());
    }
}
