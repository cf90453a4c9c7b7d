package org.junheng.impact;

import java.util.ArrayList;
import java.util.List;
import org.junheng.stats.CounterRandom;

/**
 * Provinces with known truth: every cluster joins in year 2, 3 or 4 of six years or never; outcomes are school + year + cluster shock + noise, the
 * effect since joining is {@code growth (1 + event time)}. Cohorts are drawn, so the truth of the overall effect is that of their shares.
 *
 * @param joined, others clusters that join and that never do
 */
record SimulatedJoining(int joined, int others, int schoolsPerCluster, double growth, double clusterShock) {
    private static final List<Integer> YEARS = List.of(1, 2, 3, 4, 5, 6);

    /** Cohorts 2, 3 and 4 with equal shares have 5, 4 and 3 years: the mean of 1..5, 1..4 and 1..3. */
    double truth() {
        return growth * (15 + 10 + 6) / 12.0;
    }

    ImpactQuestion draw(long province) {
        CounterRandom random = CounterRandom.of(province, "joining");
        List<JoiningSchool> schools = new ArrayList<>();
        for (int c = 0; c < joined + others; c++) {
            Integer cohort = c < joined ? 2 + random.below(3, c, 1000) : null;
            for (int s = 0; s < schoolsPerCluster; s++) {
                long unit = 1_000_000L + 100L * c + s;
                List<Double> outcomes = new ArrayList<>();
                for (int year : YEARS) {
                    double effect = cohort != null && year >= cohort ? growth * (1 + year - cohort) : 0;
                    outcomes.add(3 * random.normal(unit, 0)
                            + 0.7 * year
                            + clusterShock * random.normal(c, year)
                            + random.normal(unit, year)
                            + effect);
                }
                schools.add(new JoiningSchool("s" + unit, "c" + c, cohort, outcomes));
            }
        }
        return new ImpactQuestion(
                YEARS,
                schools,
                List.of(),
                ComparisonGroup.NOT_YET_TREATED,
                EffectEstimator.REG,
                Pairing.BALANCED,
                province);
    }
}
