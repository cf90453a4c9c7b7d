package org.junheng.satisfaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junheng.Given;
import org.junheng.metric.Interval;
import org.junheng.metric.Value;
import org.junheng.subject.SubjectType;
import org.junheng.subject.SurveyView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SatisfactionRateTest {
    private final SatisfactionRate rate = new SatisfactionRate();

    /**
     * By hand from (p + z^2/2n -+ z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n) with z = 1.959964: 81 of 263 is the example of Newcombe 1998
     * (0.2553 to 0.3662), 0 of 20 and 20 of 20 are his 0 to 0.1611 and its mirror.
     */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "20, 20, 0.8389, 1.0000"
    })
    void hasTheIntervalOfWilsonAsPublishedByNewcombe(long satisfied, long answered, double low, double high) {
        Value share = Given.value(rate.of(survey(tally("a", satisfied, answered))));
        Interval interval = share.interval();
        assertNotNull(interval);
        assertEquals((double) satisfied / answered, share.value());
        assertEquals(low, interval.low(), 0.00005);
        assertEquals(high, interval.high(), 0.00005);
        assertEquals(0.95, interval.level());
        assertNull(interval.se());
    }

    /** 90 of 100 and 10 of 300: 100 of 400, not the mean of 0.9 and 0.033. */
    @Test
    void sumsTheSchoolsAndDividesThen() {
        Value share = Given.value(rate.of(survey(tally("a", 90L, 100L), tally("b", 10L, 300L))));
        assertEquals(0.25, share.value());
        assertEquals(400, share.counts().responses());
        assertEquals(2, share.counts().schools());
    }

    @Test
    void schoolsThatDoNotReportACountAreLeftOut() {
        Value share = Given.value(rate.of(
                survey(tally("a", 90L, 100L), tally("b", null, 300L), tally("c", 4L, null), tally("d", 0L, 0L))));
        assertEquals(0.9, share.value());
        assertEquals(1, share.counts().schools());
        assertEquals(100, share.counts().responses());
    }

    @Test
    void isAbsentWhenNothingIsLeft() {
        Given.absent(rate.of(survey()));
        Given.absent(rate.of(survey(tally("a", null, 10L))));
    }

    @Test
    void isAbsentWhenMoreAreSatisfiedThanAnswered() {
        Given.absent(rate.of(survey(tally("a", 12L, 10L))));
        Given.absent(rate.of(survey(tally("a", -1L, 10L))));
    }

    private static SurveyView survey(SurveyView.Tally... schools) {
        return new SurveyView(SubjectType.COUNTY, "survey:PARENT", Given.YEAR, List.of(schools));
    }

    private static SurveyView.Tally tally(String school, Long satisfied, Long answered) {
        return new SurveyView.Tally(school, satisfied, answered, null);
    }
}
