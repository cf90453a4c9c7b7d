package org.junheng.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junheng.Given;
import org.junheng.stats.ExactMoments;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;

class BetweenSchoolShareTest {
    private final BetweenSchoolShare share = new BetweenSchoolShare();

    /** Pupils 1, 2, 3 and 4, 6: means 2 and 5, squares within 2 and 2, between 3 * 1.2^2 + 2 * 1.8^2 = 10.8; 10.8 / 14.8. */
    @Test
    void isTheSquaresBetweenOverAllSquares() {
        SchoolsView county = Given.county(
                Given.spread(Given.school("a", 2.0, 3.0), 1.0),
                Given.spread(Given.school("b", 5.0, 2.0), Math.sqrt(2)));
        assertEquals(10.8 / 14.8, Given.value(share.of(county)).value(), 1e-15);
    }

    /** Between and within add up to the squares of all pupils taken one by one. */
    @Test
    void splitsTheVarianceOfThePupils() {
        double[][] schools = {{501, 433, 377, 612}, {455, 455.5, 470}, {598, 610, 333, 480, 512}};
        ExactMoments all = new ExactMoments();
        SchoolFigure[] given = new SchoolFigure[schools.length];
        double within = 0;
        for (int i = 0; i < schools.length; i++) {
            ExactMoments own = new ExactMoments();
            for (double pupil : schools[i]) {
                own.add(pupil);
                all.add(pupil);
            }
            within += own.n() * own.populationVariance();
            given[i] = Given.spread(Given.school("s" + i, own.mean(), (double) own.n()), own.sampleDeviation());
        }
        double expected = 1 - within / (all.n() * all.populationVariance());
        assertEquals(expected, Given.value(share.of(Given.county(given))).value(), 1e-13);
    }

    @Test
    void doesNotDependOnTheZeroPoint() {
        SchoolsView low = Given.county(
                Given.spread(Given.school("a", -1.0, 30.0), 2.0), Given.spread(Given.school("b", 3.0, 40.0), 2.5));
        SchoolsView high = Given.county(
                Given.spread(Given.school("a", 499.0, 30.0), 2.0), Given.spread(Given.school("b", 503.0, 40.0), 2.5));
        assertEquals(
                Given.value(share.of(low)).value(), Given.value(share.of(high)).value());
    }

    @Test
    void leavesOutASchoolWithoutDeviationUnlessItHasOnePupil() {
        SchoolFigure a = Given.spread(Given.school("a", 2.0, 3.0), 1.0);
        SchoolFigure b = Given.spread(Given.school("b", 5.0, 2.0), Math.sqrt(2));
        assertEquals(
                10.8 / 14.8,
                Given.value(share.of(Given.county(a, b, Given.school("c", 90.0, 50.0))))
                        .value(),
                1e-15);
        SchoolsView onePupil = Given.county(a, b, Given.school("c", 90.0, 1.0));
        assertEquals(3, share.of(onePupil).counts().schools());
        assertTrue(Given.value(share.of(onePupil)).value() > 0.99);
    }

    @Test
    void isAbsentForFewerThanTwoSchoolsOrWithoutVariance() {
        var few = Given.absent(share.of(Given.county(Given.spread(Given.school("a", 2.0, 3.0), 1.0))));
        var flat = Given.absent(share.of(Given.county(
                Given.spread(Given.school("a", 2.0, 3.0), 0.0), Given.spread(Given.school("b", 2.0, 3.0), 0.0))));
        assertNotEquals(few.reason(), flat.reason());
    }

    @Test
    void speaksOfScoresInAreasOnly() {
        assertTrue(share.appliesTo(Given.county()));
        assertFalse(share.appliesTo(new SchoolsView(SubjectType.COUNTY, "R1", Given.YEAR, List.of())));
        assertFalse(share.appliesTo(Given.view(SubjectType.CLUSTER, Given.YEAR, List.of())));
    }
}
