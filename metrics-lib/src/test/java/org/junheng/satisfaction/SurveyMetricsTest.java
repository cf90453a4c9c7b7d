package org.junheng.satisfaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junheng.Given;
import org.junheng.metric.Interval;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.Critical;
import org.junheng.stats.KornGraubard;
import org.junheng.subject.SubjectType;
import org.junheng.subject.SurveyChangeView;
import org.junheng.subject.SurveyView;
import org.junit.jupiter.api.Test;

/** Figures of surveys that a reader can follow by hand; the standard errors are proved against R elsewhere. */
class SurveyMetricsTest {
    private static final SurveyView.Tally A = tally("a", 90, 100, 500.0);
    private static final SurveyView.Tally B = tally("b", 60, 100, 100.0);

    /** R = 150/200; deviations 15 and -15, so se^2 = 2/1 (15^2 + 15^2)/200^2. */
    @Test
    void clusteredRateCountsSchoolsAsTheSample() {
        SurveyView county = view(SubjectType.COUNTY, A, B);
        Value rate = Given.value(new ClusteredRate().of(county));
        assertEquals(0.75, rate.value());
        double se = Math.sqrt(2 * 450.0 / 40000);
        assertEquals(se, rate.interval().se(), 1e-15);
        Interval interval = KornGraubard.of(0.75, se, 200, 1, 0.95);
        assertEquals(interval.low(), rate.interval().low(), 1e-12);
        assertNotEquals(Words.NONE, rate.caution());
        assertEquals(200, rate.counts().responses());
    }

    @Test
    void clusteredRateIsForAreasOfTwoSchools() {
        Given.absent(new ClusteredRate().of(view(SubjectType.COUNTY, A)));
        assertFalse(new ClusteredRate().appliesTo(view(SubjectType.CLUSTER, A, B)));
        assertFalse(new DesignEffect().appliesTo(view(SubjectType.SCHOOL, A)));
    }

    /** 0.0225 / (0.75 * 0.25 / 199) = 23.88: 200 answers are worth 8.375. */
    @Test
    void designEffectSaysWhatAnAnswerIsWorth() {
        Value effect = Given.value(new DesignEffect().of(view(SubjectType.COUNTY, A, B)));
        assertEquals(0.0225 * 199 / 0.1875, effect.value(), 1e-12);
        assertEquals(200, effect.numerator());
        assertEquals(200 / effect.value(), effect.denominator(), 1e-12);
        SurveyView.Tally all = tally("c", 10, 10, 10.0);
        Given.absent(new DesignEffect().of(view(SubjectType.COUNTY, all, tally("d", 10, 10, 10.0))));
    }

    /** 5/6 of 0.9 and 1/6 of 0.6, whatever the questionnaires; se^2 = (5/6)^2 0.09/99 + (1/6)^2 0.24/99. */
    @Test
    void aClusterIsWeightedByPupils() {
        Value rate = Given.value(new RateByPupils().of(view(SubjectType.CLUSTER, A, tally("b", 60, 100, 100.0))));
        assertEquals(0.85, rate.value(), 1e-15);
        assertEquals(Math.sqrt((25 * 0.09 + 0.24) / 36 / 99), rate.interval().se(), 1e-15);
        assertEquals(600, rate.counts().pupils());
    }

    @Test
    void schoolsWithoutPupilsAreLeftOutOfTheWeightedRate() {
        Value rate = Given.value(new RateByPupils().of(view(SubjectType.CLUSTER, A, tally("b", 60, 100, null))));
        assertEquals(0.9, rate.value(), 1e-15);
        assertEquals(1, rate.counts().schools());
        Given.absent(new RateByPupils().of(view(SubjectType.CLUSTER, tally("b", 60, 100, null))));
    }

    /** A school of one answer has no variance of its own. */
    @Test
    void theWeightedRateHasNoIntervalWhereASchoolHasOneAnswer() {
        Value rate = Given.value(new RateByPupils().of(view(SubjectType.CLUSTER, A, tally("b", 1, 1, 100.0))));
        assertNull(rate.interval());
        assertNotEquals(Words.NONE, rate.caution());
    }

    /** Answers 4, 4, 3, 1 of 0 to 4: mean 3 is 75; variance 2, so se = 25 sqrt(2/4), t(3) at 95 % is 3.182446; the upper end is cut at 100. */
    @Test
    void meanScoreRunsFromZeroToAHundred() {
        SurveyView.Tally four = new SurveyView.Tally("a", 3L, 4L, null, 12L, 42L, null, null);
        Value mean = Given.value(new MeanScore().of(view(SubjectType.SCHOOL, four)));
        assertEquals(75, mean.value());
        assertEquals(25 * Math.sqrt(0.5), mean.interval().se(), 1e-12);
        assertEquals(
                75 - 3.182446305284263 * 25 * Math.sqrt(0.5), mean.interval().low(), 1e-9);
        assertEquals(100, mean.interval().high());
        assertNull(Given.value(new MeanScore()
                        .of(view(SubjectType.SCHOOL, new SurveyView.Tally("a", 1L, 1L, null, 4L, 16L, null, null))))
                .interval());
        Given.absent(new MeanScore().of(view(SubjectType.SCHOOL, new SurveyView.Tally("a", 1L, 1L, null))));
    }

    /** Example of Newcombe 1998 b: 56/70 less 48/80 is 0.2 with 0.0524 to 0.3339 by his method 10. */
    @Test
    void theChangeOfASchoolHasTheIntervalOfNewcombe() {
        Value change = Given.value(new SatisfactionChange()
                .of(change(SubjectType.SCHOOL, List.of(tally("a", 48, 80, null)), List.of(tally("a", 56, 70, null)))));
        assertEquals(0.2, change.value(), 1e-15);
        assertEquals(0.0524, change.interval().low(), 0.00005);
        assertEquals(0.3339, change.interval().high(), 0.00005);
        assertEquals(70, change.counts().responses());
    }

    /** Both schools gain 0.1: nothing is left of how much they differ, and the change has no error. */
    @Test
    void theChangeOfAnAreaDoesNotCountWhatSchoolsKeep() {
        Value change = Given.value(new SatisfactionChange()
                .of(change(
                        SubjectType.COUNTY,
                        List.of(tally("a", 80, 100, null), tally("b", 50, 100, null)),
                        List.of(A, B))));
        assertEquals(0.1, change.value(), 1e-15);
        assertEquals(0, change.interval().se(), 1e-15);
    }

    /** From 0.9 and 0.6 to 0.9 alone: by pupils 0.85, then 0.9. */
    @Test
    void theChangeOfAClusterIsByPupils() {
        Value change = Given.value(new SatisfactionChange().of(change(SubjectType.CLUSTER, List.of(A, B), List.of(A))));
        assertEquals(0.05, change.value(), 1e-15);
        double se = Math.sqrt((25 * 0.09 + 0.24) / 36 / 99 + 0.09 / 99);
        assertEquals(se, change.interval().se(), 1e-15);
        assertEquals(0.05 - Critical.normal(0.975) * se, change.interval().low(), 1e-12);
        Given.absent(new SatisfactionChange().of(change(SubjectType.CLUSTER, List.of(), List.of(A))));
    }

    private static SurveyChangeView change(SubjectType type, List<SurveyView.Tally> base, List<SurveyView.Tally> now) {
        return new SurveyChangeView(
                new SurveyView(type, "survey:PARENT", Given.YEAR - 2, base),
                new SurveyView(type, "survey:PARENT", Given.YEAR, now));
    }

    private static SurveyView view(SubjectType type, SurveyView.Tally... schools) {
        return new SurveyView(type, "survey:PARENT", Given.YEAR, List.of(schools));
    }

    private static SurveyView.Tally tally(String school, long satisfied, long answered, Double pupils) {
        return new SurveyView.Tally(school, satisfied, answered, null, null, null, pupils, null);
    }
}
