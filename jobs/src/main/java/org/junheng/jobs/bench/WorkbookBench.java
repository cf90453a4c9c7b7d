package org.junheng.jobs.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junheng.jobs.config.EvaluationReader;
import org.junheng.jobs.ingest.Delivery;
import org.junheng.jobs.ingest.Ingest;
import org.junheng.jobs.table.Quality;

/** Whether a workbook of many rows is read and checked within the heap of this process: prints rows, seconds and the largest heap. */
public final class WorkbookBench {
    private static final int SCHOOLS = 500;
    private static final List<String> HEAD = List.of("学籍号", "学年", "年级", "科目", "学校代码", "成绩");

    private WorkbookBench() {}

    /** @param args how many rows; 200,000 unless said */
    public static void main(String[] args) throws IOException {
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
        Path folder = Files.createTempDirectory("workbook");
        try {
            deliver(folder, rows);
            long start = System.nanoTime();
            Delivery delivery = Ingest.checked(
                    EvaluationReader.read(folder.resolve("evaluation.yaml"), Set.of()), folder.resolve("spill"));
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "workbook of %d rows: %s, %.1f s, largest heap %d MB of %d MB%n",
                    rows,
                    account(delivery),
                    seconds,
                    largestHeap() >> 20,
                    Runtime.getRuntime().maxMemory() >> 20);
        } finally {
            delete(folder);
        }
    }

    private static String account(Delivery delivery) {
        Quality account = delivery.quality().stream()
                .filter(q -> q.inputTable().equals("pupil_scores") && q.rule().isEmpty())
                .findFirst()
                .orElseThrow();
        return account.rowsIn() + " read, " + account.rowsUsed() + " used, " + account.rowsQuarantined()
                + " quarantined";
    }

    private static void deliver(Path folder, int rows) throws IOException {
        StringBuilder schools = new StringBuilder("school_code,year\n");
        for (int s = 0; s < SCHOOLS; s++) {
            schools.append(code(s)).append(",2023\n");
        }
        Files.writeString(folder.resolve("schools.csv"), schools, StandardCharsets.UTF_8);
        Files.writeString(
                folder.resolve("evaluation.yaml"),
                "evaluation: bench\nyears: [2023]\ninputs: {schools: schools.csv, pupil_scores: scores.xlsx}\n",
                StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(folder.resolve("scores.xlsx"));
                Workbook book = new Workbook(out, "Junheng", "1.0")) {
            Worksheet sheet = book.newWorksheet("成绩");
            for (int c = 0; c < HEAD.size(); c++) {
                sheet.value(0, c, HEAD.get(c));
            }
            for (int r = 0; r < rows; r++) {
                row(sheet, r);
                if (r % 1_000 == 0) {
                    sheet.flush();
                }
            }
        }
    }

    private static void row(Worksheet sheet, int r) {
        sheet.value(r + 1, 0, "G" + (530101201001010000L + r));
        sheet.value(r + 1, 1, "2023-2024学年");
        sheet.value(r + 1, 2, "九年级");
        sheet.value(r + 1, 3, "数学");
        sheet.value(r + 1, 4, code(r % SCHOOLS));
        sheet.value(r + 1, 5, r % 241 / 2.0);
    }

    private static String code(int school) {
        return "3153" + (100_000 + school);
    }

    private static long largestHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
