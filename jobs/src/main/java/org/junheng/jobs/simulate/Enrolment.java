package org.junheng.jobs.simulate;

import java.util.Arrays;
import java.util.List;
import org.junheng.stats.CounterRandom;
import org.junheng.subject.Ownership;
import org.junheng.subject.SchoolType;
import org.junheng.subject.Stage;
import org.junheng.subject.UrbanRuralClass;

/**
 * How many pupils every school has. The cohort in grade 9 is apportioned to the schools that end with it; the primary schools of a county share
 * the same children. A province with fewer than twenty tested pupils per school is larger than its test: the exam is then a sample.
 */
final class Enrolment {
    private static final int SMALLEST_COHORT = 20;
    private static final int NONE = -1;

    private final Plan plan;
    private final List<DrawnSchool> schools;
    private final CounterRandom random;
    private final double[] grade6;
    private final double[] grade9;
    private final long[] firstPupil;
    private final int[] absorbed;
    private final double testedShare;

    Enrolment(Plan plan, List<DrawnCounty> counties, List<DrawnSchool> schools) {
        this.plan = plan;
        this.schools = schools;
        this.random = CounterRandom.of(plan.seed(), "enrolment");
        this.grade6 = new double[schools.size()];
        this.grade9 = new double[schools.size()];
        this.firstPupil = new long[schools.size() + 1];
        this.absorbed = new int[schools.size()];
        double cohort = Math.max((double) plan.pupils(), (double) SMALLEST_COHORT * plan.schools());
        this.testedShare = plan.pupils() / cohort;
        apportion(cohort);
        counties.forEach(this::share);
        Arrays.fill(absorbed, NONE);
        for (DrawnSchool school : schools) {
            if (school.fate() instanceof Fate.Merged merged) {
                absorbed[merged.successor()] = school.serial();
            }
        }
    }

    private void apportion(double cohort) {
        double all = DrawnSchool.sum(schools, s -> s.sits(9) ? weight(s) : 0);
        double before = 0;
        for (DrawnSchool school : schools) {
            int s = school.serial();
            if (school.sits(9)) {
                grade9[s] = cohort * weight(school) / all;
                before += weight(school);
            }
            firstPupil[s + 1] = Math.min(plan.pupils(), (long) StrictMath.floor(plan.pupils() * (before / all)));
        }
        giveTheRestToTheLast();
    }

    /** Rounding must not lose the last pupil: whatever remains belongs to the last school with a grade 9. */
    private void giveTheRestToTheLast() {
        for (int s = schools.size() - 1; s >= 0; s--) {
            firstPupil[s + 1] = plan.pupils();
            if (schools.get(s).sits(9)) {
                return;
            }
        }
    }

    private void share(DrawnCounty county) {
        List<DrawnSchool> here = schools.subList(county.firstSchool(), county.firstSchool() + county.schoolCount());
        double children = DrawnSchool.sum(here, s -> grade9[s.serial()]);
        double all = DrawnSchool.sum(here, s -> s.sits(6) ? weight(s) : 0);
        here.stream().filter(s -> s.sits(6)).forEach(s -> grade6[s.serial()] = children * weight(s) / all);
    }

    /** Children in grade 6 or 9 in the last year, not rounded. */
    double atExam(DrawnSchool school, int grade) {
        return grade == 6 ? grade6[school.serial()] : grade9[school.serial()];
    }

    /** Pupils who sit the exam of a grade in a year; the cohort itself is counted, not calculated. */
    long tested(DrawnSchool school, int grade, int year) {
        return Math.max(3, Math.round(atExam(school, grade) * testedShare * change(school, year)));
    }

    /** Serial of the first pupil of the cohort who ends in this school; the next school's first ends the list. */
    long firstPupil(int serial) {
        return firstPupil[serial];
    }

    long pupils(DrawnSchool school, Stage stage, int year) {
        if (!school.teaches(stage) || !school.existsIn(year)) {
            return 0;
        }
        long own = Math.max(6, Math.round(atFullSize(school, stage) * change(school, year)));
        return own + fromMerged(school, stage, year);
    }

    private long fromMerged(DrawnSchool school, Stage stage, int year) {
        int other = absorbed[school.serial()];
        if (other == NONE || schools.get(other).existsIn(year)) {
            return 0;
        }
        return Math.round(atFullSize(schools.get(other), stage) * change(schools.get(other), year));
    }

    private double atFullSize(DrawnSchool school, Stage stage) {
        int unit = school.serial();
        boolean small = school.type() == SchoolType.TEACHING_POINT || school.type() == SchoolType.SPECIAL;
        return switch (stage) {
            case PRIMARY -> small ? 18 + 60 * random.uniform(unit, 2) : 6 * grade6[unit];
            case JUNIOR -> 3 * grade9[unit];
            case SENIOR -> grade9[unit] > 0 ? 1.5 * grade9[unit] : 500 + 900 * random.uniform(unit, 2);
            case KINDERGARTEN -> 50 + 180 * random.uniform(unit, 2);
        };
    }

    /** Towns grow, villages shrink. */
    private double change(DrawnSchool school, int year) {
        double trend = 0.01 * random.normal(school.serial(), 1)
                + switch (school.setting()) {
                    case URBAN -> 0.02;
                    case TOWN -> 0.0;
                    case RURAL -> -0.02;
                };
        return Math.max(0.3, 1 + trend * (year - plan.lastYear()));
    }

    private double weight(DrawnSchool school) {
        double size = StrictMath.exp(0.35 * random.normal(school.serial(), 0));
        double type = school.type() == SchoolType.NINE_YEAR ? 0.7 : school.ownership() == Ownership.PRIVATE ? 0.8 : 1;
        return size
                * type
                * (school.setting() == UrbanRuralClass.URBAN
                        ? 1.7
                        : school.setting() == UrbanRuralClass.TOWN ? 1.1 : 0.6);
    }
}
