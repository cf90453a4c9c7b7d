package org.junheng.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junheng.Given;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junit.jupiter.api.Test;

/** Published composites are in PublishedCountiesTest: 0.367503, and 22 of 23 rows. */
class CompositeCvTest {
    private final CompositeCv composite = new CompositeCv();

    /** In doubles 0.1 + 0.2 is not 0.3. */
    @Test
    void isTheArithmeticMeanInDecimals() {
        assertEquals(
                0.15, Given.value(composite.of(List.of(cv(0.1, 9), cv(0.2, 7)))).value());
    }

    @Test
    void restsOnTheFewestSchools() {
        assertEquals(
                7,
                composite
                        .of(List.of(cv(0.1, 9), cv(0.2, 7), cv(0.2, 8)))
                        .counts()
                        .schools());
    }

    @Test
    void isAbsentWhenOneOfThemIs() {
        Absent missing = new Absent("缺", "missing", Counts.ofSchools(1));
        assertEquals(
                missing.reason(),
                Given.absent(composite.of(List.of(cv(0.1, 9), missing))).reason());
    }

    @Test
    void isAbsentWithoutAnyCoefficient() {
        Given.absent(composite.of(List.of()));
    }

    private static Outcome cv(double value, long schools) {
        return Value.of(value, Counts.ofSchools(schools));
    }
}
