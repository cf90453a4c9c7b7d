package org.junheng.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junheng.Given;
import org.junheng.gap.TownLevel.Against;
import org.junheng.metric.Outcome;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.SubjectType;
import org.junheng.subject.UrbanRuralClass;
import org.junit.jupiter.api.Test;

class TownLevelTest {
    private static final SchoolFigure TOWN = placed("t", 5.0, 100.0, UrbanRuralClass.TOWN);
    private static final SchoolFigure OTHER_TOWN = placed("u", 4.0, 300.0, UrbanRuralClass.TOWN);
    private static final SchoolFigure URBAN = placed("v", 4.5, 900.0, UrbanRuralClass.URBAN);
    private static final SchoolFigure RURAL = placed("w", 99.0, 900.0, UrbanRuralClass.RURAL);

    /** (5 x 100 + 4 x 300) / 400 = 4.25; rural schools take no part. */
    @Test
    void isTheMeanOfTownSchoolsByPupils() {
        assertEquals(
                4.25,
                Given.value(of(Against.NOTHING, TOWN, OTHER_TOWN, URBAN, RURAL)).value());
        assertEquals(
                2,
                Given.value(of(Against.NOTHING, TOWN, OTHER_TOWN, URBAN, RURAL))
                        .counts()
                        .schools());
    }

    @Test
    void theDifferenceIsTownLessUrban() {
        assertEquals(
                -0.25,
                Given.value(of(Against.URBAN, TOWN, OTHER_TOWN, URBAN, RURAL)).value());
        assertEquals(
                3,
                Given.value(of(Against.URBAN, TOWN, OTHER_TOWN, URBAN, RURAL))
                        .counts()
                        .schools());
    }

    @Test
    void isAbsentWithoutTheGroups() {
        Given.absent(of(Against.NOTHING, URBAN, RURAL));
        Given.absent(of(Against.URBAN, TOWN, RURAL));
        Given.absent(of(Against.URBAN, URBAN, RURAL));
        Given.absent(of(Against.NOTHING, placed("t", null, 100.0, UrbanRuralClass.TOWN)));
        Given.absent(of(Against.NOTHING, placed("t", 5.0, 0.0, UrbanRuralClass.TOWN)));
    }

    @Test
    void isOfPremisesOnly() {
        TownLevel mean = new TownLevel(Against.NOTHING);
        assertTrue(mean.appliesTo(view("R4", TOWN)) && mean.appliesTo(view("R7", TOWN)));
        assertFalse(mean.appliesTo(view("R3", TOWN)) || mean.appliesTo(view("score:math", TOWN)));
        assertFalse(mean.appliesTo(new SchoolsView(SubjectType.CLUSTER, "R4", Given.YEAR, List.of(TOWN))));
    }

    /** A rural school of a township stands on its side against the urban area. */
    @Test
    void atATownshipWhateverIsNotUrbanIsTheTowns() {
        assertEquals(UrbanRuralClass.TOWN, UrbanRuralClass.RURAL.besideUrban());
        assertEquals(UrbanRuralClass.TOWN, UrbanRuralClass.TOWN.besideUrban());
        assertEquals(UrbanRuralClass.URBAN, UrbanRuralClass.URBAN.besideUrban());
    }

    private static Outcome of(Against against, SchoolFigure... schools) {
        return new TownLevel(against).of(view("R4", schools));
    }

    private static SchoolsView view(String facet, SchoolFigure... schools) {
        return new SchoolsView(SubjectType.COUNTY, facet, Given.YEAR, List.of(schools));
    }

    private static SchoolFigure placed(String code, Double value, Double weight, UrbanRuralClass place) {
        return Given.placed(Given.school(code, value, weight), place, null);
    }
}
