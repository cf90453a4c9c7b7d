package org.junheng.satisfaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.Given;
import org.junheng.metric.Value;
import org.junheng.subject.AnswerSheets;
import org.junheng.subject.SubjectType;
import org.junheng.subject.SurveyView;
import org.junit.jupiter.api.Test;

/** Reliability and screens from single answers: sheets of five items and {@code overall}, named in the order of their digits. */
class AnswerSheetsTest {
    private static final List<String> ITEMS = List.of("care", "food", "place", "safety", "teaching", "overall");

    /** A straight line, a sheet, its copy, another sheet, a sheet of two answers. */
    private static final AnswerSheets SHEETS = sheets("555555", "432154", "432154", "211332", "44");

    @Test
    void straightLinesAndLaterCopiesAreFlagged() {
        assertEquals(4, SHEETS.looked());
        assertEquals(1, SHEETS.straight());
        assertEquals(1, SHEETS.repeated());
        assertEquals(0.25, of(ScreenedAnswers.Figure.STRAIGHT).value());
        assertEquals(0.25, of(ScreenedAnswers.Figure.REPEATED).value());
        assertFalse(of(ScreenedAnswers.Figure.REPEATED).caution().zh().isEmpty());
    }

    /** {@code overall}: 5, 4, 4, 2; without the line and the copy 4, 2. */
    @Test
    void ratesWithAndWithoutFlaggedSheetsStandSideBySide() {
        assertEquals(4, SHEETS.answered());
        assertEquals(3, SHEETS.satisfied());
        Value without = of(ScreenedAnswers.Figure.RATE);
        assertEquals(0.5, without.value());
        assertEquals(2, without.denominator());
        assertEquals(2, without.counts().responses(), "flagged sheets: few of them are a small cell");
        assertEquals(-0.25, of(ScreenedAnswers.Figure.EFFECT).value());
    }

    @Test
    void withoutOverallAllItemsStandForTheGroup() {
        AnswerSheets two = sheets("45", "12");
        assertEquals(4, two.answered());
        assertEquals(2, two.satisfied());
        Given.absent(new ScreenedAnswers(ScreenedAnswers.Figure.RATE).of(view("survey:PARENT", two)));
    }

    /** The scale are the items without {@code overall}; four sheets are complete. */
    @Test
    void theScaleIsOfCompleteSheets() {
        assertEquals(ITEMS.subList(0, 5), SHEETS.items());
        assertEquals(4, SHEETS.complete());
        assertEquals(5 + 4 + 4 + 2, SHEETS.sums().get(0));
        assertEquals(25 + 16 + 16 + 4, SHEETS.sums().get(5));
    }

    /** Two items with variances 1 and covariance 1/2 (see CronbachAlphaTest) in two schools: alpha 2/3, of little evidence. */
    @Test
    void reliabilityIsOfAllSchoolsThatAskTheSame() {
        SurveyView view = view("survey:PARENT", sheets("11", "23"), sheets("32"), sheets("5", "4", "3"));
        Value alpha = Given.value(new ScaleReliability(ScaleReliability.Figure.ALPHA).of(view));
        assertEquals(2.0 / 3, alpha.value(), 1e-15);
        assertEquals(3, alpha.counts().responses());
        assertEquals(2, alpha.counts().schools());
        assertFalse(alpha.caution().zh().isEmpty());
    }

    @Test
    void anItemSaysHowItGoesWithTheOthers() {
        SurveyView view = view("survey:PARENT:food", sheets("11", "23"), sheets("32"));
        ScaleReliability rest = new ScaleReliability(ScaleReliability.Figure.WITH_REST);
        assertTrue(rest.appliesTo(view));
        assertEquals(0.5, Given.value(rest.of(view)).value(), 1e-15);
        Given.absent(new ScaleReliability(ScaleReliability.Figure.WITHOUT_ITEM).of(view));
        assertFalse(rest.appliesTo(view("survey:PARENT:noise", sheets("11", "23"))));
        assertFalse(new ScaleReliability(ScaleReliability.Figure.ALPHA).appliesTo(view));
    }

    @Test
    void oneItemIsNoScale() {
        Given.absent(new ScaleReliability(ScaleReliability.Figure.ALPHA)
                .of(view("survey:PARENT", sheets("5", "4", "3", "1"))));
    }

    @Test
    void textIsReadBack() {
        assertEquals(SHEETS, AnswerSheets.parse(SHEETS.text()));
        SortedMap<String, SortedMap<String, Integer>> odd = new TreeMap<>();
        odd.put("1", new TreeMap<>(java.util.Map.of("食堂;, =", 5, "老师", 4)));
        assertEquals(
                AnswerSheets.of(odd), AnswerSheets.parse(AnswerSheets.of(odd).text()));
    }

    private static Value of(ScreenedAnswers.Figure figure) {
        return Given.value(new ScreenedAnswers(figure).of(view("survey:PARENT", SHEETS)));
    }

    private static SurveyView view(String facet, AnswerSheets... schools) {
        List<SurveyView.Tally> tallies = new java.util.ArrayList<>();
        for (AnswerSheets sheets : schools) {
            tallies.add(new SurveyView.Tally("s" + tallies.size(), 1L, 1L, null, null, null, null, sheets));
        }
        return new SurveyView(SubjectType.COUNTY, facet, Given.YEAR, tallies);
    }

    /** One digit per item. */
    private static AnswerSheets sheets(String... answers) {
        SortedMap<String, SortedMap<String, Integer>> sheets = new TreeMap<>();
        for (String answer : answers) {
            SortedMap<String, Integer> sheet = new TreeMap<>();
            for (int i = 0; i < answer.length(); i++) {
                sheet.put(ITEMS.get(i), answer.charAt(i) - '0');
            }
            sheets.put("r" + sheets.size(), sheet);
        }
        return AnswerSheets.of(sheets);
    }
}
