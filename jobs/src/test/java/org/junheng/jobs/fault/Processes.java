package org.junheng.jobs.fault;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junheng.jobs.cli.Junheng;

/** Other processes with the classes of this test. */
public final class Processes {
    private Processes() {}

    /** Starts a main class with few resources; what it says goes to a file. */
    public static Process start(Path said, Class<?> main, String... words) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-cp", classPath()));
        command.add(main.getName());
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    /** Starts the program; what it says goes to a file. */
    public static Process junheng(Path said, String... words) throws IOException {
        return junheng(List.of(), said, words);
    }

    /** @param flags of the virtual machine, after those of the launcher */
    public static Process junheng(List<String> flags, Path said, String... words) throws IOException {
        return junheng(Path.of(System.getProperty("java.home")), flags, said, words);
    }

    /** @param home of the virtual machine */
    public static Process junheng(Path home, List<String> flags, Path said, String... words) throws IOException {
        return new ProcessBuilder(command(home, flags, words))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    /** The words that start the program. */
    static List<String> command(String... words) {
        return command(Path.of(System.getProperty("java.home")), List.of(), words);
    }

    private static List<String> command(Path home, List<String> flags, String... words) {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/java").toString()));
        command.addAll(List.of("-Xmx1g", "@../.jvm/common", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(flags);
        command.addAll(opens());
        command.addAll(List.of("-cp", classPath(), Junheng.class.getName()));
        command.addAll(List.of(words));
        return command;
    }

    /** What the tests themselves were allowed to open. */
    private static List<String> opens() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(a -> a.startsWith("--add-opens="))
                .toList();
    }

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The class path of the tests; surefire itself is started from a jar that only names it. */
    public static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
