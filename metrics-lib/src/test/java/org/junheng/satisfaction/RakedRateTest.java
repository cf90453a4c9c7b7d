package org.junheng.satisfaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junheng.Given;
import org.junheng.metric.Absent;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.satisfaction.MarginSurvey.Known;
import org.junheng.satisfaction.MarginSurvey.School;
import org.junheng.subject.About;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;

class RakedRateTest {
    private static final Known PLACE = known("place", Map.of("U", 600.0, "R", 400.0));

    /** Urban answers count 126/150, rural ones 84/60: (0.84 x 125 + 1.4 x 30) / 210. */
    @Test
    void oneMarginIsPostStratification() {
        MarginSurvey survey = survey(
                List.of(PLACE),
                school("a", 80, 100, Map.of("place", "U")),
                school("b", 45, 50, Map.of("place", "U")),
                school("c", 30, 60, Map.of("place", "R")));
        assertEquals(0.7, value(survey).value(), 1e-15);
        assertEquals(0.023094010767585025, value(survey).interval().se(), 1e-15);
        assertEquals(210 * 210 / (150 * 0.84 * 0.84 + 60 * 1.4 * 1.4), RakedRate.worth(survey), 1e-9);
        assertEquals(3, value(survey).counts().schools());
        assertEquals(210, value(survey).counts().responses());
    }

    /** Two margins; proportional fitting and the residual variance by another program, in plain Python. */
    @Test
    void twoMarginsAreRaked() {
        MarginSurvey survey = tenSchools();
        assertEquals(0.7429836829290148, value(survey).value(), 1e-12);
        assertEquals(0.03415885790299432, value(survey).interval().se(), 1e-12);
        assertEquals(532.3756420982845, RakedRate.worth(survey), 1e-6);
        assertTrue(RakedRate.method(survey).en().contains("place x owner"));
    }

    /** Only shares of a margin are known: ten times the population says the same. */
    @Test
    void theSizeOfThePopulationDoesNotMatter() {
        MarginSurvey survey = tenSchools();
        Known tenfold = known("place", Map.of("U", 5000.0, "T", 3000.0, "R", 2000.0));
        MarginSurvey larger = new MarginSurvey(
                survey.about(),
                survey.schools(),
                List.of(tenfold, survey.margins().get(1)));
        assertEquals(value(survey).value(), value(larger).value(), 1e-12);
    }

    @Test
    void answersThatStandAsThePopulationDoesKeepTheirRate() {
        MarginSurvey survey = survey(
                List.of(known("place", Map.of("U", 150.0, "R", 60.0))),
                school("a", 80, 100, Map.of("place", "U")),
                school("b", 45, 50, Map.of("place", "U")),
                school("c", 30, 60, Map.of("place", "R")));
        assertEquals(155.0 / 210, value(survey).value(), 1e-15);
        assertEquals(210, RakedRate.worth(survey), 1e-9);
    }

    @Test
    void isAbsentWhenNobodyAnsweredFromACategory() {
        Absent absent = Given.absent(new RakedRate()
                .of(survey(
                        List.of(PLACE),
                        school("a", 8, 10, Map.of("place", "U")),
                        school("b", 8, 10, Map.of("place", "U")))));
        assertEquals("nobody answered from place = R", absent.reason().en());
    }

    /** All urban schools are public and all rural ones private, but the population says otherwise. */
    @Test
    void isAbsentWhenTheMarginsContradict() {
        Known owner = known("owner", Map.of("P", 100.0, "Q", 900.0));
        Given.absent(new RakedRate()
                .of(survey(
                        List.of(PLACE, owner),
                        school("a", 8, 10, Map.of("place", "U", "owner", "P")),
                        school("b", 8, 10, Map.of("place", "R", "owner", "Q")))));
    }

    @Test
    void isAbsentForFewerThanTwoSchools() {
        Known all = known("place", Map.of("U", 600.0));
        Given.absent(new RakedRate().of(survey(List.of(all), school("a", 8, 10, Map.of("place", "U")))));
        Given.absent(new RakedRate().of(survey(List.of(all))));
    }

    @Test
    void aSchoolWithoutACategoryIsLeftOut() {
        List<School> schools = new ArrayList<>(tenSchools().schools());
        schools.add(school("x", 1, 1000, Map.of("place", "U")));
        Collections.reverse(schools);
        MarginSurvey more =
                new MarginSurvey(tenSchools().about(), schools, tenSchools().margins());
        assertEquals(value(tenSchools()), value(more));
    }

    private static MarginSurvey tenSchools() {
        int[] satisfied = {80, 45, 30, 55, 20, 61, 33, 70, 18, 40};
        int[] answers = {100, 50, 60, 70, 40, 80, 50, 90, 30, 45};
        List<School> schools = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            schools.add(school(
                    "s" + i,
                    satisfied[i],
                    answers[i],
                    Map.of("place", "UUTTRRUTRU".substring(i, i + 1), "owner", "PPPQPQQPQP".substring(i, i + 1))));
        }
        return survey(
                List.of(
                        known("place", Map.of("U", 500.0, "T", 300.0, "R", 200.0)),
                        known("owner", Map.of("P", 800.0, "Q", 200.0))),
                schools.toArray(School[]::new));
    }

    private static Value value(MarginSurvey survey) {
        Outcome outcome = new RakedRate().of(survey);
        return Given.value(outcome);
    }

    private static MarginSurvey survey(List<Known> margins, School... schools) {
        About about = About.of(new Subject(SubjectType.COUNTY, "539001"), Given.YEAR);
        return new MarginSurvey(about.facet("survey:PARENT"), List.of(schools), margins);
    }

    private static School school(String code, long satisfied, long answers, Map<String, String> categories) {
        return new School(code, satisfied, answers, new TreeMap<>(categories));
    }

    private static Known known(String name, Map<String, Double> totals) {
        return new Known(name, new TreeMap<>(totals));
    }
}
