package org.junheng.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junheng.Given;
import org.junheng.metric.Value;
import org.junheng.subject.RosterView;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;

class QualitySchoolsTest {
    private final QualitySchools quality = new QualitySchools();

    @Test
    void countsTheFlaggedAmongThoseWhoseFlagIsKnown() {
        Value count = Given.value(quality.of(roster(true, false, null, true, false)));
        assertEquals(2.0, count.value());
        assertEquals(4, count.counts().schools());
    }

    @Test
    void noQualitySchoolIsZeroWhenFlagsAreKnown() {
        assertEquals(0.0, Given.value(quality.of(roster(false, null))).value());
    }

    @Test
    void isAbsentWhenNoFlagIsKnown() {
        Given.absent(quality.of(roster((Boolean) null)));
        Given.absent(quality.of(roster()));
    }

    private static RosterView roster(Boolean... flags) {
        List<RosterView.Listed> schools = new java.util.ArrayList<>();
        for (Boolean flag : flags) {
            schools.add(new RosterView.Listed("s" + schools.size(), flag, null));
        }
        return new RosterView(SubjectType.COUNTY, Given.YEAR, schools);
    }
}
