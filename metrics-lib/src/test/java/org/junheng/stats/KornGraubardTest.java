package org.junheng.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junheng.metric.Interval;
import org.junheng.survey.Estimate;
import org.junheng.survey.SampledUnit;
import org.junheng.survey.SurveyDesign;
import org.junit.jupiter.api.Test;

class KornGraubardTest {
    private static final int DRAWS = 1500;

    /** A simple random sample is worth itself, and then the interval is the exact one, which is proved against R elsewhere. */
    @Test
    void isTheExactIntervalForASimpleRandomSample() {
        double p = 0.3;
        Interval found = KornGraubard.of(p, Math.sqrt(p * (1 - p) / 200), 200, 199, 0.95);
        Interval exact = ClopperPearson.of(60, 200, 0.95);
        assertEquals(exact.low(), found.low(), 1e-12);
        assertEquals(exact.high(), found.high(), 1e-12);
    }

    /** Half as much worth: 100 answers instead of 200, as many degrees of freedom. */
    @Test
    void countsWhatTheAnswersAreWorth() {
        Interval found = KornGraubard.of(0.3, Math.sqrt(0.21 / 100), 200, 199, 0.95);
        assertEquals(ClopperPearson.of(30, 100, 0.95).low(), found.low(), 1e-12);
    }

    @Test
    void isNeverNarrowerThanThatOfAsManyIndependentAnswers() {
        Interval found = KornGraubard.of(0.3, 1e-9, 200, 199, 0.95);
        assertEquals(ClopperPearson.of(60, 200, 0.95).low(), found.low(), 1e-12);
    }

    @Test
    void hasAnIntervalWhereAllAnswersAreTheSame() {
        assertEquals(
                ClopperPearson.of(50, 50, 0.95).low(),
                KornGraubard.of(1, 0, 50, 4, 0.95).low(),
                1e-12);
        assertEquals(1, KornGraubard.of(1, 0, 50, 4, 0.95).high());
    }

    /** 24 schools whose rates differ (0.85, standard deviation 0.08) with 60 answers each: 95 % hold the truth; of Wilson's far fewer. */
    @Test
    void holdsTheTruthWhereSchoolsDiffer() {
        CounterRandom random = CounterRandom.of(20260101, "clustered");
        int held = 0;
        int wilson = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            List<SampledUnit> schools = new ArrayList<>();
            double[] satisfied = new double[24];
            double[] answers = new double[24];
            double sum = 0;
            for (int s = 0; s < 24; s++) {
                schools.add(SampledUnit.school("s" + s, 1));
                double rate = Math.min(0.999, 0.85 + 0.08 * (2 * random.uniform(draw, s) - 1) * Math.sqrt(3));
                answers[s] = 60;
                for (int i = 0; i < 60; i++) {
                    satisfied[s] += random.happens(rate, 24L * draw + s, 100 + i) ? 1 : 0;
                }
                sum += satisfied[s];
            }
            Estimate rate = SurveyDesign.of(schools).ratio(satisfied, answers);
            held += holds(KornGraubard.of(rate.value(), rate.se(), 1440, rate.df(), 0.95)) ? 1 : 0;
            wilson += holds(Wilson.of(sum, 1440, 0.95)) ? 1 : 0;
        }
        double share = (double) held / DRAWS;
        double narrow = (double) wilson / DRAWS;
        assertTrue(share > 0.935 && share < 0.975, () -> share + " of the intervals hold the truth");
        assertTrue(narrow < 0.80, () -> narrow + " of Wilson's hold the truth");
    }

    private static boolean holds(Interval interval) {
        return interval.low() <= 0.85 && 0.85 <= interval.high();
    }
}
