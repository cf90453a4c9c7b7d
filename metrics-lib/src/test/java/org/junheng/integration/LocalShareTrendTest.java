package org.junheng.integration;

import static org.junheng.Given.absent;
import static org.junheng.Given.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junheng.integration.RetentionView.Township;
import org.junheng.stats.TheilSen;
import org.junheng.subject.Stage;
import org.junit.jupiter.api.Test;

class LocalShareTrendTest {
    private static List<RetentionSeries> series(Double... enrolledOfHundred) {
        List<Township> townships = new ArrayList<>();
        for (int i = 0; i < enrolledOfHundred.length; i++) {
            townships.add(new Township("A", "t", 2020 + i, Stage.PRIMARY, 100.0, enrolledOfHundred[i]));
        }
        return RetentionSeries.of(RetentionView.of(townships, new TreeMap<>())).stream()
                .filter(s -> s.about().subject().id().equals("A:t"))
                .toList();
    }

    /** Slopes 0.10, 0.02, 0.01, -0.06, -0.035, -0.01: the median lies between -0.01 and 0.01. */
    @Test
    void isTheMedianOfAllSlopes() {
        List<RetentionSeries> all = series(80.0, 90.0, 84.0, 83.0);
        assertEquals(
                List.of(2022, 2023), all.stream().map(s -> s.about().year()).toList());
        assertEquals(2020, all.get(1).about().baseYear());
        assertEquals(0.0, value(new LocalShareTrend().of(all.get(1))).value(), 1e-15);
        assertEquals(0.02, value(new LocalShareTrend().of(all.get(0))).value(), 1e-15);
    }

    @Test
    void oneWildYearDoesNotTurnIt() {
        assertEquals(
                0.01,
                value(new LocalShareTrend()
                                .of(series(80.0, 81.0, 10.0, 83.0, 84.0).get(2)))
                        .value(),
                1e-15);
    }

    @Test
    void isAbsentWithFewerThanThreeKnownYears() {
        assertEquals(
                "known in fewer than three years",
                absent(new LocalShareTrend().of(series(80.0, null, 82.0).get(0)))
                        .reason()
                        .en());
        assertEquals(List.of(), series(80.0, 81.0));
    }

    @Test
    void aSlopeNeedsTwoPoints() {
        assertThrows(IllegalArgumentException.class, () -> TheilSen.slope(new TreeMap<>()));
    }
}
