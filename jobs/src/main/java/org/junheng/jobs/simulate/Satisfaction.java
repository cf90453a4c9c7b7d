package org.junheng.jobs.simulate;

import org.junheng.jobs.table.RespondentGroup;
import org.junheng.stats.CounterRandom;
import org.junheng.subject.UrbanRuralClass;

/** The true share of a group in a school that would call itself satisfied. */
final class Satisfaction {
    private final Plan plan;
    private final CounterRandom random;

    Satisfaction(Plan plan) {
        this.plan = plan;
        this.random = CounterRandom.of(plan.seed(), "satisfaction");
    }

    double rate(DrawnSchool school, RespondentGroup group, int year) {
        double logit = 1.9
                + 0.5 * random.normal(school.serial(), 0)
                + 0.12 * (year - plan.firstYear())
                - (school.setting() == UrbanRuralClass.RURAL ? 0.2 : 0)
                + offset(group);
        return 1 / (1 + StrictMath.exp(-logit));
    }

    private static double offset(RespondentGroup group) {
        return switch (group) {
            case PUPIL -> 0.15;
            case TEACHER, PRINCIPAL -> 0.30;
            case PARENT, DEPUTY, OTHER -> 0;
        };
    }
}
