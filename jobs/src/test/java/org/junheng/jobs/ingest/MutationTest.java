package org.junheng.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junheng.jobs.Refusal;
import org.junheng.jobs.SparkForTests;
import org.junheng.jobs.config.EvaluationReader;
import org.junheng.jobs.table.Quality;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Valid files with seeded damage: whatever comes of them, it is an account that closes or a refusal, and soon. */
class MutationTest {
    private static final long LONGEST = 5_000_000_000L;
    private static final List<String> NASTY = List.of(
            "",
            " ",
            "-",
            "-1",
            "1e400",
            "NaN",
            "9".repeat(400),
            "1,234",
            "０１２",
            "=1+1",
            "\"",
            "\"\"",
            "a\"b",
            "\n",
            "\r",
            "\t",
            ";",
            "\u0000",
            "\uFEFF",
            "\u200B",
            "\u2028",
            "\uFFFD",
            "\uFDD1",
            "2023-02-30",
            "0000-00-00",
            "2023-2024学年",
            "99999",
            "true",
            "是",
            "合计",
            "#女",
            "#N/A",
            "%",
            "12%",
            "甲",
            "${jndi:ldap://x}",
            "<b>",
            "../..",
            "校".repeat(40_000),
            "2.1E+09",
            "school_code",
            "学校代码");

    @TempDir
    Path folder;

    private final Map<String, byte[]> valid = new TreeMap<>();

    @BeforeEach
    void files() throws IOException {
        put("counties", "county_code,county_name,prefecture_code", "530101,云岭县,5301");
        put(
                "schools",
                "school_code,year,school_name,county_code,school_type,is_quality_school,opened_on",
                "0001,2023,第一小学,530101,PRIMARY,true,2000-09-01",
                "0002,2023,第二小学,530101,NINE_YEAR,false,");
        put(
                "staff",
                "school_code,year,stage,pupil_count,full_time_teacher_count,backbone_teachers",
                "0001,2023,PRIMARY,120,10,2",
                "0002,2023,PRIMARY,80,6.5,1",
                "0002,2023,JUNIOR,60,7,1");
        put(
                "school_scores",
                "school_code,year,grade,subject,tested_count,mean_score,full_mark,pass_share",
                "0001,2023,6,math,40,75.5,100,0.9",
                "0002,2023,6,math,30,71,100,0.8");
        put("pupils", "pupil_id,sex,boarder", "G1,F,true", "G2,M,false");
        put(
                "pupil_scores",
                "pupil_id,year,grade,subject,school_code,score",
                "G1,2023,6,math,0001,80.5",
                "G2,2023,6,math,0002,");
        put(
                "clusters",
                "cluster_id,cluster_name,cluster_type,county_code,started_on",
                "C1,集团,EDUCATION_GROUP,530101,2020-09-01");
        put(
                "memberships",
                "cluster_id,school_code,joined_on,left_on,role",
                "C1,0001,2020-09-01,,LEAD",
                "C1,0002,2021-09-01,2022-09-01,MEMBER");
        put(
                "survey_counts",
                "school_code,year,respondent_group,item,very_satisfied,satisfied,issued_count",
                "0001,2023,PARENT,overall,30,10,50");
        Path book = folder.resolve("book.xlsx");
        new Books()
                .sheet(
                        "s",
                        List.of("A1:D1"),
                        "设施",
                        "学校代码|学年|计算机台数|图书册数",
                        "甲|乙|1|2",
                        "0001|2023|<c><v>12</v></c>|<c><v>900</v></c>",
                        "0002|2023|<c><f>1+1</f><v>2</v></c>|-")
                .write(book);
        valid.put("facilities.xlsx", Files.readAllBytes(book));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(
                    "county_code,township,year,stage,registered_children,enrolled_locally\n530101,镇,2023,PRIMARY,100,90\n"
                            .getBytes(StandardCharsets.UTF_8));
        }
        valid.put("retention.csv.gz", packed.toByteArray());
        valid.put(
                "evaluation.yaml",
                ("evaluation: m\nyears: [2023]\ngate: {max_quarantined_share: 1}\ninputs:\n"
                                + valid.keySet().stream()
                                        .map(f -> "  " + f.replaceAll("\\..*", "") + ": " + f + "\n")
                                        .collect(Collectors.joining()))
                        .getBytes(StandardCharsets.UTF_8));
    }

    private void put(String table, String... lines) {
        valid.put(table + ".csv", (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void withoutAMutationEveryRowIsUsed() throws IOException {
        for (Map.Entry<String, byte[]> file : valid.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        Delivery delivery = Ingest.read(
                SparkForTests.session(),
                EvaluationReader.read(folder.resolve("evaluation.yaml"), Set.of()),
                folder.resolve("spill"));
        assertEquals(
                0,
                delivery.quality().stream().mapToLong(Quality::rowsQuarantined).sum());
        assertEquals(null, delivery.refusal());
    }

    @Test
    void someMutationsEndInOrder() throws IOException {
        requireOrder(0, 60);
    }

    @Test
    @Tag("long")
    void tenThousandMutationsEndInOrder() throws IOException {
        requireOrder(60, 10_000);
    }

    private void requireOrder(int from, int to) throws IOException {
        List<String> wrong = new ArrayList<>();
        long slowest = 0;
        int refused = 0;
        for (int seed = from; seed < to && wrong.size() < 10; seed++) {
            Path place = Files.createDirectories(folder.resolve("m"));
            Random random = new Random(seed * 0x9E3779B97F4A7C15L);
            List<String> names = List.copyOf(valid.keySet());
            String changed = names.get(random.nextInt(names.size()));
            for (Map.Entry<String, byte[]> file : valid.entrySet()) {
                byte[] bytes = file.getValue();
                for (int k = random.nextInt(3); file.getKey().equals(changed) && k >= 0; k--) {
                    bytes = mutated(bytes, random);
                }
                Files.write(place.resolve(file.getKey()), bytes);
            }
            long start = System.nanoTime();
            try {
                Delivery delivery = Ingest.read(
                        SparkForTests.session(),
                        EvaluationReader.read(place.resolve("evaluation.yaml"), Set.of()),
                        place.resolve("spill"));
                refused += delivery.refusal() == null ? 0 : 1;
                delivery.quality().stream().filter(q -> !closes(q)).forEach(q -> wrong.add("account " + q));
                CheckFolder.write(place.resolve("check"), delivery);
            } catch (Refusal e) {
                refused++;
            } catch (RuntimeException | StackOverflowError e) {
                wrong.add("seed " + seed + " " + changed + ": " + e + " "
                        + List.of(e.getStackTrace()).subList(0, 3));
            }
            long took = System.nanoTime() - start;
            slowest = Math.max(slowest, took);
            if (took > LONGEST) {
                wrong.add("seed " + seed + " " + changed + " took " + took / 1_000_000 + " ms");
            }
        }
        System.out.println("mutations " + from + " to " + to + ": " + refused + " refused, slowest "
                + slowest / 1_000_000 + " ms");
        assertEquals("", String.join("\n", wrong));
    }

    private static boolean closes(Quality row) {
        return !row.rule().isEmpty() || row.rowsIn() == row.rowsUsed() + row.rowsQuarantined();
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int line = random.nextInt(lines.size());
        int at = random.nextInt(bytes.length);
        byte[] copy = bytes.clone();
        switch (random.nextInt(14)) {
            case 0 -> copy[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> copy[at] = (byte) random.nextInt(256);
            case 2 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 3 -> lines.add(random.nextInt(lines.size()), lines.get(line));
            case 4 -> lines.remove(line);
            case 5 -> Collections.swap(lines, line, random.nextInt(lines.size()));
            case 6, 7, 8, 9 ->
                lines.set(line, withCell(lines.get(line), NASTY.get(random.nextInt(NASTY.size())), random));
            case 10 -> {
                return text.replace(",", List.of(";", "\t", "，", "").get(random.nextInt(4)))
                        .getBytes(StandardCharsets.UTF_8);
            }
            case 11 -> {
                return text.getBytes(Charset.forName(
                        List.of("GB18030", "UTF-16", "UTF-16LE", "ISO-8859-1").get(random.nextInt(4))));
            }
            case 12 -> {
                return ("\uFEFF" + text.replace("\n", "\r")).getBytes(StandardCharsets.UTF_8);
            }
            default -> {
                String rest = text.substring(Math.min(at, text.length()));
                return (text.substring(0, Math.min(at, text.length())) + NASTY.get(random.nextInt(NASTY.size())) + rest)
                        .getBytes(StandardCharsets.UTF_8);
            }
        }
        return Arrays.equals(copy, bytes) ? String.join("\n", lines).getBytes(StandardCharsets.UTF_8) : copy;
    }

    private static String withCell(String line, String cell, Random random) {
        String[] cells = line.split(",", -1);
        cells[random.nextInt(cells.length)] = cell;
        return String.join(",", cells);
    }
}
