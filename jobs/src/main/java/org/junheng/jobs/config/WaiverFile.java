package org.junheng.jobs.config;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junheng.jobs.table.Inputs;

/** Reads the signed waivers of an evaluation: a CSV file in UTF-8, a row per table and code, each with a reason, a name and a day. */
final class WaiverFile {
    private static final List<String> HEADER = List.of("input_table", "rule", "reason", "signed_by", "signed_on");

    private WaiverFile() {}

    static List<Waiver> read(Path file) {
        String name = String.valueOf(file.getFileName());
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            List<CSVRecord> records = CSVFormat.RFC4180.parse(in).getRecords();
            if (records.isEmpty() || !List.of(records.get(0).values()).equals(HEADER)) {
                String header = String.join(",", HEADER);
                throw Block.refusal(name, Mistake.BAD_WAIVER, 1, "表头须为 " + header, "the header must be " + header);
            }
            List<Waiver> waivers = new ArrayList<>();
            for (CSVRecord record : records.subList(1, records.size())) {
                waivers.add(waiver(name, record));
            }
            return List.copyOf(waivers);
        } catch (IOException | UncheckedIOException e) {
            throw Block.refusal(name, Mistake.BAD_WAIVER, 1, "不是 UTF-8 编码的 CSV 文件", "is no CSV file in UTF-8");
        }
    }

    private static Waiver waiver(String name, CSVRecord record) {
        int line = (int) record.getRecordNumber();
        if (record.size() != HEADER.size() || record.stream().anyMatch(String::isBlank)) {
            throw Block.refusal(name, Mistake.BAD_WAIVER, line, "每一格都须填写", "every cell must be filled in");
        } else if (Inputs.named(record.get(0)).isEmpty()) {
            String near = Nearest.to(record.get(0), Inputs.names()).orElse("");
            throw Block.refusal(
                    name,
                    Mistake.BAD_WAIVER,
                    line,
                    "没有表 " + record.get(0) + "；最接近的是 " + near,
                    "there is no table " + record.get(0) + "; the nearest is " + near);
        }
        try {
            LocalDate day = LocalDate.parse(record.get(4));
            return new Waiver(record.get(0), record.get(1), record.get(2), record.get(3), day);
        } catch (DateTimeException e) {
            throw Block.refusal(
                    name,
                    Mistake.BAD_WAIVER,
                    line,
                    "signed_on 须为 2024-09-01 的写法",
                    "signed_on must be a day such as 2024-09-01");
        }
    }
}
