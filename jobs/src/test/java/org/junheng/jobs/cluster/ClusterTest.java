package org.junheng.jobs.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.junheng.jobs.Runs;
import org.junheng.jobs.fault.Processes;
import org.junheng.jobs.publish.Fingerprint;
import org.junheng.jobs.simulate.Plan;
import org.junheng.jobs.simulate.Simulation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program on a real standalone cluster publishes the bytes of local mode, on any file system, and whatever dies. */
@Tag("cluster")
class ClusterTest {
    private static final int ROUNDS = 20;

    @TempDir
    static Path folder;

    private static SortedMap<String, String> expected;
    private static LocalCluster cluster;

    @BeforeAll
    static void start() throws Exception {
        Simulation.write(folder.resolve("drawn"), Plan.of(40, 4, 300, 3));
        expected = tables(Runs.of(folder.resolve("drawn/evaluation.yaml"), folder.resolve("local")));
        cluster = new LocalCluster(folder.resolve("cluster"), 2);
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.stop();
    }

    @Test
    void theSameBytesAsOneMachineWithOrWithoutLosses() throws Exception {
        long begun = System.nanoTime();
        assertEquals(0, run("undisturbed").waitFor(), () -> said("undisturbed"));
        long takes = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        assertEquals(expected, tables(folder.resolve("undisturbed/current").toRealPath()));
        Random random = new Random(17);
        int workers = 0;
        int lost = 0;
        for (int round = 0; lost < ROUNDS; round++) {
            assertTrue(round < 3 * ROUNDS, "runs end before anything is killed");
            String name = "round" + round;
            boolean worker = lost % 2 == 0;
            Process run = run(name);
            boolean tooLate = run.waitFor(takes / 4 + random.nextLong(takes / 2), TimeUnit.MILLISECONDS);
            if (!tooLate) {
                workers += kill(worker, random) ? 1 : 0;
                lost++;
            }
            assertEquals(0, run.waitFor(), () -> said(name));
            assertEquals(expected, tables(folder.resolve(name + "/current").toRealPath()), name);
            replace();
        }
        System.out.println("cluster: " + ROUNDS + " of " + ROUNDS + " runs end with the bytes of local mode, after "
                + workers + " workers and " + (ROUNDS - workers) + " executors were killed");
    }

    /** Starts as many workers as died. */
    private static void replace() throws Exception {
        int dead = 2 - cluster.workers().size();
        if (dead > 0) {
            cluster.script(folder.resolve("join.log"), "join", String.valueOf(dead))
                    .waitFor();
        }
    }

    /** Kills a worker with its executor, or an executor alone; true when it was a worker. */
    private static boolean kill(boolean worker, Random random) throws IOException {
        List<ProcessHandle> workers = cluster.workers();
        List<ProcessHandle> executors = new ArrayList<>();
        workers.forEach(w -> w.children().forEach(executors::add));
        if (worker || executors.isEmpty()) {
            ProcessHandle lost = workers.get(random.nextInt(workers.size()));
            List<ProcessHandle> with = lost.children().toList();
            lost.destroyForcibly();
            with.forEach(ProcessHandle::destroyForcibly);
            return true;
        }
        executors.get(random.nextInt(executors.size())).destroyForcibly();
        return false;
    }

    /** Hadoop's own file system: the delivery is read from it and the results go to it, and executors share no folder with the driver. */
    @Test
    void deliveryAndResultsOnHdfs() throws Exception {
        try (Hdfs hdfs = Hdfs.start(folder.resolve("hdfs"))) {
            FileSystem files = hdfs.files();
            String root = files.getUri() + "/evaluations";
            files.copyFromLocalFile(hadoop(folder.resolve("drawn")), new org.apache.hadoop.fs.Path(root));
            for (int i = 0; i < 2; i++) {
                Path told = folder.resolve("hdfs.log");
                String[] words = {"run", root + "/evaluation.yaml", "--out", root + "/out", "--lang", "en"};
                assertEquals(0, cluster.run(told, words).waitFor(), () -> said("hdfs"));
                assertEquals(i == 0, said("hdfs").contains("\"computed\":true"), () -> said("hdfs"));
            }
            String run = new String(
                            files.open(new org.apache.hadoop.fs.Path(root, "out/current"))
                                    .readAllBytes(),
                            StandardCharsets.UTF_8)
                    .strip();
            files.copyToLocalFile(
                    false, new org.apache.hadoop.fs.Path(root + "/out", run), hadoop(folder.resolve("fetched")), true);
            assertEquals(expected, tables(folder.resolve("fetched")));
            List<String> left = new ArrayList<>();
            for (var status : files.listStatus(new org.apache.hadoop.fs.Path(root, "out"))) {
                left.add(status.getPath().getName());
            }
            assertEquals(
                    List.of("current", "junheng.prom", "runs"),
                    left.stream().sorted().toList());
        }
    }

    @Test
    void whoDoesNotKnowTheSecretIsTurnedAway() throws Exception {
        Path said = folder.resolve("stranger.log");
        Process stranger = Processes.junheng(
                List.of(
                        "-Dspark.master=spark://127.0.0.1:" + cluster.port(),
                        "-Dspark.driver.host=127.0.0.1",
                        "-Dspark.driver.bindAddress=127.0.0.1",
                        "-Dspark.authenticate=true",
                        "-Dspark.authenticate.secret=guessed",
                        "-Dspark.network.crypto.enabled=true"),
                said,
                "run",
                folder.resolve("drawn/evaluation.yaml").toString(),
                "--out",
                folder.resolve("stranger").toString());
        assertTrue(stranger.waitFor(5, TimeUnit.MINUTES));
        assertTrue(stranger.exitValue() != 0, () -> said("stranger"));
        assertFalse(Files.exists(folder.resolve("stranger/current")));
        assertEquals("rw-------", permissions(cluster.state().resolve("spark.conf")));
    }

    private static String permissions(Path file) throws IOException {
        return java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static Process run(String name) throws IOException {
        return cluster.run(
                folder.resolve(name + ".log"),
                "run",
                folder.resolve("drawn/evaluation.yaml").toString(),
                "--out",
                folder.resolve(name).toString(),
                "--lang",
                "en");
    }

    private static String said(String name) {
        try {
            return Files.readString(folder.resolve(name + ".log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static org.apache.hadoop.fs.Path hadoop(Path path) {
        return new org.apache.hadoop.fs.Path(path.toUri());
    }

    private static SortedMap<String, String> tables(Path run) throws IOException {
        SortedMap<String, String> tables = new TreeMap<>();
        try (Stream<Path> all = Files.list(run.resolve("csv"))) {
            all.forEach(file -> tables.put(String.valueOf(file.getFileName()), Fingerprint.of(file)));
        }
        return tables;
    }
}
