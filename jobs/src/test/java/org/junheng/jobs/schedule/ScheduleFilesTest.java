package org.junheng.jobs.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files for schedulers, as far as tools of this machine can tell that they are right. */
class ScheduleFilesTest {
    private static final Path FOLDER = Path.of("schedule").toAbsolutePath();
    private static final String COMMAND = "run /srv/junheng/evaluation.yaml --out /srv/junheng/out";

    @TempDir
    Path scratch;

    @Test
    void everySchedulerStartsTheSameCommand() throws IOException {
        assertTrue(text("junheng.service").contains("junheng " + COMMAND));
        assertTrue(text("junheng.cron").contains("junheng " + COMMAND));
        assertTrue(text("junheng_dag.py").contains("/junheng run {EVALUATION} --out {OUT}"));
        assertEquals(List.of(COMMAND.split(" ")), application().get("arguments"));
    }

    @Test
    void everyFileHasItsPage() throws IOException {
        String index = text("README.md");
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                assertTrue(name.equals("README.md") || index.contains(name), name);
            }
        }
    }

    @Test
    void theUnitsAreRightForSystemd() throws Exception {
        Path service = Files.writeString(
                scratch.resolve("junheng.service"),
                text("junheng.service")
                        .replace("/opt/junheng/junheng", "/bin/true")
                        .replace("User=junheng", "User=root"));
        Path timer = Files.copy(FOLDER.resolve("junheng.timer"), scratch.resolve("junheng.timer"));
        String said = said("systemd-analyze", "verify", "--man=no", service.toString(), timer.toString());
        assertTrue(said.lines().noneMatch(line -> line.contains("junheng.")), said);
    }

    @Test
    void theDagIsPython() throws Exception {
        Path copy = Files.copy(FOLDER.resolve("junheng_dag.py"), scratch.resolve("junheng_dag.py"));
        assertEquals("", said("python3", "-m", "py_compile", copy.toString()));
    }

    @Test
    void theCronLineHasFiveFieldsAndACommand() throws IOException {
        List<String> lines = text("junheng.cron")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertEquals(1, lines.size());
        assertTrue(lines.get(0).matches("[0-9]+ [0-9]+ \\* \\* \\* JUNHENG_HEAP=\\S+ /.*"), lines.get(0));
    }

    @Test
    void kubernetesNamesTheClassThatThereIs() throws Exception {
        Map<?, ?> application = application();
        assertEquals("4.2.0", application.get("sparkVersion"));
        Class<?> main = Class.forName(String.valueOf(application.get("mainClass")));
        assertEquals(String[].class, main.getMethod("main", String[].class).getParameterTypes()[0]);
    }

    private static Map<?, ?> application() throws IOException {
        Object yaml = new Load(LoadSettings.builder().build()).loadFromString(text("junheng-scheduled.yaml"));
        return (Map<?, ?>) ((Map<?, ?>) ((Map<?, ?>) yaml).get("spec")).get("template");
    }

    private static String text(String file) throws IOException {
        return Files.readString(FOLDER.resolve(file));
    }

    /** What a tool says; the test is skipped where the tool is missing. */
    private static String said(String... command) throws Exception {
        List<String> words = new ArrayList<>(List.of(command));
        Process process;
        try {
            process = new ProcessBuilder(words).redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeTrue(Path.of(words.get(0)).isAbsolute(), words.get(0) + " is not on this machine");
            throw e;
        }
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        return said.strip();
    }
}
