package org.junheng.integration;

import static org.junheng.Given.absent;
import static org.junheng.Given.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.integration.RetentionView.Township;
import org.junheng.metric.Value;
import org.junheng.subject.SchoolFacts.Area;
import org.junheng.subject.Stage;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;

class LocalShareTest {
    private static final List<Township> TOWNSHIPS = List.of(
            new Township("539001", "北", 2023, Stage.PRIMARY, 300.0, 270.0),
            new Township("539001", "南", 2023, Stage.PRIMARY, 100.0, 50.0),
            new Township("539001", "西", 2023, Stage.PRIMARY, null, 50.0),
            new Township("539001", "南", 2023, Stage.JUNIOR, 0.0, 0.0),
            new Township("539001", "西", 2023, Stage.JUNIOR, 10.0, null));

    private static RetentionView of(SubjectType type, String id, Stage stage) {
        SortedMap<String, Area> areas = new TreeMap<>();
        areas.put("539001", new Area("539001", "539000", "530000"));
        return RetentionView.of(TOWNSHIPS, areas).stream()
                .filter(v -> v.about().subject().equals(new Subject(type, id))
                        && v.about().stage() == stage)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void ofATownshipItIsItsOwnShare() {
        Value share = value(new LocalShare().of(of(SubjectType.TOWNSHIP, "539001:北", Stage.PRIMARY)));
        assertEquals(0.9, share.value());
        assertEquals(300L, share.counts().pupils());
    }

    @Test
    void ofAnAreaItSumsTheTownshipsThatReportBoth() {
        for (Subject area : new Area("539001", "539000", "530000").subjects()) {
            Value share = value(new LocalShare().of(of(area.type(), area.id(), Stage.PRIMARY)));
            assertEquals(0.8, share.value());
            assertEquals(320.0, share.numerator());
            assertTrue(share.caution().en().startsWith("1 township does not report"));
        }
    }

    @Test
    void isAbsentWithoutChildrenAndWithoutReport() {
        assertEquals(
                "no child of the age is registered",
                absent(new LocalShare().of(of(SubjectType.TOWNSHIP, "539001:南", Stage.JUNIOR)))
                        .reason()
                        .en());
        assertEquals(
                "registered or enrolled children are not reported",
                absent(new LocalShare().of(of(SubjectType.TOWNSHIP, "539001:西", Stage.JUNIOR)))
                        .reason()
                        .en());
    }
}
