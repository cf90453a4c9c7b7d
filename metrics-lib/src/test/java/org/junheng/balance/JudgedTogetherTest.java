package org.junheng.balance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.rules.Operator;
import org.junheng.rules.Rule;
import org.junheng.subject.Stage;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgedTogetherTest {
    private static Rule rule(String metric, SubjectType scope, String facet, @Nullable BigDecimal standard) {
        return new Rule(
                "p",
                "X",
                metric,
                scope,
                Stage.PRIMARY,
                facet,
                Operator.AT_LEAST,
                standard,
                null,
                null,
                "u",
                LocalDate.parse("2017-01-01"),
                null,
                "ERROR",
                "official",
                "d",
                "c");
    }

    /** Rules that need all schools of a county and stage together; the same metrics of other subjects and facets are judged one by one. */
    @ParameterizedTest
    @CsvSource({
        "resource.level, STAGE_SCHOOL, R1, true",
        "resource.level, COUNTY, R1, false",
        "resource.standards_met, STAGE_SCHOOL, '', true",
        "resource.standards_met, COUNTY, '', false",
        "resource.schools_meeting, COUNTY, '', true",
        "resource.schools_meeting, COUNTY, G3, false",
        "resource.schools_meeting, PROVINCE, '', false",
        "gap.cv_composite, COUNTY, R1-R7, true",
        "gap.cv_composite, PREFECTURE, R1-R7, false",
        "gap.cv, COUNTY, R7, true",
        "gap.cv, COUNTY, score:math, false",
        "gap.cv, PREFECTURE, R7, false",
        "gap.gini, COUNTY, R7, false"
    })
    void someRulesAreJudgedTogether(String metric, SubjectType scope, String facet, boolean together) {
        assertEquals(together, CountyCheck.judges(rule(metric, scope, facet, BigDecimal.ONE)));
    }

    private static final Rule TEACHERS = rule("resource.level", SubjectType.STAGE_SCHOOL, "R1", new BigDecimal("4.2"));

    private static Value level(@Nullable Double numerator, @Nullable Double denominator, @Nullable Long pupils) {
        return new Value(4, null, numerator, denominator, new Counts(1L, pupils, null), Words.NONE);
    }

    private static double lacking(Outcome level) {
        return Shortfall.of(TEACHERS, Resource.R1, level).orElseThrow().doubleValue();
    }

    /** 4.2 - 4 teachers per 100 pupils, 500 pupils: one teacher; from the quotient where it is told, 19 of 500: two. */
    @Test
    void whatIsLackingComesFromTheDeliveredNumbers() {
        assertEquals(1, lacking(level(null, null, 500L)));
        assertEquals(1, lacking(level(19.0, null, 500L)));
        assertEquals(2, lacking(level(19.0, 500.0, 500L)));
    }

    @Test
    void withoutALevelAStandardOrPupilsNothingIsKnown() {
        Absent absent = new Absent("缺", "missing", new Counts(1L, 500L, null));
        Rule open = rule("resource.level", SubjectType.STAGE_SCHOOL, "R1", null);
        assertEquals(Optional.empty(), Shortfall.of(TEACHERS, Resource.R1, absent));
        assertEquals(Optional.empty(), Shortfall.of(TEACHERS, Resource.R1, level(19.0, 500.0, null)));
        assertEquals(Optional.empty(), Shortfall.of(open, Resource.R1, level(19.0, 500.0, 500L)));
    }
}
