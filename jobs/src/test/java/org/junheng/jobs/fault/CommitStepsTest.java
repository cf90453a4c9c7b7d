package org.junheng.jobs.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens at whichever step of a publication, a reader sees the run before or the new one, whole, and the next run cleans up. */
class CommitStepsTest {
    @TempDir(factory = InMemory.class)
    Path folder;

    @Test
    void theProcessEndsAtEveryStep() throws IOException {
        Map<String, Integer> seen = new TreeMap<>();
        for (int step = 1; ; step++) {
            Path out = folder.resolve("killed" + step);
            Generation.publish(out, "before");
            FaultyFiles files = FaultyFiles.of(out, FaultyFiles.Fault.KILLED, step);
            boolean killed = false;
            try {
                Generation.publish(files.behind(out), "new");
            } catch (FaultyFiles.Killed e) {
                killed = true;
            }
            assertEquals(killed, files.hasFailed());
            seen.merge(Generation.seen(out), 1, Integer::sum);
            Generation.publish(out, "after");
            assertEquals("after", Generation.seen(out));
            assertEquals(List.of("current", "runs"), Generation.left(out), "step " + step);
            if (!killed) {
                break;
            }
        }
        System.out.println("ended at every step of a publication, what a reader sees: " + seen);
        assertEquals(List.of("before", "new"), List.copyOf(seen.keySet()));
        assertTrue(seen.get("before") > 20, seen::toString);
    }

    @Test
    void theDiskIsFullFromEveryStepOn() throws IOException {
        int refused = 0;
        for (int step = 1; ; step++) {
            Path out = folder.resolve("full" + step);
            Generation.publish(out, "before");
            FaultyFiles files = FaultyFiles.of(out, FaultyFiles.Fault.FULL, step);
            Path behind = files.behind(out);
            try {
                Generation.publish(behind, "new");
            } catch (IOException e) {
                // what a run itself writes; the publication's own steps refuse
            } catch (Refusal refusal) {
                refused++;
                assertEquals(ExitStatus.STORAGE, refusal.status());
                assertTrue(refusal.sentences().get(0).en().contains("No space left"), refusal::getMessage);
            }
            String seen = Generation.seen(out);
            assertTrue(List.of("before", "new").contains(seen), seen);
            assertTrue(Generation.left(out).stream().noneMatch(n -> n.startsWith(".staging")), "step " + step);
            Generation.publish(out, "after");
            assertEquals(List.of("current", "runs"), Generation.left(out), "step " + step);
            if (!files.hasFailed()) {
                break;
            }
        }
        System.out.println(
                "disk full from every step on: " + refused + " refusals of the publication, nothing damaged");
        assertTrue(refused > 5, refused + " refusals");
    }

    @Test
    void aRunThatCannotBeWrittenNamesTheFolderAndTheSpaceLeft() throws IOException {
        Generation.publish(folder.resolve("out"), "before");
        FaultyFiles files = FaultyFiles.of(folder, FaultyFiles.Fault.FULL, 1);
        Path behind = files.behind(folder.resolve("out"));
        Refusal refusal = assertThrows(Refusal.class, () -> Generation.publish(behind, "new"));
        String said = refusal.sentences().get(0).en();
        assertTrue(said.contains(behind.toString()) && said.contains("MB are free"), said);
        assertTrue(Files.isDirectory(folder.resolve("out/current")));
    }
}
