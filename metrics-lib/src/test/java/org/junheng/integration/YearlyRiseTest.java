package org.junheng.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junheng.Given;
import org.junheng.integration.YearlyRise.TwoYears;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.rules.Rule;
import org.junheng.rules.RuleBook;
import org.junheng.rules.Verdict;
import org.junheng.subject.Stage;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;

class YearlyRiseTest {
    private static final Outcome MISSING = new Absent(new Words("缺", "missing"), Counts.NONE);

    /** 477 of 581 and 470 of 575 children. */
    @Test
    void isTheShareLessThatOfTheYearBefore() {
        double rise = 470.0 / 575 - 477.0 / 581;
        assertEquals(rise, Given.value(of(share(477, 581), share(470, 575))).value(), 1e-15);
    }

    /** 1/3 and 2/6 are not the same double as sums of doubles go, but the same share: no rise. */
    @Test
    void equalSharesGiveExactlyNothing() {
        for (int n = 1; n < 300; n++) {
            Value none = Given.value(of(share(n, 3 * n + 1), share(7 * n, 7 * (3 * n + 1))));
            assertEquals(0.0, none.value());
            assertEquals(Verdict.FAIL, rule().judge(none).verdict());
        }
    }

    @Test
    void oneChildMoreIsARise() {
        Value rise = Given.value(of(share(99_999, 100_000), share(100_000, 100_000)));
        assertEquals(Verdict.PASS, rule().judge(rise).verdict());
        Value fall = Given.value(of(share(100_000, 100_000), share(99_999, 100_000)));
        assertEquals(Verdict.FAIL, rule().judge(fall).verdict());
    }

    @Test
    void theFirstYearAndAYearWithoutDataAreNotAssessed() {
        assertEquals(
                "the year before is not there",
                Given.absent(of(MISSING, share(1, 2))).reason().en());
        assertEquals("missing", Given.absent(of(share(1, 2), MISSING)).reason().en());
        assertEquals(
                Verdict.NOT_ASSESSED, rule().judge(of(MISSING, share(1, 2))).verdict());
    }

    @Test
    void theRuleAsksForMoreThanNothing() {
        assertEquals("> 0", rule().operator() + " " + rule().standardText());
        assertTrue(rule().clause().contains("逐年提升"));
    }

    private static Rule rule() {
        return RuleBook.of("shandong-2020")
                .on("retention.yearly_rise", SubjectType.TOWNSHIP, Stage.PRIMARY)
                .get(0);
    }

    private static Outcome of(Outcome before, Outcome now) {
        return new YearlyRise().of(new TwoYears(before, now));
    }

    private static Value share(double local, double registered) {
        return Value.ofRatio(local / registered, local, registered, Counts.NONE);
    }
}
