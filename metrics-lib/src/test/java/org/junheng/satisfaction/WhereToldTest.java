package org.junheng.satisfaction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junheng.subject.AnswerSheets;
import org.junheng.subject.SubjectType;
import org.junheng.subject.SurveyView;
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
}
