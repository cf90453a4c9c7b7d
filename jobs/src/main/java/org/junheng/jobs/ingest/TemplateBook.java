package org.junheng.jobs.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Range;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.table.Vocabulary;

/**
 * The workbook in which a bureau fills in a table: Chinese headings, lists to choose words from, a page that says what every column means.
 * What is filled in is read without any mapping.
 */
public final class TemplateBook {
    private static final int READY_ROWS = 1_000;
    private static final int LONGEST_LIST = 250;
    private static final List<String> NOTES = List.of(
            "请在“数据”表中逐行填写，不要改动表头；可以删去没有的列（标有“必填”的除外）。",
            "没有的数据请留空，不要填 0；“-”和“缺考”按缺失读取。",
            "学年填起始年份，如 2023（即 2023-2024 学年）；日期填 2023-09-01。",
            "代码按文本填写，前面的 0 不能丢。比例填小数或带 % 的百分数。",
            "Fill in the sheet 数据, one row each; leave what is missing empty, never 0.");

    private TemplateBook() {}

    /** Writes an empty template. */
    public static void write(Path file, Schema<?> schema) throws IOException {
        write(file, schema, List.of());
    }

    /** Writes a template with rows in it: texts, numbers, flags and days in the order of the columns. */
    static void write(Path file, Schema<?> schema, List<@Nullable Object[]> rows) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "Junheng", "1.0")) {
            instructions(book.newWorksheet("填表说明"), schema);
            Worksheet data = book.newWorksheet("数据");
            head(data, schema);
            for (int r = 0; r < rows.size(); r++) {
                row(data, r + 1, schema, rows.get(r));
            }
            if (rows.isEmpty()) {
                ready(data, schema);
            }
        }
    }

    private static void head(Worksheet sheet, Schema<?> schema) {
        sheet.freezePane(0, 1);
        for (int c = 0; c < schema.columns().size(); c++) {
            Schema.Column column = schema.columns().get(c);
            sheet.value(0, c, heading(column));
            sheet.style(0, c)
                    .bold()
                    .fillColor(column.isKey() ? "FFF2CC" : "EAEEF2")
                    .wrapText(true)
                    .set();
            sheet.width(c, 16);
        }
    }

    private static String heading(Schema.Column column) {
        return Vocabulary.heading(column.name()).orElse(column.name());
    }

    private static void row(Worksheet sheet, int at, Schema<?> schema, @Nullable Object[] cells) {
        for (int c = 0; c < cells.length; c++) {
            Object cell = cells[c];
            if (cell instanceof Number number) {
                sheet.value(at, c, number);
            } else if (cell instanceof LocalDate day) {
                sheet.value(at, c, day);
                sheet.style(at, c).format("yyyy-mm-dd").set();
            } else if (cell instanceof Boolean flag) {
                sheet.value(at, c, flag ? "是" : "否");
            } else if (cell != null) {
                String text = cell.toString();
                sheet.value(at, c, words(schema.columns().get(c)).getOrDefault(text, text));
            }
        }
    }

    /** Rows that wait to be filled in: codes and texts stay texts, words come from a list. */
    private static void ready(Worksheet sheet, Schema<?> schema) {
        for (int c = 0; c < schema.columns().size(); c++) {
            Schema.Column column = schema.columns().get(c);
            List<String> choice = choice(column);
            String list = String.join(",", choice);
            if (!choice.isEmpty() && list.length() <= LONGEST_LIST) {
                sheet.range(1, c, READY_ROWS, c)
                        .validateWithListByFormula('"' + list + '"')
                        .allowBlank(true);
            } else if (column.type() == String.class) {
                sheet.range(1, c, READY_ROWS, c).style().format("@").set();
            }
        }
    }

    private static List<String> choice(Schema.Column column) {
        Class<?> type = column.type();
        if (type == boolean.class || type == Boolean.class) {
            return List.of("是", "否");
        }
        return List.copyOf(words(column).values());
    }

    /** The words of a closed list: contract to Chinese. */
    static Map<String, String> words(Schema.Column column) {
        Map<String, String> chinese = new LinkedHashMap<>();
        if (column.type().isEnum()) {
            Map<String, String> known = Vocabulary.words(column.type().getSimpleName());
            for (Object constant : column.type().getEnumConstants()) {
                known.entrySet().stream()
                        .filter(e -> e.getValue().equals(constant.toString()))
                        .findFirst()
                        .ifPresent(e -> chinese.put(constant.toString(), e.getKey()));
            }
        }
        return chinese;
    }

    private static void instructions(Worksheet sheet, Schema<?> schema) {
        List.of(8, 34, 34, 12, 60)
                .forEach(w -> sheet.width(List.of(8, 34, 34, 12, 60).indexOf(w), w));
        int row = 0;
        for (String note : NOTES) {
            sheet.value(row++, 1, note);
        }
        line(sheet, ++row, List.of("序号", "列", "列的标识", "是否必填", "怎样填写"));
        sheet.range(row, 0, row, 4).style().bold().fillColor("EAEEF2").set();
        for (Schema.Column column : schema.columns()) {
            String number = String.valueOf(schema.columns().indexOf(column) + 1);
            line(
                    sheet,
                    ++row,
                    List.of(number, heading(column), column.name(), column.isKey() ? "必填" : "可空", how(column)));
        }
    }

    private static void line(Worksheet sheet, int row, List<String> cells) {
        for (int c = 0; c < cells.size(); c++) {
            sheet.value(row, c, cells.get(c));
        }
    }

    private static String how(Schema.Column column) {
        List<String> choice = choice(column);
        if (!choice.isEmpty()) {
            return "从列表中选：" + String.join("、", choice);
        } else if (column.type() == LocalDate.class) {
            return "日期，如 2023-09-01";
        } else if (column.type() == String.class) {
            return column.isPersonal() ? "文本；读取时即转为假名或不予显示" : "文本";
        }
        Range range = column.component().getAnnotation(Range.class);
        List<String> says =
                new ArrayList<>(List.of(Set.of(double.class, Double.class).contains(column.type()) ? "数" : "整数"));
        if (range != null && range.min() > Double.NEGATIVE_INFINITY) {
            says.add("不小于 " + NumberCells.shown(range.min()));
        }
        if (range != null && range.max() < Double.POSITIVE_INFINITY) {
            says.add("不大于 " + NumberCells.shown(range.max()));
        }
        return String.join("，", says);
    }
}
