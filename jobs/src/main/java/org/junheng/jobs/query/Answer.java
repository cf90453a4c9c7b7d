package org.junheng.jobs.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junheng.jobs.ingest.InertText;

/** Columns and rows, for a person or for a program. A missing cell is {@link #MISSING}. */
public record Answer(List<String> columns, List<List<Object>> rows) {
    public static final Object MISSING = "";

    private static final String BETWEEN = "  ";

    public Answer {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** As CSV with a header; text that a spreadsheet would run is made inert, numbers stay as they are. */
    public void csv(Appendable out) throws IOException {
        CSVPrinter printer = new CSVPrinter(
                out, CSVFormat.RFC4180.builder().setRecordSeparator("\n").get());
        printer.printRecord(columns);
        for (List<Object> row : rows) {
            printer.printRecord(row.stream().map(Answer::text).toList());
        }
    }

    /** As aligned lines: the first {@code most} rows; numbers stand right, text left. */
    public List<String> lines(int most) {
        List<List<String>> shown = new ArrayList<>();
        rows.stream()
                .limit(most)
                .forEach(row -> shown.add(row.stream().map(Answer::text).toList()));
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(
                    Width.of(columns.get(i)),
                    shown.stream()
                            .mapToInt(row -> Width.of(row.get(column)))
                            .max()
                            .orElse(0));
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(columns, List.of(), widths));
        for (int i = 0; i < shown.size(); i++) {
            lines.add(line(shown.get(i), rows.get(i), widths));
        }
        return lines;
    }

    private static String line(List<String> cells, List<Object> values, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String space = " ".repeat(widths[i] - Width.of(cells.get(i)));
            boolean right = i < values.size() && values.get(i) instanceof Number;
            line.append(i == 0 ? "" : BETWEEN).append(right ? space + cells.get(i) : cells.get(i) + space);
        }
        return line.toString().stripTrailing();
    }

    private static String text(Object cell) {
        return cell instanceof Number number ? number.toString() : InertText.of(cell.toString());
    }
}
