package org.junheng.jobs.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junheng.jobs.table.Quality;
import org.junheng.metric.Words;

/** The account of a delivery for people, as a page and as a workbook: what was read, what is wrong and where, what can be computed. */
final class QualityReport {
    private final List<Part> parts;

    /** A table of the report; every cell is text or a whole number. */
    private record Part(String title, List<String> heads, List<List<Object>> rows) {}

    private QualityReport(List<Part> parts) {
        this.parts = parts;
    }

    static QualityReport of(Delivery delivery) {
        return new QualityReport(List.of(account(delivery), faults(delivery), metrics(delivery)));
    }

    private static Part account(Delivery delivery) {
        List<List<Object>> rows = new ArrayList<>();
        for (Quality q : delivery.quality()) {
            if (q.rule().isEmpty() && q.file().isEmpty()) {
                rows.add(List.of(q.inputTable(), q.rowsIn(), q.rowsUsed(), q.rowsQuarantined()));
            }
        }
        return new Part("账目 rows", List.of("表 table", "读入 read", "使用 used", "隔离 quarantined"), rows);
    }

    private static Part faults(Delivery delivery) {
        List<List<Object>> rows = new ArrayList<>();
        for (Finding f : delivery.findings()) {
            for (Finding.Example e : f.examples()) {
                rows.add(List.of(
                        f.table(),
                        f.rule().code(),
                        severity(f.rule()),
                        f.rows(),
                        f.file(),
                        e.row() == 0 ? "" : (Object) e.row(),
                        f.column(),
                        e.value(),
                        both(e.what()),
                        both(f.fix())));
            }
        }
        return new Part(
                "问题 faults",
                List.of(
                        "表 table",
                        "代码 code",
                        "结果 severity",
                        "行数 rows",
                        "文件 file",
                        "行 row",
                        "列 column",
                        "值 value",
                        "问题 what is wrong",
                        "改法 fix"),
                rows);
    }

    private static String severity(Rule rule) {
        return switch (rule.severity()) {
            case REFUSE -> "拒收 refused";
            case QUARANTINE -> "隔离 quarantined";
            case TELL -> "告知 told";
        };
    }

    private static Part metrics(Delivery delivery) {
        List<List<Object>> rows = new ArrayList<>();
        for (Computable c : Computable.of(delivery)) {
            boolean can = c.lacking().isEmpty();
            rows.add(List.of(
                    c.metric(),
                    both(c.name()),
                    can ? "能 yes" : "不能 no",
                    c.schools(),
                    can ? "" : String.join(", ", c.lacking())));
        }
        return new Part(
                "指标 metrics", List.of("指标 metric", "名称 name", "能否计算 computable", "学校数 schools", "缺少 lacking"), rows);
    }

    private static String both(Words words) {
        return words.both();
    }

    void write(Path folder) throws IOException {
        Files.writeString(folder.resolve("quality.html"), html(), StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(folder.resolve("quality.xlsx"));
                Workbook book = new Workbook(out, "Junheng", "1.0")) {
            for (Part part : parts) {
                sheet(book.newWorksheet(part.title()), part);
            }
        }
    }

    private static void sheet(Worksheet sheet, Part part) {
        sheet.freezePane(0, 1);
        for (int c = 0; c < part.heads().size(); c++) {
            sheet.value(0, c, part.heads().get(c));
            sheet.style(0, c).bold().fillColor("EAEEF2").set();
            sheet.width(c, 20);
        }
        for (int r = 0; r < part.rows().size(); r++) {
            for (int c = 0; c < part.heads().size(); c++) {
                Object cell = part.rows().get(r).get(c);
                if (cell instanceof Number number) {
                    sheet.value(r + 1, c, number);
                } else {
                    sheet.value(r + 1, c, InertText.of(cell.toString()));
                }
            }
        }
    }

    private String html() {
        StringBuilder out = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="zh"><head><meta charset="utf-8"><title>数据检查 · quality of the delivery</title>
                <style>body{font:14px/1.5 sans-serif;margin:2em}table{border-collapse:collapse;margin-bottom:2em}
                th,td{border:1px solid #ccd;padding:.2em .6em;text-align:left;vertical-align:top}th{background:#eaeef2}</style>
                </head><body><h1>数据检查 · quality of the delivery</h1>
                """);
        for (Part part : parts) {
            out.append("<h2>").append(escaped(part.title())).append("</h2>\n<table><thead><tr>");
            part.heads().forEach(h -> out.append("<th>").append(escaped(h)).append("</th>"));
            out.append("</tr></thead><tbody>\n");
            for (List<Object> row : part.rows()) {
                out.append("<tr>");
                row.forEach(cell ->
                        out.append("<td>").append(escaped(cell.toString())).append("</td>"));
                out.append("</tr>\n");
            }
            out.append("</tbody></table>\n");
        }
        return out.append("</body></html>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
