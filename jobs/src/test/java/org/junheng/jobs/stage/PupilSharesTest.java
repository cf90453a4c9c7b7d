package org.junheng.jobs.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junheng.jobs.stage.PupilModels.PupilModel;
import org.junheng.jobs.stage.PupilModels.Sitting;
import org.junheng.stats.CrossSums;
import org.junheng.valueadded.SchoolSums;
import org.junit.jupiter.api.Test;
import scala.Tuple2;

/** Pupils whose rows stand at the same place, and schools whose pupils do not stand together: neither changes a sum. */
class PupilSharesTest {
    private static final PupilModels MODELS = new PupilModels(
            List.of(new Sitting(2024, 9, "math"), new Sitting(2021, 6, "math")),
            List.of(),
            List.of(new PupilModel(0, List.of(1), List.of(), List.of())),
            false);

    private static Row row(String pupil, int exam, String school, double score, long place) {
        return RowFactory.create(pupil, exam, school, score, null, null, place);
    }

    private static List<Tuple2<String, byte[]>> shares(Row... rows) {
        List<Tuple2<String, byte[]>> shares = new ArrayList<>();
        new PupilShares(MODELS, new TreeMap<>()).call(List.of(rows).iterator()).forEachRemaining(shares::add);
        return shares;
    }

    private static SortedMap<String, SchoolSums> closed(List<Tuple2<String, byte[]>> shares) {
        return SchoolTotals.of(1, new SchoolClosing(1).call(shares.iterator())).schools(0);
    }

    @Test
    void pupilsOfOnePlaceAreToldApart() {
        List<Tuple2<String, byte[]>> shares = shares(
                row("a", 0, "S", 5, 7),
                row("b", 1, "P", 51, 7),
                row("c", 0, "S", 1, 7),
                row("a", 1, "P", 50, 7),
                row("b", 0, "S", 6, 7),
                row("d", 1, "P", 52, 8),
                row("d", 0, "T", 7, 8));
        SortedMap<String, SchoolSums> schools = closed(shares);
        assertEquals(List.of("S", "T"), List.copyOf(schools.keySet()));
        SchoolSums sums = schools.get("S");
        assertEquals(3, sums.withOutcome());
        assertEquals(2, sums.complete());
        CrossSums cell = sums.cells().get(List.of());
        assertEquals(5 * 50 + 6 * 51, cell.product(0, 1).doubleValue());
        assertEquals(1, schools.get("T").complete());
    }

    @Test
    void aSchoolThatComesAgainIsMerged() {
        List<Tuple2<String, byte[]>> shares = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            shares.addAll(shares(row("p" + i, 0, i % 2 == 0 ? "S" : "T", 10 + i, i), row("p" + i, 1, "P", 100 + i, i)));
        }
        SortedMap<String, SchoolSums> schools = closed(shares);
        assertEquals(3, schools.get("S").withOutcome());
        assertEquals(
                10 * 100 + 12 * 102 + 14 * 104,
                schools.get("S").cells().get(List.of()).product(0, 1).doubleValue());
        assertEquals(3, schools.get("T").complete());
    }

    @Test
    void thereIsNothingAfterTheLast() {
        Iterator<Tuple2<String, byte[]>> none =
                new PupilShares(MODELS, new TreeMap<>()).call(List.<Row>of().iterator());
        assertEquals("none/0", none.next()._1());
        assertFalse(none.hasNext());
        assertEquals(0, closed(shares()).size());
    }
}
