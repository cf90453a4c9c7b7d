package org.junheng.balance;

import static org.junheng.rules.Verdict.FAIL;
import static org.junheng.rules.Verdict.NOT_ASSESSED;
import static org.junheng.rules.Verdict.PASS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junheng.Given;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junit.jupiter.api.Test;

class SchoolsMeetingTest {
    private final SchoolsMeeting meeting = new SchoolsMeeting();

    @Test
    void isTheSchoolsThatPassOverTheSchoolsAssessed() {
        Value share = Given.value(meeting.of(List.of(PASS, FAIL, PASS, PASS)));
        assertEquals(0.75, share.value());
        assertEquals(3.0, share.numerator());
        assertEquals(4.0, share.denominator());
        assertEquals(Words.NONE, share.caution());
    }

    @Test
    void speaksOfTheAssessedSchoolsAndSaysHowManyAreMissing() {
        Value share = Given.value(meeting.of(List.of(PASS, FAIL, NOT_ASSESSED, NOT_ASSESSED)));
        assertEquals(0.5, share.value());
        assertEquals(
                "2 schools could not be assessed for missing data",
                share.caution().en());
        assertEquals(4, share.counts().schools());
    }

    @Test
    void isAbsentWhenNoSchoolCouldBeAssessed() {
        Given.absent(meeting.of(List.of(NOT_ASSESSED)));
        Given.absent(meeting.of(List.of()));
    }
}
