package org.junheng.jobs.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs, number by number. */
class RunDifferenceTest {
    @TempDir
    Path folder;

    @Test
    void numbersAndVerdictsThatCameWentOrChangedAreListedTheLargestFirst() throws IOException {
        PublishedRun before = new SmallRun()
                .cv("1", 0.4)
                .cv("2", 0.5)
                .cv("3", 0.3)
                .cv("4", null)
                .verdict("2", 0.5, "PASS")
                .write(folder.resolve("a"));
        PublishedRun after = new SmallRun()
                .cv("1", 0.4)
                .cv("2", 0.51)
                .cv("4", 0.2)
                .cv("5", 0.6)
                .verdict("2", 0.51, "FAIL")
                .write(folder.resolve("b"));
        RunDifference.Result result = RunDifference.of(before, after);
        assertEquals(
                List.of(
                        new RunDifference.Counts("measures", 1, 2, 1, 1),
                        new RunDifference.Counts("judgements", 0, 1, 0, 0)),
                result.counts());
        assertFalse(result.isNone());
        List<String> what = result.changes().rows().stream()
                .map(row -> row.get(0) + " " + row.get(1) + " " + row.get(2))
                .toList();
        assertEquals(5, what.size());
        assertTrue(what.contains("measures changed gap.cv||county|2|2024||PRIMARY||R2|"), what.toString());
        assertEquals("judgements changed R-CV|county|2|2024|PRIMARY|R2", what.get(4));
        assertTrue(RunDifference.of(before, before).isNone());
    }
}
