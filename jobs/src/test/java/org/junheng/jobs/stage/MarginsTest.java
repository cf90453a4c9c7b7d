package org.junheng.jobs.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junheng.jobs.stage.Margins.Cell;
import org.junit.jupiter.api.Test;

class MarginsTest {
    private static final int TREES = 3000;

    @Test
    void aSingleHiddenPartGetsTheSmallestOtherAsPartner() {
        assertEquals(
                List.of("c"),
                Margins.withheld(List.of(
                        open("top", null, 60), hidden("a", "top", 2), open("b", "top", 40), open("c", "top", 18))));
    }

    @Test
    void ofEqualPartnersTheFirstById() {
        assertEquals(
                List.of("b"),
                Margins.withheld(List.of(
                        open("top", null, 42), open("c", "top", 20), open("b", "top", 20), hidden("x", "top", 2))));
    }

    @Test
    void twoHiddenPartsNeedNone() {
        assertEquals(
                List.of(),
                Margins.withheld(List.of(
                        open("top", null, 44), hidden("a", "top", 2), hidden("b", "top", 2), open("c", "top", 40))));
    }

    @Test
    void underAHiddenTotalNoneIsNeeded() {
        assertEquals(
                List.of(),
                Margins.withheld(List.of(hidden("top", null, 22), hidden("a", "top", 2), open("b", "top", 20))));
    }

    @Test
    void anOnlyPartTakesItsTotalWithIt() {
        assertEquals(
                List.of("county", "neighbour"),
                Margins.withheld(List.of(
                        open("top", null, 90),
                        open("county", "top", 9),
                        hidden("school", "county", 9),
                        open("neighbour", "top", 30),
                        open("far", "top", 51))));
    }

    /** The county hides a school that cannot be seen from the published ones, so a second county goes, and a school in it. */
    @Test
    void aPartnerIsWithheldTogetherWithAPartOfItsOwn() {
        assertEquals(
                List.of("B", "b1"),
                Margins.withheld(List.of(
                        open("top", null, 72),
                        hidden("A", "top", 22),
                        hidden("a1", "A", 2),
                        open("a2", "A", 20),
                        open("B", "top", 50),
                        open("b1", "B", 20),
                        open("b2", "B", 30))));
    }

    @Test
    void aHiddenAreaWhosePartsAreAllPublishedIsNoSecret() {
        assertEquals(
                List.of(),
                Margins.withheld(List.of(
                        open("top", null, 90),
                        hidden("A", "top", 40),
                        open("a1", "A", 20),
                        open("a2", "A", 20),
                        open("B", "top", 50))));
    }

    @Test
    void cellsOutsideAnyAreaStandAlone() {
        assertEquals(
                List.of(),
                Margins.withheld(List.of(open("top", null, 50), open("a", "top", 50), hidden("stray", null, 3))));
    }

    /** Gaussian elimination over the sums knows nothing of trees: no cell hidden for its own sake is determined, unless its parts all are published. */
    @Test
    void nothingCanBeRecoveredFromRandomTrees() {
        Random random = new Random(20241121);
        int partners = 0;
        int hidden = 0;
        for (int i = 0; i < TREES; i++) {
            List<Cell> cells = tree(random);
            List<String> withheld = Margins.withheld(cells);
            Collections.shuffle(cells, random);
            assertEquals(withheld, Margins.withheld(cells));
            Set<String> unknown = new HashSet<>(withheld);
            cells.stream().filter(Cell::hidden).forEach(cell -> unknown.add(cell.id()));
            partners += withheld.size();
            for (Cell cell : cells) {
                if (cell.hidden() && !isSumOfPublished(cell, cells, unknown)) {
                    hidden++;
                    assertTrue(!Recovery.of(cells, unknown).determines(cell.id()), () -> cell + " follows in " + cells);
                }
            }
        }
        assertTrue(partners > 1000 && hidden > 1000, partners + " partners, " + hidden + " hidden");
    }

    /** Without partners the same elimination does recover cells: it can see. */
    @Test
    void theCheckSeesWhatASingleHiddenPartGivesAway() {
        List<Cell> cells = List.of(open("top", null, 42), hidden("a", "top", 2), open("b", "top", 40));
        assertTrue(Recovery.of(cells, Set.of("a")).determines("a"));
        assertTrue(!Recovery.of(cells, Set.of("a", "b")).determines("a"));
    }

    private static boolean isSumOfPublished(Cell cell, List<Cell> cells, Set<String> unknown) {
        List<Cell> parts =
                cells.stream().filter(part -> cell.id().equals(part.total())).toList();
        return !parts.isEmpty()
                && parts.stream().allMatch(p -> !unknown.contains(p.id()) || isSumOfPublished(p, cells, unknown));
    }

    private static List<Cell> tree(Random random) {
        List<Cell> cells = new ArrayList<>();
        double share = 0.4 * random.nextDouble();
        grow(cells, "p", null, 1 + random.nextInt(3), share, random);
        return cells;
    }

    private static void grow(List<Cell> cells, String id, String total, int depth, double share, Random random) {
        cells.add(new Cell(id, total, random.nextInt(50), random.nextDouble() < share));
        int parts = depth == 0 ? 0 : random.nextInt(5);
        for (int i = 0; i < parts; i++) {
            grow(cells, id + i, id, depth - 1, share, random);
        }
    }

    private static Cell open(String id, String total, long n) {
        return new Cell(id, total, n, false);
    }

    private static Cell hidden(String id, String total, long n) {
        return new Cell(id, total, n, true);
    }
}
