package org.junheng.jobs.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A master and workers on the loopback address, as {@code jobs/cluster/cluster} starts them, and the program on them. */
public final class LocalCluster {
    private final Path state;
    private final int port;

    public LocalCluster(Path state, int workers) throws Exception {
        this.state = state;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
        assertEquals(
                0,
                script(state.resolveSibling("start.log"), "start", String.valueOf(workers))
                        .waitFor());
    }

    Process script(Path said, String... words) throws IOException {
        return script(List.of(words))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    private ProcessBuilder script(List<String> words) {
        List<String> command = new ArrayList<>(
                List.of(Path.of("cluster/cluster").toAbsolutePath().toString()));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JUNHENG_CLUSTER", state.toString());
        builder.environment().put("JUNHENG_PORT", String.valueOf(port));
        builder.environment().put("JUNHENG_WORKER_CORES", "1");
        builder.environment().put("JUNHENG_PARTITIONS", "2");
        builder.environment().put("JUNHENG_EXECUTOR_FLAGS", "-XX:TieredStopAtLevel=1");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    int port() {
        return port;
    }

    Path state() {
        return state;
    }

    /** Runs the program on the cluster. */
    Process run(Path said, String... words) throws IOException {
        return script(said, Stream.concat(Stream.of("run"), Stream.of(words)).toArray(String[]::new));
    }

    /** The same with a driver of another kind. */
    public Process run(Path home, List<String> flags, String settings, Path said, String... words) throws IOException {
        ProcessBuilder builder =
                script(Stream.concat(Stream.of("run"), Stream.of(words)).toList());
        builder.environment().put("JAVA_HOME", home.toString());
        builder.environment().put("JUNHENG_FLAGS", String.join(" ", flags));
        builder.environment().put("JUNHENG_CONF", settings);
        return builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    }

    /** The workers that live. */
    List<ProcessHandle> workers() throws IOException {
        List<ProcessHandle> workers = new ArrayList<>();
        try (Stream<Path> files = Files.list(state)) {
            for (Path file : files.filter(f -> f.getFileName().toString().matches("worker.*\\.pid"))
                    .toList()) {
                ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                        .filter(ProcessHandle::isAlive)
                        .ifPresent(workers::add);
            }
        }
        return workers;
    }

    public void stop() throws Exception {
        List<ProcessHandle> ended = new ArrayList<>();
        for (ProcessHandle worker : workers()) {
            worker.descendants().forEach(ended::add);
        }
        script(state.resolveSibling("stop.log"), "stop").waitFor();
        ended.forEach(ProcessHandle::destroyForcibly);
    }
}
