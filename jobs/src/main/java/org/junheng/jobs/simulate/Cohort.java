package org.junheng.jobs.simulate;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junheng.stats.CounterRandom;

/**
 * The pupils of the one cohort, made when they are asked for and never kept. The prior score is rounded to hundredths before it enters the
 * outcome, so the delivered prior is the one the model used; absence is independent of everything else.
 */
final class Cohort {
    static final double MOVED_IN = 0.015;
    static final double ABSENT = 0.008;

    private final List<DrawnSchool> schools;
    private final Enrolment enrolment;
    private final Quality quality;
    private final CounterRandom person;
    private final CounterRandom marks;
    private final double[] childrenUpTo;

    Cohort(Plan plan, List<DrawnSchool> schools, Enrolment enrolment, Quality quality) {
        this.schools = schools;
        this.enrolment = enrolment;
        this.quality = quality;
        this.person = CounterRandom.of(plan.seed(), "pupil");
        this.marks = CounterRandom.of(plan.seed(), "mark");
        this.childrenUpTo = new double[schools.size()];
        double sum = 0;
        for (DrawnSchool school : schools) {
            sum += school.existsIn(plan.priorYear()) ? enrolment.atExam(school, 6) : 0;
            childrenUpTo[school.serial()] = sum;
        }
    }

    /** The pupils who end in a school, in the order of their numbers. */
    Stream<DrawnPupil> of(DrawnSchool school) {
        return LongStream.range(enrolment.firstPupil(school.serial()), enrolment.firstPupil(school.serial() + 1))
                .mapToObj(number -> pupil(school, number));
    }

    private DrawnPupil pupil(DrawnSchool school, long number) {
        boolean boy = person.happens(Quality.SHARE_OF_BOYS, number, 0);
        int primary = primary(school.county(), person.uniform(number, 1));
        boolean movedIn = person.happens(MOVED_IN, number, 2);
        double ability = person.normal(number, 3);
        Exams chinese = exams(school, number, boy, primary, movedIn, ability, ExamSubject.CHINESE);
        Exams math = exams(school, number, boy, primary, movedIn, ability, ExamSubject.MATH);
        return new DrawnPupil(
                number,
                boy,
                primary,
                List.of(chinese.prior(), math.prior()),
                List.of(chinese.outcome(), math.outcome()));
    }

    private record Exams(Mark prior, Mark outcome) {}

    private Exams exams(
            DrawnSchool school,
            long number,
            boolean boy,
            int primary,
            boolean movedIn,
            double ability,
            ExamSubject subject) {
        int draw = 8 * subject.place();
        double own = StrictMath.sqrt(0.7) * ability + StrictMath.sqrt(0.3) * marks.normal(number, draw);
        long prior = Math.round(100
                * (subject.priorMean()
                        + school.county().head()
                        + quality.atExam(schools.get(primary), 6, subject)
                        + quality.intake(school)
                        + Quality.SIGMA_ABILITY * own));
        PupilModel model = subject.model();
        long outcome = Math.round(100
                * (model.expected(prior / 100.0, boy ? 1 : 0)
                        + quality.atExam(school, 9, subject)
                        + model.sigmaPupil() * marks.normal(number, draw + 1)));
        return new Exams(
                movedIn ? new Mark(Mark.Presence.NO_ROW, 0) : mark(prior, marks.uniform(number, draw + 2)),
                mark(outcome, marks.uniform(number, draw + 3)));
    }

    private static Mark mark(long hundredths, double u) {
        return u >= ABSENT
                ? new Mark(Mark.Presence.SAT, hundredths)
                : new Mark(u < ABSENT / 2 ? Mark.Presence.EMPTY : Mark.Presence.MINUS_ONE, 0);
    }

    /** A primary school of the county, each as likely as it is large. */
    private int primary(DrawnCounty county, double u) {
        int low = county.firstSchool();
        int high = low + county.schoolCount() - 1;
        double before = low == 0 ? 0 : childrenUpTo[low - 1];
        double wanted = before + u * (childrenUpTo[high] - before);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (childrenUpTo[middle] > wanted) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
