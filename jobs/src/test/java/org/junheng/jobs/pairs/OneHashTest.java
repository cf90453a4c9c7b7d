package org.junheng.jobs.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junheng.jobs.Deliveries;
import org.junheng.jobs.Runs;
import org.junheng.jobs.cluster.LocalCluster;
import org.junheng.jobs.fault.Processes;
import org.junheng.jobs.publish.Fingerprint;
import org.junheng.jobs.simulate.Plan;
import org.junheng.jobs.simulate.Simulation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One content hash for every published table, in processes of their own, over a pairwise design of what must not matter. */
@Tag("pairs")
class OneHashTest {
    static final Map<String, List<String>> FACTORS = factors();
    private static final Path JAVA_25 = Path.of("/usr/lib/jvm/temurin-25-jdk-amd64");

    @TempDir
    Path folder;

    private static Map<String, List<String>> factors() {
        Map<String, List<String>> factors = new LinkedHashMap<>();
        factors.put("partitions", List.of("1", "2", "3", "7", "16", "64"));
        factors.put("master", List.of("local[1]", "local[2]", "cluster"));
        factors.put("rows", List.of("drawn", "shuffled"));
        factors.put("files", List.of("1", "3"));
        factors.put("zone", List.of("UTC", "Asia/Shanghai", "America/St_Johns"));
        factors.put("locale", List.of("en-US", "tr-TR", "ar-EG"));
        factors.put("heap", List.of("1g", "2g"));
        factors.put("java", List.of("this", "25"));
        return factors;
    }

    @Test
    void whateverTheMachineTheHashIsOne() throws Exception {
        Simulation.write(folder.resolve("drawn"), Plan.of(40, 4, 300, 3));
        SortedMap<String, String> expected =
                hashes(Runs.of(folder.resolve("drawn/evaluation.yaml"), folder.resolve("expected")));
        LocalCluster cluster = new LocalCluster(folder.resolve("cluster"), 2);
        try {
            List<Map<String, String>> runs = new PairwiseDesign(FACTORS).runs(1);
            for (int i = 0; i < runs.size(); i++) {
                Path out = folder.resolve("out" + i);
                Process run = start(runs.get(i), cluster, out, folder.resolve("said"));
                int exit = run.waitFor();
                assertEquals(0, exit, runs.get(i) + "\n" + Files.readString(folder.resolve("said")));
                assertEquals(expected, hashes(out.resolve("current").toRealPath()), runs.get(i)::toString);
                System.out.println("the same hash: " + runs.get(i));
            }
            System.out.println("one content hash over " + runs.size() + " runs, every pair of "
                    + new PairwiseDesign(FACTORS).all().size() + " met; Java 25 "
                    + (Files.isDirectory(JAVA_25) ? "present" : "absent"));
        } finally {
            cluster.stop();
        }
    }

    private Process start(Map<String, String> run, LocalCluster cluster, Path out, Path said) throws IOException {
        Path delivery = folder.resolve("delivery-" + run.get("rows") + run.get("files"));
        if (!Files.exists(delivery)) {
            Deliveries.dealt(
                    folder.resolve("drawn"),
                    delivery,
                    Integer.parseInt(run.get("files")),
                    run.get("rows").equals("shuffled") ? 9 : 0);
        }
        String[] words = {"run", delivery.resolve("evaluation.yaml").toString(), "--out", out.toString()};
        List<String> flags = new ArrayList<>(List.of(
                "-Xmx" + run.get("heap"),
                "-Duser.timezone=" + run.get("zone"),
                "-Duser.language=" + run.get("locale").substring(0, 2),
                "-Duser.country=" + run.get("locale").substring(3)));
        String partitions = "spark.sql.shuffle.partitions=" + run.get("partitions");
        Path home = run.get("java").equals("25") && Files.isDirectory(JAVA_25)
                ? JAVA_25
                : Path.of(System.getProperty("java.home"));
        if (run.get("master").equals("cluster")) {
            return cluster.run(home, flags, partitions, said, words);
        }
        flags.addAll(List.of(
                "-D" + partitions,
                "-Dspark.master=" + run.get("master"),
                "-Dspark.driver.host=127.0.0.1",
                "-Dspark.driver.bindAddress=127.0.0.1"));
        return Processes.junheng(home, flags, said, words);
    }

    /** The account of rows names files and physical rows, so it alone may differ. */
    private static SortedMap<String, String> hashes(Path run) throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        try (Stream<Path> all = Files.list(run.resolve("csv"))) {
            all.filter(file -> !file.endsWith("quality.csv"))
                    .forEach(file -> hashes.put(String.valueOf(file.getFileName()), Fingerprint.of(file)));
        }
        return hashes;
    }
}
