package org.junheng.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junheng.Given;
import org.junheng.metric.Value;
import org.junheng.subject.PlacesView;
import org.junheng.subject.RosterView;
import org.junheng.subject.Stage;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;

class QualityPlacesTest {
    private final QualityPlaces places = new QualityPlaces();

    /** 300 of 300 + 900; a school without flag or without pupils is left out. */
    @Test
    void isTheShareOfPupilsWhoseFlagIsKnown() {
        Value share = Given.value(places.of(places(
                new RosterView.Listed("a", true, 300.0),
                new RosterView.Listed("b", false, 900.0),
                new RosterView.Listed("c", null, 5000.0),
                new RosterView.Listed("d", true, null))));
        assertEquals(0.25, share.value());
        assertEquals(300.0, share.numerator());
        assertEquals(1200.0, share.denominator());
        assertEquals(2, share.counts().schools());
        assertEquals(1200, share.counts().pupils());
    }

    @Test
    void aSchoolWithoutPupilsIsKnown() {
        Value share = Given.value(
                places.of(places(new RosterView.Listed("a", true, 0.0), new RosterView.Listed("b", false, 10.0))));
        assertEquals(0.0, share.value());
        assertEquals(2, share.counts().schools());
    }

    @Test
    void isAbsentWithoutAKnownSchoolOrWithoutPupils() {
        Given.absent(places.of(places(new RosterView.Listed("a", null, 10.0))));
        Given.absent(places.of(places(new RosterView.Listed("a", true, 0.0))));
        Given.absent(places.of(places()));
    }

    private static PlacesView places(RosterView.Listed... schools) {
        return new PlacesView(Stage.PRIMARY, new RosterView(SubjectType.COUNTY, Given.YEAR, List.of(schools)));
    }
}
