package org.junheng.jobs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Another program that a test runs, with what it said; stopped when it takes far too long. */
final class Program {
    private static final int MOST_SECONDS = 300;

    private final List<String> words;
    private final SortedMap<String, String> environment = new TreeMap<>();
    private String said = "";

    Program(String... words) {
        this.words = List.of(words);
    }

    Program with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Runs it; false too where there is no such program. */
    boolean succeeds() throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            CompletableFuture.delayedExecutor(MOST_SECONDS, TimeUnit.SECONDS).execute(() -> stop(process));
            said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0;
        } catch (IOException e) {
            said = String.valueOf(e.getMessage());
            return false;
        }
    }

    private static void stop(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    String said() {
        return said;
    }
}
