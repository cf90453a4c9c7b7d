package org.junheng.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.gap.TownLevel;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Standards that are ranges or unknown, facets with a star, and the towns that a rule of township schools speaks of. */
class EndsOfRulesTest {
    private static Rule rule(Operator operator, @Nullable String standard, @Nullable String upTo, String facet) {
        return new Rule(
                "p",
                "A",
                "m",
                SubjectType.COUNTY,
                null,
                facet,
                operator,
                standard == null ? null : new BigDecimal(standard),
                upTo == null ? null : new BigDecimal(upTo),
                null,
                "u",
                LocalDate.parse("2017-01-01"),
                null,
                "ERROR",
                "official",
                "d",
                "c");
    }

    @Test
    void aRangeHasTwoEndsAndTheOperatorIn() {
        assertEquals("3..6", rule(Operator.WITHIN, "3", "6", "").standardText());
        assertEquals("4.2", rule(Operator.AT_LEAST, "4.2", null, "").standardText());
        assertEquals("", rule(Operator.AT_LEAST, null, null, "").standardText());
        assertThrows(IllegalArgumentException.class, () -> rule(Operator.WITHIN, "3", null, ""));
        assertThrows(IllegalArgumentException.class, () -> rule(Operator.AT_LEAST, "3", "6", ""));
        assertEquals("", rule(Operator.WITHIN, null, null, "").standardText());
    }

    /** A star stands for at least one character, and for no part of a facet's structure. */
    @ParameterizedTest
    @CsvSource({
        "score:*|TOWN, score:math|TOWN, true",
        "score:*|TOWN, score:|TOWN, false",
        "score:*|TOWN, grade:math|TOWN, false",
        "score:*|TOWN, score:math|CITY, false",
        "score:*|TOWN, score:a:b|TOWN, false",
        "score:*|TOWN, score:a|b|TOWN, false",
        "R1, R1, true",
        "R1, R10, false"
    })
    void aStarStandsForOneWord(String facet, String other, boolean speaks) {
        assertEquals(speaks, rule(Operator.AT_LEAST, "1", null, facet).speaksOf(other));
    }

    @ParameterizedTest
    @CsvSource({"COUNTY, R4, true", "COUNTY, R3, false", "CLUSTER, R4, false", "PROVINCE, R7, true"})
    void townLevelsAreOfAreasAndFacilities(SubjectType subject, String facet, boolean told) {
        SchoolsView view = new SchoolsView(subject, facet, 2023, List.of());
        assertEquals(told, new TownLevel(TownLevel.Against.NOTHING).appliesTo(view));
    }
}
