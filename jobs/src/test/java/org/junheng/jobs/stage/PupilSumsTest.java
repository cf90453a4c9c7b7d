package org.junheng.jobs.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.rows.Parcels;
import org.junheng.jobs.rows.RecordBytes;
import org.junheng.jobs.stage.PupilModels.PupilModel;
import org.junheng.jobs.stage.PupilModels.Sitting;
import org.junheng.stats.CrossSums;
import org.junheng.valueadded.SchoolSums;
import org.junit.jupiter.api.Test;
import scala.Tuple2;

/** Rows of pupils to sums of schools, in whatever parts and order they travel. */
class PupilSumsTest {
    private static final int OUTCOME = 0;
    private static final int PRIOR = 1;
    private static final PupilModels MODELS = new PupilModels(
            List.of(new Sitting(2024, 9, "math"), new Sitting(2021, 6, "math")),
            List.of("room", "town"),
            List.of(new PupilModel(OUTCOME, List.of(PRIOR), List.of(0), List.of(1))),
            true);

    private static InternalRow score(String pupil, int exam, @Nullable String school, double score) {
        return cells(text(pupil), exam, text(school), score, null, null);
    }

    private static InternalRow background(String pupil, @Nullable Double room, @Nullable String town) {
        return cells(text(pupil), null, null, null, null, cells(room, text(town)));
    }

    private static @Nullable UTF8String text(@Nullable String text) {
        return UTF8String.fromString(text);
    }

    private static InternalRow cells(@Nullable Object... cells) {
        return new GenericInternalRow(cells);
    }

    /** As the engine moves them: every part of the second step holds what of it came out of every task of the first. */
    private static SchoolTotals totals(int tasks, int parts, List<InternalRow> rows) {
        List<List<Tuple2<Integer, byte[]>>> ofPupils = parts(parts);
        for (int task = 0; task < tasks; task++) {
            Iterator<InternalRow> some = rows.subList(rows.size() * task / tasks, rows.size() * (task + 1) / tasks)
                    .iterator();
            Parcels.of(parts, some, new PupilRows(MODELS))
                    .forEachRemaining(p -> ofPupils.get(p._1()).add(p));
        }
        List<List<Tuple2<Integer, byte[]>>> ofSchools = parts(parts);
        Iterator<Tuple2<Integer, byte[]>> all =
                ofPupils.stream().flatMap(List::stream).iterator();
        Parcels.of(parts, all, new PupilShares(MODELS, new TreeMap<>()))
                .forEachRemaining(p -> ofSchools.get(p._1()).add(p));
        SchoolTotals totals = new SchoolTotals(1);
        ofSchools.forEach(part -> totals.merge(
                ByteBuffer.wrap(PupilSums.closed(MODELS, part.iterator()).next())));
        return totals;
    }

    private static List<List<Tuple2<Integer, byte[]>>> parts(int parts) {
        List<List<Tuple2<Integer, byte[]>>> empty = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            empty.add(new ArrayList<>());
        }
        return empty;
    }

    @Test
    void onlyPupilsWithEverythingAreInTheSums() {
        SchoolTotals totals = totals(
                1,
                1,
                List.of(
                        score("all", OUTCOME, "S", 5),
                        background("all", 0.5, "yes"),
                        score("all", PRIOR, "P", 50),
                        score("no prior", OUTCOME, "S", 6),
                        background("no prior", 0.5, "yes"),
                        score("no background", OUTCOME, "S", 7),
                        score("no background", PRIOR, "P", 51),
                        score("no town", OUTCOME, "S", 8),
                        score("no town", PRIOR, "P", 52),
                        background("no town", 0.5, null),
                        score("no room", OUTCOME, "S", 8),
                        score("no room", PRIOR, "P", 52),
                        background("no room", null, "yes"),
                        score("no outcome", PRIOR, "P", 53),
                        score("no school", OUTCOME, null, 9)));
        SchoolSums sums = totals.schools(0).get("S");
        assertEquals(5, sums.withOutcome());
        assertEquals(1, sums.complete());
        CrossSums cell = sums.cells().get(List.of("yes"));
        assertEquals(5 * 50, cell.product(0, 1).doubleValue());
        assertEquals(5 * 0.5, cell.product(0, 2).doubleValue());
        assertEquals(1, totals.withoutSchool(0));
        assertEquals(1, totals.schools(0).size());
        assertEquals(6, totals.moments(OUTCOME).n());
        assertEquals(5, totals.moments(PRIOR).n());
    }

    @Test
    void neitherPartsNorOrderChangeASum() {
        List<InternalRow> rows = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            String pupil = "G" + (530_000_000_000_000_000L + 7L * i);
            rows.add(score(pupil, OUTCOME, "S" + i % 60, 60 + i % 37 / 3.0));
            rows.add(score(pupil, PRIOR, "P" + i % 40, 50 + i % 41 / 7.0));
            rows.add(background(pupil, i % 19 / 19.0, "中".repeat(i % 3)));
        }
        byte[] expected = written(totals(1, 1, rows));
        Random random = new Random(20261126);
        for (int parts : new int[] {2, 7, 64}) {
            Collections.shuffle(rows, random);
            assertTrue(Arrays.equals(expected, written(totals(3, parts, rows))), () -> parts + " parts");
        }
    }

    /** The sums of the schools in the order of their codes, then the moments. */
    private static byte[] written(SchoolTotals totals) {
        RecordBytes all = new RecordBytes();
        totals.schools(0).forEach((code, sums) -> all.putText(code).putBytes(SchoolTotals.bytes(sums::write)));
        all.putBytes(SchoolTotals.bytes(totals.moments(OUTCOME)::write));
        return all.taken();
    }

    @Test
    void thereIsNothingOfNobody() {
        SchoolTotals totals = totals(1, 2, List.of());
        assertFalse(totals.havePupils(0));
        assertEquals(0, totals.withoutSchool(0));
        assertEquals(0, totals.schools(0).size());
    }
}
