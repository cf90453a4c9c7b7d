package org.junheng.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junheng.gap.ChangeRules.Break;
import org.junheng.gap.ChangeRules.Link;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeRulesTest {
    private static final ChangeRules RULES = new ChangeRules(
            1,
            999,
            10,
            Set.of(),
            Set.of("cv"),
            List.of(new Link("math", 9, 2021, 2023, 1.5), new Link("chinese", null, 2021, 2023, 2)),
            List.of(new Break("R2", 2022, "counted anew")));

    private static SchoolsView view(String facet, int year) {
        return new SchoolsView(SubjectType.COUNTY, facet, year, List.of());
    }

    /** An error links one subject, grade and pair of years; without a grade every grade. */
    @ParameterizedTest
    @CsvSource({
        "score:math, 2021, 2023, 9, 1.5",
        "score:math, 2021, 2023, 6, 0",
        "score:math, 2021, 2023, , 0",
        "score:math, 2022, 2023, 9, 0",
        "score:math, 2021, 2022, 9, 0",
        "score:english, 2021, 2023, 9, 0",
        "score:chinese, 2021, 2023, 6, 2",
        "score:chinese, 2021, 2023, , 2"
    })
    void linksOneSubjectGradeAndPairOfYears(String facet, int base, int now, Integer grade, double error) {
        assertEquals(error, RULES.linkError(view(facet, base), view(facet, now), grade));
    }

    /** A break of 2022 lies between 2021 and 2022 or later, not after 2022 nor before it. */
    @ParameterizedTest
    @CsvSource({
        "R2, 2021, 2022, true",
        "R2, 2021, 2023, true",
        "R2, 2022, 2023, false",
        "R2, 2020, 2021, false",
        "R3, 2021, 2023, false"
    })
    void aBreakLiesBetweenTwoYears(String facet, int base, int now, boolean broken) {
        assertEquals(broken, RULES.broken(view(facet, base), view(facet, now)).isPresent());
    }

    @Test
    void causesThatWereNotAskedForAreNotTold() {
        assertEquals(true, RULES.tells("gap_change.cv"));
        assertEquals(true, RULES.tells("gap_change.cv_from_entries"));
        assertEquals(false, RULES.tells("gap_change.mld_from_entries"));
    }
}
