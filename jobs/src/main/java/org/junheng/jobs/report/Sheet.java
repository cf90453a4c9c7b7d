package org.junheng.jobs.report;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * One summary table as a sheet: heads that stay in sight, a filter, words for codes, numbers as numbers.
 *
 * @param told what must be known before the table is read, above its heads
 */
record Sheet(Worksheet sheet, Table table, Display display, List<String> told) {
    /** What a sheet of this format can hold beside its heads. */
    private static final int MOST_ROWS = 1_048_575;

    private static final int LAST_FROZEN = 6;
    private static final int ROWS_BETWEEN_FLUSHES = 5_000;

    void write() throws IOException {
        List<String> columns =
                table.columnNames().stream().filter(c -> !c.equals("alike")).toList();
        int top = told.size();
        for (int line = 0; line < top; line++) {
            sheet.value(line, 0, told.get(line));
        }
        for (int c = 0; c < columns.size(); c++) {
            sheet.value(top, c, display.head(columns.get(c)));
            sheet.style(top, c).bold().fillColor("EAEEF2").wrapText(true).set();
            sheet.width(c, width(columns.get(c)));
        }
        sheet.freezePane(top == 0 ? frozen(columns) : 0, top + 1);
        onPaper(top);
        int rows = Math.min(table.rowCount(), MOST_ROWS - top);
        if (rows > 0) {
            sheet.setAutoFilter(top, 0, top + rows, columns.size() - 1);
        }
        List<Cells> cells = Cells.of(table).limit(rows).toList();
        for (int r = 0; r < rows; r++) {
            row(top + 1 + r, cells.get(r), columns);
            if (r % ROWS_BETWEEN_FLUSHES == 0) {
                sheet.flush();
            }
        }
    }

    /** Columns that stay in sight: those up to the name of the subject, where it stands near the beginning. */
    private static int frozen(List<String> columns) {
        int name = Stream.of("county", "school", "name")
                .mapToInt(columns::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(-1);
        return name <= LAST_FROZEN ? name + 1 : 0;
    }

    /** A4 across, as wide as one sheet, the heads on every page. */
    private void onPaper(int heads) {
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(heads);
    }

    private void row(int at, Cells row, List<String> columns) {
        for (int c = 0; c < columns.size(); c++) {
            cell(at, c, columns.get(c), row.cell(columns.get(c)));
        }
    }

    private void cell(int row, int at, String column, @Nullable Object value) {
        if (value instanceof Double number) {
            sheet.value(row, at, number);
            sheet.style(row, at).format(format(column)).set();
        } else if (value instanceof String words) {
            String shown = display.words(column, words);
            if (!shown.isEmpty()) {
                sheet.value(row, at, shown);
            }
        }
    }

    private String format(String column) {
        if (column.endsWith("year")
                || column.equals("grade")
                || column.equals("cohort")
                || column.equals("event_time")) {
            return "0";
        }
        if (column.startsWith("tests_")
                || column.startsWith("schools_")
                || column.startsWith("n_")
                || column.startsWith("rows_")
                || column.startsWith("rank_")
                || table.name().equals("stock_flows")
                || column.equals("count")
                || column.equals("quality_schools")) {
            return "#,##0";
        }
        return switch (table.name()) {
            case "satisfaction", "stock" -> "0.0%";
            case "balance", "gaps" -> column.endsWith("limit") ? "0.00" : "0.0000";
            case "shortfall" -> "#,##0.0";
            case "model_fits" -> "0.000000";
            case "review" -> column.equals("p_top_quarter") ? "0.0%" : "0.0";
            default -> "0.000";
        };
    }

    private static double width(String column) {
        return switch (column) {
            case "reason", "examples", "clause", "document", "facet" -> 44;
            case "name", "school", "county", "id" -> 22;
            default -> 14;
        };
    }
}
