package org.junheng.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junheng.Given;
import org.junheng.subject.RosterView;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;

class SchoolCountTest {

    @Test
    void countsDistinctCodes() {
        RosterView roster = new RosterView(
                SubjectType.COUNTY,
                Given.YEAR,
                List.of(
                        new RosterView.Listed("b", true, 1.0),
                        new RosterView.Listed("a", null, null),
                        new RosterView.Listed("b", true, 1.0)));
        assertEquals(2.0, Given.value(new SchoolCount().of(roster)).value());
        assertEquals(2, new SchoolCount().of(roster).counts().schools());
    }

    @Test
    void isNeverAbsent() {
        RosterView nobody = new RosterView(SubjectType.COUNTY, Given.YEAR, List.of());
        assertEquals(0.0, Given.value(new SchoolCount().of(nobody)).value());
    }
}
