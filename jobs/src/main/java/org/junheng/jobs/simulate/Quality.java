package org.junheng.jobs.simulate;

import java.util.List;
import org.junheng.stats.CounterRandom;

/**
 * The true quality of schools: what a school adds to the scores of its pupils, by exam and year.
 *
 * <p>In the year in which the cohort sits an exam the effects of all schools are exactly N(0, sigma^2): that is the value-added model. Going back
 * from there a school lacks what joining a cluster gave it since, and wanders a little: so those who join start lower and catch up.
 */
final class Quality {
    static final double SIGMA_PRIMARY = 3.0;
    static final double SIGMA_INTAKE = 2.0;
    static final double SIGMA_ABILITY = 8.0;
    static final double SHARE_OF_BOYS = 0.52;
    private static final double BETWEEN_SUBJECTS = 0.6;
    private static final double STEP = 0.5;
    private static final double DIFFICULTY = 1.0;

    private final Plan plan;
    private final Enrolment enrolment;
    private final JoinEffect join;
    private final CounterRandom effects;
    private final CounterRandom steps;
    private final CounterRandom difficulty;
    private final double[][] taughtBefore;
    private final double[] intakeOfCounty;

    Quality(Plan plan, List<DrawnCounty> counties, List<DrawnSchool> schools, Enrolment enrolment, JoinEffect join) {
        this.plan = plan;
        this.enrolment = enrolment;
        this.join = join;
        this.effects = CounterRandom.of(plan.seed(), "school effect");
        this.steps = CounterRandom.of(plan.seed(), "quality step");
        this.difficulty = CounterRandom.of(plan.seed(), "exam difficulty");
        this.taughtBefore = new double[counties.size()][ExamSubject.values().length];
        this.intakeOfCounty = new double[counties.size()];
        for (DrawnCounty county : counties) {
            summarise(county, schools.subList(county.firstSchool(), county.firstSchool() + county.schoolCount()));
        }
    }

    /** Towns and schools of repute draw better prepared children and teach the young ones better; for the value-added of grade 9 it counts nothing. */
    private static double standing(DrawnSchool school) {
        return (Layout.isQuality(school.position()) ? 1.5 : 0)
                + switch (school.setting()) {
                    case URBAN -> 1.5;
                    case TOWN -> 0;
                    case RURAL -> -1.5;
                };
    }

    /** What the primary schools of a county give a child on average, and how its junior schools are chosen. */
    private void summarise(DrawnCounty county, List<DrawnSchool> schools) {
        double children = DrawnSchool.sum(schools, this::fed);
        for (ExamSubject subject : ExamSubject.values()) {
            taughtBefore[county.number()][subject.place()] =
                    DrawnSchool.sum(schools, s -> fed(s) * atExam(s, 6, subject)) / children;
        }
        intakeOfCounty[county.number()] = DrawnSchool.sum(schools, s -> enrolment.atExam(s, 9) * intake(s))
                / DrawnSchool.sum(schools, s -> enrolment.atExam(s, 9));
    }

    private double fed(DrawnSchool school) {
        return school.existsIn(plan.priorYear()) ? enrolment.atExam(school, 6) : 0;
    }

    /** The effect in the year of the cohort's exam: for grade 9 the true value-added u, for grade 6 that of the primary school. */
    double atExam(DrawnSchool school, int grade, ExamSubject subject) {
        int draw = grade * 10;
        double both = effects.normal(school.serial(), draw);
        double own = effects.normal(school.serial(), draw + 1 + subject.place());
        double sigma = grade == 6 ? SIGMA_PRIMARY : subject.model().sigmaSchool();
        return (grade == 6 ? standing(school) : 0)
                + sigma * (StrictMath.sqrt(BETWEEN_SUBJECTS) * both + StrictMath.sqrt(1 - BETWEEN_SUBJECTS) * own);
    }

    /** The effect in any year. */
    double of(DrawnSchool school, int grade, ExamSubject subject, int year) {
        int exam = examYear(grade);
        return atExam(school, grade, subject)
                + join.of(school, year)
                - join.of(school, exam)
                + wandered(school, grade, subject, exam, year);
    }

    /** How much better or worse prepared the pupils are whom a junior school receives. */
    double intake(DrawnSchool school) {
        return standing(school) + SIGMA_INTAKE * effects.normal(school.serial(), 0);
    }

    /** The true mean score of a school: what its exam would give with endlessly many pupils. */
    double mean(DrawnSchool school, int grade, ExamSubject subject, int year) {
        return expected(school, grade, subject) + of(school, grade, subject, year) + difficulty(grade, subject, year);
    }

    /** The mean of a school without an effect of its own, in the year of the cohort's exam. */
    private double expected(DrawnSchool school, int grade, ExamSubject subject) {
        DrawnCounty county = school.county();
        double before = subject.priorMean() + county.head();
        return grade == 6
                ? before + intakeOfCounty[county.number()]
                : subject.model()
                        .expected(
                                before + taughtBefore[county.number()][subject.place()] + intake(school),
                                SHARE_OF_BOYS);
    }

    /** Standard deviation of the scores inside a school. */
    static double within(int grade, ExamSubject subject) {
        double prior = SIGMA_ABILITY * SIGMA_ABILITY
                + (grade == 6 ? SIGMA_INTAKE * SIGMA_INTAKE : SIGMA_PRIMARY * SIGMA_PRIMARY);
        PupilModel model = subject.model();
        double sex = SHARE_OF_BOYS * (1 - SHARE_OF_BOYS) * model.boys() * model.boys();
        return grade == 6
                ? StrictMath.sqrt(prior)
                : StrictMath.sqrt(
                        model.slope() * model.slope() * prior + sex + model.sigmaPupil() * model.sigmaPupil());
    }

    int examYear(int grade) {
        return grade == 6 ? plan.priorYear() : plan.lastYear();
    }

    private double wandered(DrawnSchool school, int grade, ExamSubject subject, int exam, int year) {
        double sum = 0;
        for (int y = Math.min(exam, year); y < Math.max(exam, year); y++) {
            sum += STEP * steps.normal(school.serial(), examDraw(grade, subject, y));
        }
        return year < exam ? -sum : sum;
    }

    /** How much easier the exam of a year is than the cohort's. */
    double difficulty(int grade, ExamSubject subject, int year) {
        return year == examYear(grade) ? 0 : DIFFICULTY * difficulty.normal(year, examDraw(grade, subject, 0));
    }

    private static long examDraw(int grade, ExamSubject subject, int year) {
        return (year * 16L + grade) * 4 + subject.place();
    }
}
