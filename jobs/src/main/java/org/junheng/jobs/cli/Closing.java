package org.junheng.jobs.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junheng.jobs.RunSummary;
import org.junheng.jobs.publish.Storage;
import org.junheng.metric.Words;
import org.junheng.rules.Verdict;
import org.junheng.subject.Status;

/** The last sentences of a run: how many numbers there are and of what standing, what became of the rows, where the results are. */
record Closing(RunSummary summary, Path current) {

    List<Words> sentences() {
        List<Words> all = new ArrayList<>();
        all.add(new Words("完成。", "Done."));
        all.add(counted("指标", "measures", summary.statuses(), STATUSES));
        if (!summary.verdicts().isEmpty()) {
            all.add(counted("判定", "judgements", summary.verdicts(), VERDICTS));
        }
        all.add(rows());
        all.add(new Words("结果：" + summary.folder(), "results: " + summary.folder()));
        Path report = current.resolve("report").resolve("index.html");
        all.add(new Words("报告(用浏览器打开)：" + report, "report (open it in a browser): " + report));
        return all;
    }

    private static final Map<String, Words> STATUSES = Map.of(
            Status.OK.name(), new Words("可靠", "sound"),
            Status.LOW_EVIDENCE.name(), new Words("证据较弱", "of little evidence"),
            Status.NOT_ASSESSED.name(), new Words("不能评价", "not assessed"),
            Status.SUPPRESSED.name(), new Words("为保护小样本不公布", "suppressed to protect small groups"));

    private static final Map<String, Words> VERDICTS = Map.of(
            Verdict.PASS.name(), new Words("达标", "passed"),
            Verdict.FAIL.name(), new Words("未达标", "failed"),
            Verdict.NOT_DECIDABLE.name(), new Words("样本不足以判定", "not decidable from the sample"),
            Verdict.NOT_ASSESSED.name(), new Words("不能评价", "not assessed"),
            Verdict.SUPPRESSED.name(), new Words("为保护小样本不公布", "suppressed to protect small groups"));

    private static Words counted(String zh, String en, SortedMap<String, Long> counts, Map<String, Words> names) {
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        return new Words(
                zh + " " + grouped(total) + " 个："
                        + parts(counts, "，", n -> named(names, n).zh()),
                en + ": " + grouped(total) + ", of these "
                        + parts(counts, ", ", n -> named(names, n).en()));
    }

    private static Words named(Map<String, Words> names, String code) {
        return names.getOrDefault(code, new Words(code, code));
    }

    private static String parts(SortedMap<String, Long> counts, String comma, UnaryOperator<String> name) {
        return counts.entrySet().stream()
                .map(e -> name.apply(e.getKey()) + " " + grouped(e.getValue()))
                .collect(Collectors.joining(comma));
    }

    /** The account of all tables, as published: the rows of {@code quality.csv} that name neither file nor rule. */
    private Words rows() {
        Path file = summary.folder().resolve("csv").resolve("quality.csv");
        long in = 0;
        long used = 0;
        long quarantined = 0;
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser lines = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(text)) {
            for (CSVRecord line : lines) {
                if (line.get("file").isEmpty() && line.get("rule").isEmpty()) {
                    in += Long.parseLong(line.get("rows_in"));
                    used += Long.parseLong(line.get("rows_used"));
                    quarantined += Long.parseLong(line.get("rows_quarantined"));
                }
            }
        } catch (IOException e) {
            throw Storage.refuse(file, e);
        }
        String where = quarantined == 0 ? "" : " (" + current.resolve("check").resolve("quarantine") + ")";
        return new Words(
                "数据行：读入 " + grouped(in) + "，使用 " + grouped(used) + "，隔离 " + grouped(quarantined) + where,
                "rows: " + grouped(in) + " read, " + grouped(used) + " used, " + grouped(quarantined) + " quarantined"
                        + where);
    }

    private static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
