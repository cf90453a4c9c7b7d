package org.junheng.satisfaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import org.junheng.Given;
import org.junheng.metric.Value;
import org.junheng.subject.AnswerSheets;
import org.junheng.subject.SubjectType;
import org.junheng.subject.SurveyChangeView;
import org.junheng.subject.SurveyView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which figures of a survey are told of whom. */
class WhereToldTest {
    /** Screened answers: of a group as a whole, where single sheets were looked at, or an area had some school with sheets. */
    @ParameterizedTest
    @CsvSource({
        "SCHOOL, survey:PARENT, 5, true",
        "SCHOOL, survey:PARENT, 0, false",
        "COUNTY, survey:PARENT, 0, true",
        "COUNTY, survey:PARENT, -1, false",
        "SCHOOL, survey:PARENT, -1, false",
        "SCHOOL, survey:PARENT:food, 5, false"
    })
    void screenedAnswersNeedSheets(SubjectType subject, String facet, int looked, boolean told) {
        AnswerSheets sheets = looked < 0
                ? null
                : new AnswerSheets(
                        List.of("food"),
                        looked,
                        List.of((long) looked, (long) looked),
                        looked,
                        0,
                        0,
                        looked,
                        looked,
                        looked,
                        looked);
        SurveyView view = new SurveyView(
                subject, facet, 2023, List.of(new SurveyView.Tally("a", 4L, 5L, 5L, null, null, 10.0, sheets)));
        assertEquals(told, new ScreenedAnswers(ScreenedAnswers.Figure.RATE).appliesTo(view));
    }

    /** The effective number of answers and the like: of areas, and of schools only for the group as a whole. */
    @ParameterizedTest
    @CsvSource({"COUNTY, survey:PARENT:food, true", "SCHOOL, survey:PARENT, true", "SCHOOL, survey:PARENT:food, false"})
    void singleItemsOfASchoolAreNotWorthTelling(SubjectType subject, String facet, boolean told) {
        assertEquals(told, Surveys.isWorthTelling(new SurveyView(subject, facet, 2023, new ArrayList<>())));
    }

    @ParameterizedTest
    @CsvSource({"CLUSTER, true", "COUNTY, true", "SCHOOL, false"})
    void ratesByPupilsAreOfSeveralSchools(SubjectType subject, boolean told) {
        SurveyView view = new SurveyView(subject, "survey:PARENT", 2023, new ArrayList<>());
        assertEquals(told, new RateByPupils().appliesTo(view));
    }

    /** A count that was not reported is no number. */
    @Test
    void countsThatAreMissingAreNoNumbers() {
        SurveyView.Tally none = new SurveyView.Tally("a", null, null, null);
        assertEquals(Double.NaN, Surveys.satisfied(none));
        assertEquals(Double.NaN, Surveys.answered(none));
        assertEquals(0.8, Surveys.rate(new SurveyView.Tally("a", 4L, 5L, 5L)));
    }

    private static SurveyView county(int year, SurveyView.Tally... schools) {
        return new SurveyView(SubjectType.COUNTY, "survey:PARENT", year, List.of(schools));
    }

    private static SurveyView cluster(int year, double pupils, SurveyView.Tally... schools) {
        List<SurveyView.Tally> weighted = new ArrayList<>();
        for (SurveyView.Tally s : schools) {
            weighted.add(new SurveyView.Tally(
                    s.school(), s.satisfied(), s.answered(), s.issued(), null, null, pupils, null));
        }
        return new SurveyView(SubjectType.CLUSTER, "survey:PARENT", year, weighted);
    }

    /** Either year with one school, or answers too few for an error, leaves the change without an interval. */
    @Test
    void aChangeNeedsAnErrorInBothYears() {
        SatisfactionChange change = new SatisfactionChange();
        SurveyView.Tally a = new SurveyView.Tally("a", 40L, 50L, 50L);
        SurveyView.Tally b = new SurveyView.Tally("b", 45L, 50L, 50L);
        Given.absent(change.of(new SurveyChangeView(county(2022, a), county(2023, a, b))));
        Given.absent(change.of(new SurveyChangeView(county(2022, a, b), county(2023, a))));
        assertEquals(
                0.05,
                Given.value(change.of(new SurveyChangeView(county(2022, a, a(40)), county(2023, a, b))))
                        .value(),
                1e-12);
        SurveyView.Tally one = new SurveyView.Tally("a", 1L, 1L, 1L);
        Value certain = Given.value(change.of(new SurveyChangeView(cluster(2022, 10, one), cluster(2023, 10, a, b))));
        assertNull(certain.interval());
        Value before = Given.value(change.of(new SurveyChangeView(cluster(2022, 10, a, b), cluster(2023, 10, one))));
        assertNull(before.interval());
    }

    private static SurveyView.Tally a(long satisfied) {
        return new SurveyView.Tally("b", satisfied, 50L, 50L);
    }
}
