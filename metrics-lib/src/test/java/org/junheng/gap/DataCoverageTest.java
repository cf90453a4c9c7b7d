package org.junheng.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junheng.Given;
import org.junheng.metric.Better;
import org.junheng.metric.Value;
import org.junit.jupiter.api.Test;

class DataCoverageTest {
    private final DataCoverage coverage = new DataCoverage();

    @Test
    void isTheUsableSchoolsOverTheDelivered() {
        Value share = Given.value(coverage.of(Given.county(
                Given.school("a", 0.0, 10.0),
                Given.school("b", null, 10.0),
                Given.school("c", 5.0, null),
                Given.school("d", 5.0, 0.0))));
        assertEquals(0.25, share.value());
        assertEquals(1.0, share.numerator());
        assertEquals(4.0, share.denominator());
        assertEquals(4, share.counts().schools());
    }

    @Test
    void isZeroWhenNoSchoolCanBeUsed() {
        assertEquals(
                0.0,
                Given.value(coverage.of(Given.county(Given.school("a", null, 1.0))))
                        .value());
    }

    @Test
    void isAbsentWhenNoSchoolWasDelivered() {
        Given.absent(coverage.of(Given.county()));
    }

    @Test
    void moreIsBetter() {
        assertEquals(Better.HIGHER, coverage.definition().better());
    }
}
