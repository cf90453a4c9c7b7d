package org.junheng.jobs.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junheng.jobs.Shared;

/** The shared corpus of malformed deliveries, made by its script: its cases, and what is wrong with the way one of them ended. */
final class Corpus {
    private final Path folder;

    /**
     * What a case came to.
     *
     * @param account {@code in used quarantined} of the table that the case is about; empty when there is none
     */
    record Ended(int status, String output, String account) {}

    private Corpus(Path folder) {
        this.folder = folder;
    }

    /** Makes the corpus; without the script or a Python the test is skipped. */
    static Corpus in(Path folder) throws IOException, InterruptedException {
        generate(Shared.path("badinput/make_corpus.py"), folder);
        return new Corpus(folder);
    }

    List<CSVRecord> cases() throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        return format.parse(Files.newBufferedReader(folder.resolve("manifest.csv")))
                .getRecords();
    }

    /** Lays a case over the valid delivery, in a folder that is emptied first. */
    void lay(CSVRecord expected, Path place) throws IOException {
        delete(place);
        copy(folder.resolve("base"), place);
        copy(folder.resolve("cases").resolve(expected.get("id")), place);
    }

    /**
     * What differs from the manifest; empty when nothing does.
     *
     * @param written folder of what was written
     */
    static String wrong(CSVRecord expected, Ended ended, Path written) throws IOException {
        List<String> wrong = new ArrayList<>();
        if (ended.status() != Integer.parseInt(expected.get("exit_status"))) {
            wrong.add("exit status " + ended.status());
        }
        for (String part : parts(expected.get("message_must_contain"))) {
            String chinese = part.replaceAll("^row ([0-9]+)$", "第$1行");
            if (!ended.output().contains(part) && !ended.output().contains(chinese)) {
                wrong.add("no " + part);
            }
        }
        String account =
                expected.get("rows_in") + " " + expected.get("rows_used") + " " + expected.get("rows_quarantined");
        if (!expected.get("rows_in").isEmpty() && !account.equals(ended.account())) {
            wrong.add("account " + ended.account() + ", not " + account);
        }
        wrong.addAll(leaks(expected, ended, written));
        return wrong.isEmpty() ? "" : expected.get("id") + ": " + wrong + " in " + shortened(ended.output());
    }

    private static List<String> leaks(CSVRecord expected, Ended ended, Path written) throws IOException {
        List<String> leaks = new ArrayList<>();
        for (String never : parts(expected.get("must_not_appear"))) {
            String text = never.replaceFirst("^(output|cell|html):", "");
            if (!never.matches("(cell|html):.*") && ended.output().contains(text)) {
                leaks.add("shows " + text);
            }
            for (Path file : Files.isDirectory(written) ? files(written) : List.<Path>of()) {
                boolean leaked = never.startsWith("cell:")
                        ? file.toString().endsWith(".csv") && cells(file).anyMatch(c -> c.startsWith(text))
                        : text.equals(never) && new String(Files.readAllBytes(file), UTF_8).contains(text);
                if (leaked) {
                    leaks.add(file.getFileName() + " holds " + text);
                }
            }
        }
        return leaks;
    }

    private static Stream<String> cells(Path file) throws IOException {
        return CSVFormat.RFC4180.parse(Files.newBufferedReader(file)).stream().flatMap(CSVRecord::stream);
    }

    private static String shortened(String text) {
        return text.length() > 1500 ? text.substring(0, 1500) + "…" : text;
    }

    private static List<String> parts(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|", -1));
    }

    private static void generate(Path script, Path out) throws IOException, InterruptedException {
        Process python;
        try {
            python = new ProcessBuilder("python3", script.toString(), out.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            abort("python3 is not here: the corpus cannot be made");
            return;
        }
        String said = new String(python.getInputStream().readAllBytes(), UTF_8);
        assertTrue(python.waitFor(60, TimeUnit.SECONDS) && python.exitValue() == 0, said);
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Path target = to.resolve(from.relativize(file).toString());
            Path parent = target.getParent();
            if (Files.isRegularFile(parent)) {
                Files.delete(parent);
            }
            Files.createDirectories(parent);
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void delete(Path root) throws IOException {
        if (Files.exists(root)) {
            try (Stream<Path> all = Files.walk(root)) {
                all.sorted(Comparator.reverseOrder()).forEach(Corpus::deleteOne);
            }
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
