package org.junheng.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every number from sums of exact fractions: P(X >= 279) = 0.0458, P(X >= 278) = 0.0699, P(X <= 260) = 0.0378, P(X <= 261) = 0.0549 of 300 at 0.90. */
class ShareVerdictTest {

    @ParameterizedTest
    @CsvSource({
        "0.90, 300, 279, PASS",
        "0.90, 300, 278, NOT_DECIDABLE",
        "0.90, 300, 261, NOT_DECIDABLE",
        "0.90, 300, 260, FAIL",
        "0.85, 300, 266, PASS",
        "0.85, 300, 265, NOT_DECIDABLE",
        "0.90, 30, 30, PASS",
        "0.90, 30, 29, NOT_DECIDABLE",
        "0.90, 300, 0, FAIL",
        "1, 300, 300, NOT_DECIDABLE",
        "1, 300, 299, FAIL"
    })
    void passesAndFailsOnlyWhereTheAnswersCanTell(String standard, long answers, long satisfied, Verdict verdict) {
        assertEquals(verdict, judge(">=", standard, satisfied, answers).verdict());
        assertEquals(verdict, judge(">", standard, satisfied, answers).verdict());
    }

    @ParameterizedTest
    @CsvSource({"279, FAIL", "278, NOT_DECIDABLE", "260, PASS"})
    void anUpperLimitIsMetBelow(long satisfied, Verdict verdict) {
        assertEquals(verdict, judge("<=", "0.90", satisfied, 300).verdict());
        assertEquals(verdict, judge("<", "0.90", satisfied, 300).verdict());
    }

    /** Found by trying every number of answers with exact fractions. */
    @ParameterizedTest
    @CsvSource({
        "0.90, 278, 300, 368",
        "0.90, 276, 300, 649",
        "0.90, 262, 300, 403",
        "0.85, 9, 10, 150",
        "0.85, 262, 300, 663"
    })
    void saysHowManyAnswersWouldDecide(String standard, long satisfied, long answers, long needed) {
        Rule.Finding finding = judge(">=", standard, satisfied, answers);
        assertEquals(Verdict.NOT_DECIDABLE, finding.verdict());
        assertEquals(Optional.of(needed), finding.needed());
        assertTrue(
                finding.reason().en().contains(answers + " answers"),
                finding.reason().en());
    }

    @Test
    void noNumberOfAnswersDecidesAShareAtTheStandard() {
        assertEquals(Optional.empty(), judge(">=", "0.90", 270, 300).needed());
        assertEquals(Optional.empty(), judge(">=", "0.90", 279, 300).needed(), "279 have decided");
        assertEquals(Optional.empty(), judge(">=", "0.90", 900_001, 1_000_000).needed(), "more than ten million");
    }

    @Test
    void whatIsNoCountedShareIsComparedAsItIs() {
        Rule rule = rule(">=", "0.90");
        assertEquals(Verdict.PASS, rule.judgeSample(Value.of(0.90, Counts.NONE)).verdict());
        assertEquals(
                Verdict.NOT_ASSESSED,
                rule.judgeSample(new Absent("缺", "missing", Counts.NONE)).verdict());
        assertEquals(
                Verdict.NOT_ASSESSED,
                rule(">=", null).judgeSample(share(279, 300)).verdict());
    }

    private static Rule.Finding judge(String operator, String standard, long satisfied, long answers) {
        return rule(operator, standard).judgeSample(share(satisfied, answers));
    }

    private static Value share(long satisfied, long answers) {
        return Value.ofRatio((double) satisfied / answers, satisfied, answers, new Counts(9L, null, answers));
    }

    private static Rule rule(String operator, String standard) {
        return new Rule(
                "p",
                "S1",
                "satisfaction.rate",
                SubjectType.COUNTY,
                null,
                "survey:PARENT",
                Operator.of(operator),
                standard == null ? null : new BigDecimal(standard),
                null,
                null,
                "ratio",
                LocalDate.EPOCH,
                null,
                "ERROR",
                "official",
                "d",
                "c");
    }

    /** At 0 and at 1 no number of answers decides, and a share that equals the standard never does. */
    @ParameterizedTest
    @CsvSource({"0, 0", "0, 5", "1, 300", "0.90, 270"})
    void someSharesNoNumberOfAnswersDecides(String standard, long satisfied) {
        assertEquals(Optional.empty(), judge(">", standard, satisfied, 300).needed());
    }

    @Test
    void onlyAShareOfCountedAnswersIsASample() {
        Value plain = Value.of(0.9, Counts.NONE);
        assertEquals(false, ShareVerdict.isCounted(plain));
        assertEquals(false, ShareVerdict.isCounted(new Value(0.9, null, 9.0, null, Counts.NONE, Words.NONE)));
        assertEquals(false, ShareVerdict.isCounted(new Value(0.9, null, 9.0, 0.0, Counts.NONE, Words.NONE)));
        assertEquals(true, ShareVerdict.isCounted(Value.ofRatio(0.9, 9, 10, Counts.NONE)));
        assertThrows(IllegalArgumentException.class, () -> ShareVerdict.of(Operator.AT_LEAST, BigDecimal.ONE, plain));
        assertThrows(
                IllegalArgumentException.class,
                () -> ShareVerdict.of(
                        Operator.AT_LEAST, BigDecimal.ONE, new Value(0.9, null, 9.0, null, Counts.NONE, Words.NONE)));
    }
}
