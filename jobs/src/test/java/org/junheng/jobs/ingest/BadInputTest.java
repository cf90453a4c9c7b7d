package org.junheng.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junheng.jobs.Refusal;
import org.junheng.jobs.Runs;
import org.junheng.jobs.Shared;
import org.junheng.jobs.SparkForTests;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.config.EvaluationReader;
import org.junheng.jobs.table.Quality;
import org.junheng.metric.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shared corpus of malformed deliveries: outcome, exit status, account and message of every case. */
class BadInputTest {
    private static final Set<String> POLICIES =
            Set.of("national-2017", "national-2012", "yunnan-2024", "shandong-2020");

    @TempDir
    Path folder;

    /** What a case came to. */
    private record Result(int status, String output, List<Quality> quality) {}

    @Test
    void everyCaseEndsAsTheCorpusSays() throws IOException, InterruptedException {
        Path corpus = folder.resolve("corpus");
        generate(Shared.path("badinput/make_corpus.py"), corpus);
        List<String> failures = new ArrayList<>();
        int tried = 0;
        for (CSVRecord expected : manifest(corpus)) {
            String id = expected.get("id");
            tried++;
            String wrong = wrong(corpus, expected);
            if (!wrong.isEmpty()) {
                failures.add(id + ": " + wrong);
            }
        }
        System.out.println(
                "malformed deliveries: " + (tried - failures.size()) + " of " + tried + " cases as the corpus says");
        assertTrue(tried >= 132, "cases tried: " + tried);
        assertEquals("", String.join("\n", failures));
    }

    private String wrong(Path corpus, CSVRecord expected) throws IOException {
        Path place = folder.resolve("case");
        delete(place);
        copy(corpus.resolve("base"), place);
        copy(corpus.resolve("cases").resolve(expected.get("id")), place);
        Result result = run(place, expected.get("args"));
        List<String> wrong = new ArrayList<>();
        if (result.status() != Integer.parseInt(expected.get("exit_status"))) {
            wrong.add("exit status " + result.status());
        }
        for (String part : parts(expected.get("message_must_contain"))) {
            String chinese = part.replaceAll("^row ([0-9]+)$", "第$1行");
            if (!result.output().contains(part) && !result.output().contains(chinese)) {
                wrong.add("no " + part);
            }
        }
        wrong.addAll(account(expected, result));
        wrong.addAll(leaks(expected, result, place.resolve("check")));
        return wrong.isEmpty() ? "" : wrong + " in " + shortened(result.output());
    }

    private Result run(Path place, String args) throws IOException {
        String file = args.startsWith("check ") ? args.substring(6) : "evaluation.yaml";
        try {
            Evaluation evaluation = EvaluationReader.read(place.resolve(file), POLICIES);
            if (args.startsWith("run ")) {
                Runs.of(place.resolve(file), place.resolve(args.replaceFirst(".* --out ", "")));
            }
            Delivery delivery = Ingest.read(SparkForTests.session(), evaluation, place.resolve("spill"));
            CheckFolder.write(place.resolve("check"), delivery);
            Refusal refusal = delivery.refusal();
            List<Words> said = new ArrayList<>(delivery.messages());
            said.addAll(refusal == null ? List.of() : refusal.sentences());
            return new Result(refusal == null ? 0 : refusal.status().code(), text(said), delivery.quality());
        } catch (Refusal e) {
            return new Result(e.status().code(), text(e.sentences()), List.of());
        }
    }

    private static List<String> account(CSVRecord expected, Result result) {
        if (expected.get("rows_in").isEmpty()) {
            return List.of();
        }
        String want =
                expected.get("rows_in") + " " + expected.get("rows_used") + " " + expected.get("rows_quarantined");
        String got = result.quality().stream()
                .filter(q -> q.inputTable().equals(expected.get("table"))
                        && q.file().isEmpty()
                        && q.rule().isEmpty())
                .map(q -> q.rowsIn() + " " + q.rowsUsed() + " " + q.rowsQuarantined())
                .collect(Collectors.joining(";"));
        return got.equals(want) ? List.of() : List.of("account " + got + ", not " + want);
    }

    private static List<String> leaks(CSVRecord expected, Result result, Path check) throws IOException {
        List<String> leaks = new ArrayList<>();
        for (String never : parts(expected.get("must_not_appear"))) {
            String text = never.replaceFirst("^(output|cell|html):", "");
            if (!never.matches("(cell|html):.*") && result.output().contains(text)) {
                leaks.add("shows " + text);
            }
            for (Path file : Files.isDirectory(check) ? files(check) : List.<Path>of()) {
                boolean leaked = never.startsWith("cell:")
                        ? cells(file).anyMatch(c -> c.startsWith(text))
                        : text.equals(never) && Files.readString(file).contains(text);
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

    private static String text(List<Words> said) {
        return said.stream().map(w -> w.zh() + "\n" + w.en()).collect(Collectors.joining("\n"));
    }

    private static String shortened(String text) {
        return text.length() > 1500 ? text.substring(0, 1500) + "…" : text;
    }

    private static List<String> parts(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|", -1));
    }

    private static List<CSVRecord> manifest(Path corpus) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        return format.parse(Files.newBufferedReader(corpus.resolve("manifest.csv")))
                .getRecords();
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
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
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
                all.sorted(Comparator.reverseOrder()).forEach(BadInputTest::deleteOne);
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
