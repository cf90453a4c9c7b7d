package org.junheng.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junheng.jobs.fault.Processes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sample of the corpus through the packaged program, each case a process of its own: exit status, what it says, what it writes. */
@Tag("packaged")
class PackagedProgramTest {
    private static final List<String> SAMPLE = List.of(
            "base-unchanged",
            "gb18030-undeclared",
            "unclosed-quote",
            "names-and-identity-numbers",
            "gate-passed",
            "statistics-form",
            "unknown-key",
            "output-not-writable");

    @TempDir
    Path folder;

    @Test
    void aSampleOfTheCorpusEndsAsItSays() throws Exception {
        Corpus corpus = Corpus.in(folder.resolve("corpus"));
        List<CSVRecord> sample = corpus.cases().stream()
                .filter(c -> SAMPLE.contains(c.get("id").replaceFirst("^[A-Z][0-9]+-", "")))
                .toList();
        assertEquals(SAMPLE.size(), sample.size());
        List<Process> processes = new ArrayList<>();
        for (CSVRecord expected : sample) {
            corpus.lay(expected, place(expected));
            processes.add(started(expected));
            if (processes.size() > 1) { // two at a time
                ended(processes.get(processes.size() - 2));
            }
        }
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < sample.size(); i++) {
            wrong.add(wrong(sample.get(i), ended(processes.get(i))));
        }
        assertEquals("", String.join("", wrong));
        System.out.println("malformed deliveries as processes of the packaged program: " + sample.size() + " of "
                + sample.size() + " as the corpus says");
    }

    private Path place(CSVRecord expected) {
        return folder.resolve(expected.get("id"));
    }

    private Process started(CSVRecord expected) throws IOException {
        String args = expected.get("args").isEmpty() ? "check evaluation.yaml" : expected.get("args");
        Path project = Path.of("..").toAbsolutePath().normalize();
        List<String> command = new ArrayList<>(List.of(
                Processes.java(),
                "@" + project.resolve(".jvm/small"),
                "-Xmx1g",
                "@" + project.resolve(".jvm/common"),
                "-jar",
                project.resolve("jobs/target/junheng-jobs-0.1.0.jar").toString()));
        command.addAll(List.of(args.split(" ")));
        command.addAll(List.of("--lang", "en"));
        return new ProcessBuilder(command)
                .directory(place(expected).toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(expected.get("id") + ".said").toFile())
                .start();
    }

    private static int ended(Process process) throws InterruptedException {
        assertTrue(process.waitFor(2, TimeUnit.MINUTES), "a process that does not end");
        return process.exitValue();
    }

    private String wrong(CSVRecord expected, int status) throws IOException {
        String said = Files.readString(folder.resolve(expected.get("id") + ".said"));
        assertTrue(!said.contains("\tat "), said);
        Path check = place(expected).resolve("out/check");
        return Corpus.wrong(expected, new Corpus.Ended(status, said, account(expected, check)), check);
    }

    private static String account(CSVRecord expected, Path check) {
        Path quality = check.resolve("csv/quality.csv");
        CSVFormat table = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        if (!Files.exists(quality)) {
            return "";
        }
        try (var records = table.parse(Files.newBufferedReader(quality))) {
            return records.stream()
                    .filter(r -> r.get("input_table").equals(expected.get("table"))
                            && r.get("rule").isEmpty())
                    .map(r -> r.get("rows_in") + " " + r.get("rows_used") + " " + r.get("rows_quarantined"))
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
