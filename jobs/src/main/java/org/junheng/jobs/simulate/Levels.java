package org.junheng.jobs.simulate;

import org.junheng.stats.CounterRandom;

/**
 * How well a school is equipped in each of the seven resources of 2017, relative to the standard: lognormal around the wealth of its county, with
 * the county's spread, which closes by 3 % a year. Joining a cluster brings backbone teachers; the lead gives some away.
 */
final class Levels {
    private static final double[] SPREADS = {0.6, 1.15, 0.95, 0.85, 1.0, 1.1, 0.9};
    private static final double CLOSING = 0.03;
    private static final double COMMON = 0.6;

    private final Plan plan;
    private final JoinEffect join;
    private final CounterRandom random;

    Levels(Plan plan, JoinEffect join) {
        this.plan = plan;
        this.join = join;
        this.random = CounterRandom.of(plan.seed(), "resources");
    }

    /** The level of resource R1 .. R7. */
    double of(DrawnSchool school, int resource, int year) {
        double narrowing = Math.max(0.4, 1 - CLOSING * (year - plan.firstYear()));
        double spread = school.county().spread() * SPREADS[resource - 1] * narrowing;
        double z = COMMON * random.normal(school.serial(), 0)
                + StrictMath.sqrt(1 - COMMON * COMMON) * random.normal(school.serial(), resource);
        return school.county().wealth()
                * StrictMath.exp(spread * z - spread * spread / 2)
                * shared(school, resource, year);
    }

    private double shared(DrawnSchool school, int resource, int year) {
        if (resource != 2) {
            return 1;
        }
        boolean leads = Layout.CLUSTERS.stream().anyMatch(c -> c.lead() == school.position() % Layout.BLOCK);
        return leads
                ? Math.max(0.8, 1 - 0.02 * (year - plan.firstYear()))
                : 1 + 0.03 * Math.min(5, join.yearsSince(school, year));
    }

    /** Any other number of the school. */
    double uniform(DrawnSchool school, int year, int draw) {
        return random.uniform(school.serial(), year * 64L + draw);
    }
}
