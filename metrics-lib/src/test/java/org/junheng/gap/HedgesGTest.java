package org.junheng.gap;

import static org.junheng.subject.UrbanRuralClass.RURAL;
import static org.junheng.subject.UrbanRuralClass.TOWN;
import static org.junheng.subject.UrbanRuralClass.URBAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junheng.Given;
import org.junheng.subject.Role;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.UrbanRuralClass;
import org.junit.jupiter.api.Test;

/** The number of R effectsize over 420 districts is in ReferenceInequalityTest. */
class HedgesGTest {
    private final HedgesG g = new HedgesG(Comparison.URBAN_RURAL);

    /** 4, 6 against 1, 3: d = 3 / sqrt(2), f = 2, J = Gamma(1) / (1 * Gamma(1/2)) = 1 / sqrt(pi). */
    @Test
    void isTheExactlyCorrectedDifference() {
        SchoolsView county = Given.county(at("a", 4, URBAN), at("b", 6, URBAN), at("c", 1, RURAL), at("d", 3, RURAL));
        assertEquals(3 / Math.sqrt(2 * Math.PI), Given.value(g.of(county)).value(), 1e-14);
    }

    /** f = 4: J = Gamma(2) / (sqrt 2 Gamma(3/2)) = sqrt(2 / pi). 1, 2, 3 against 2, 4, 6: variances 1 and 4, pooled 2.5. */
    @Test
    void poolsTheVariancesWithNMinusOne() {
        SchoolsView county = Given.county(
                at("a", 1, URBAN),
                at("b", 2, URBAN),
                at("c", 3, URBAN),
                at("d", 2, RURAL),
                at("e", 4, RURAL),
                at("f", 6, RURAL));
        assertEquals(
                Math.sqrt(2 / Math.PI) * -2 / Math.sqrt(2.5),
                Given.value(g.of(county)).value(),
                1e-14);
    }

    @Test
    void schoolsCountAlikeAndTownsAreLeftOut() {
        SchoolsView county = Given.county(
                Given.placed(Given.school("a", 4.0, 5000.0), URBAN, null),
                at("b", 6, URBAN),
                at("c", 1, RURAL),
                at("d", 3, RURAL),
                at("e", 77, TOWN));
        assertEquals(3 / Math.sqrt(2 * Math.PI), Given.value(g.of(county)).value(), 1e-14);
        assertEquals(5, g.of(county).counts().schools());
    }

    @Test
    void comparesLeadsWithMembers() {
        SchoolsView county = Given.county(
                Given.inCluster(Given.school("a", 4.0, 1.0), "g1", Role.LEAD),
                Given.inCluster(Given.school("b", 6.0, 1.0), "g2", Role.LEAD),
                Given.inCluster(Given.school("c", 1.0, 1.0), "g1", Role.MEMBER),
                Given.inCluster(Given.school("d", 3.0, 1.0), "g2", Role.MEMBER),
                Given.school("e", 77.0, 1.0));
        HedgesG leads = new HedgesG(Comparison.LEAD_MEMBER);
        assertEquals(3 / Math.sqrt(2 * Math.PI), Given.value(leads.of(county)).value(), 1e-14);
        assertEquals("|LEAD-MEMBER", leads.facetSuffix());
    }

    @Test
    void isAbsentWithFewerThanTwoSchoolsInAGroup() {
        Given.absent(g.of(Given.county(at("a", 4, URBAN), at("c", 1, RURAL), at("d", 3, RURAL))));
    }

    @Test
    void isAbsentWithoutAnySpread() {
        Given.absent(g.of(Given.county(at("a", 4, URBAN), at("b", 4, URBAN), at("c", 1, RURAL), at("d", 1, RURAL))));
    }

    /** Two thirds and one third: quotients without end, and yet no spread within the groups. */
    @Test
    void isAbsentWithoutAnySpreadOfQuotients() {
        SchoolsView county = Given.county(
                Given.placed(SchoolFigure.perPupil("a", 2, 3), URBAN, null),
                Given.placed(SchoolFigure.perPupil("b", 4, 6), URBAN, null),
                Given.placed(SchoolFigure.perPupil("d", 1, 3), RURAL, null),
                Given.placed(SchoolFigure.perPupil("e", 2, 6), RURAL, null));
        Given.absent(g.of(county));
    }

    /** 1e200 times everything changes nothing, although the squares are beyond the range of doubles. */
    @Test
    void doesNotDependOnTheUnit() {
        SchoolsView county = Given.county(
                at("a", 4e200, URBAN), at("b", 6e200, URBAN), at("c", 1e200, RURAL), at("d", 3e200, RURAL));
        assertEquals(3 / Math.sqrt(2 * Math.PI), Given.value(g.of(county)).value(), 1e-14);
    }

    @Test
    void hasAMeaningOnlyWhereBothGroupsAre() {
        assertTrue(g.appliesTo(Given.county(at("a", 4, URBAN), at("c", 1, RURAL))));
        assertFalse(g.appliesTo(Given.county(at("a", 4, URBAN), at("c", 1, TOWN))));
    }

    private static SchoolFigure at(String code, double value, UrbanRuralClass place) {
        return Given.placed(Given.school(code, value, 1.0), place, null);
    }
}
