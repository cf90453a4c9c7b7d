package org.junheng.jobs.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PairwiseDesignTest {
    @Test
    void everyValueMeetsEveryOther() {
        PairwiseDesign design = new PairwiseDesign(OneHashTest.FACTORS);
        List<Map<String, String>> runs = design.runs(1);
        NavigableSet<String> met = new TreeSet<>();
        runs.forEach(run -> met.addAll(design.pairs(run)));
        assertEquals(design.all(), met);
        assertTrue(runs.size() >= 18 && runs.size() <= 26, runs.size() + " runs");
        assertEquals(runs, design.runs(1));
    }
}
