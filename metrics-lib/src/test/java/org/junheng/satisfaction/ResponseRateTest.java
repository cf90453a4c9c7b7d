package org.junheng.satisfaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junheng.Given;
import org.junheng.metric.Value;
import org.junheng.subject.SubjectType;
import org.junheng.subject.SurveyView;
import org.junit.jupiter.api.Test;

class ResponseRateTest {
    private final ResponseRate rate = new ResponseRate();

    @Test
    void sumsTheSchoolsAndDividesThen() {
        Value share = Given.value(rate.of(survey(tally("a", 30L, 40L), tally("b", 30L, 200L))));
        assertEquals(0.25, share.value());
        assertEquals(60, share.counts().responses());
        assertNull(share.interval());
    }

    @Test
    void schoolsThatDoNotReportACountAreLeftOut() {
        Value share = Given.value(rate.of(survey(tally("a", 30L, 40L), tally("b", 30L, null), tally("c", null, 90L))));
        assertEquals(0.75, share.value());
        assertEquals(1, share.counts().schools());
    }

    @Test
    void noAnswerIsARateOfZero() {
        assertEquals(0.0, Given.value(rate.of(survey(tally("a", 0L, 40L)))).value());
    }

    @Test
    void isAbsentWhenNothingIsLeftOrMoreCameThanWereIssued() {
        Given.absent(rate.of(survey(tally("a", 3L, 0L))));
        Given.absent(rate.of(survey(tally("a", 41L, 40L))));
        Given.absent(rate.of(survey(tally("a", -1L, 40L))));
    }

    private static SurveyView survey(SurveyView.Tally... schools) {
        return new SurveyView(SubjectType.COUNTY, "survey:PARENT", Given.YEAR, List.of(schools));
    }

    private static SurveyView.Tally tally(String school, Long answered, Long issued) {
        return new SurveyView.Tally(school, null, answered, issued);
    }
}
