package org.junheng.jobs.report.print;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junheng.jobs.report.ColumnShares;
import org.junheng.jobs.report.Grid;
import org.junheng.jobs.report.Grid.Cell;
import org.junheng.jobs.report.Sentence;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** Tables of a document: heads that are repeated on every page, columns as wide as their words need. */
record WordTables(XWPFDocument document, long width) {
    static final String BLUE = "1F5FA8";
    static final String BROWN = "A8430B";
    static final String SOFT = "55616E";
    static final String INK = "1D2733";

    private static final String LINE = "D5DBE1";
    private static final int TEXT = 8;
    private static final double LABEL = 0.14;

    /** Label and sentence, side by side. */
    void said(List<Sentence> sentences) {
        List<List<Cell>> rows = sentences.stream()
                .map(said -> List.of(new Cell(said.label(), false, "LABEL"), new Cell(said.text(), false, "")))
                .toList();
        fill(new Grid(List.of(), rows, 0), List.of(LABEL, 1 - LABEL), TEXT + 1);
    }

    void grid(Grid grid) {
        fill(grid, ColumnShares.of(grid), TEXT);
    }

    private void fill(Grid grid, List<Double> shares, int size) {
        List<List<Cell>> all = new ArrayList<>(grid.rows());
        if (!grid.heads().isEmpty()) {
            all.add(0, grid.heads());
        }
        int columns = all.get(0).size();
        XWPFTable table = document.createTable(all.size(), columns);
        look(table, shares.stream().map(share -> Math.round(share * width)).toList());
        for (int r = 0; r < all.size(); r++) {
            boolean isHead = r == 0 && !grid.heads().isEmpty();
            XWPFTableRow row = table.getRow(r);
            row.setRepeatHeader(isHead);
            row.setCantSplitRow(true);
            for (int c = 0; c < columns; c++) {
                cell(
                        row.getCell(c),
                        all.get(r).get(c),
                        isHead ? BLUE : colour(all.get(r).get(c)),
                        size);
            }
        }
        document.createParagraph().setSpacingAfter(0);
    }

    private static void cell(XWPFTableCell cell, Cell shown, String colour, int size) {
        XWPFParagraph paragraph = cell.getParagraphs().get(0);
        paragraph.setAlignment(shown.isNumber() ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
        Word.run(paragraph, shown.shown(), size, colour);
    }

    private static String colour(Cell cell) {
        return switch (cell.verdict()) {
            case "FAIL" -> BROWN;
            case "PASS", "LABEL" -> BLUE;
            default -> INK;
        };
    }

    private void look(XWPFTable table, List<Long> widths) {
        table.setInsideHBorder(XWPFBorderType.SINGLE, 4, 0, LINE);
        table.setTopBorder(XWPFBorderType.SINGLE, 4, 0, LINE);
        table.setBottomBorder(XWPFBorderType.SINGLE, 4, 0, LINE);
        table.setInsideVBorder(XWPFBorderType.NONE, 0, 0, LINE);
        table.setLeftBorder(XWPFBorderType.NONE, 0, 0, LINE);
        table.setRightBorder(XWPFBorderType.NONE, 0, 0, LINE);
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        table.setWidth((int) width);
        CTTblGrid grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        widths.forEach(w -> grid.addNewGridCol().setW(BigInteger.valueOf(w)));
        table.getRows().forEach(row -> {
            for (int c = 0; c < widths.size(); c++) {
                CTTblWidth cell = row.getCell(c).getCTTc().addNewTcPr().addNewTcW();
                cell.setType(STTblWidth.DXA);
                cell.setW(BigInteger.valueOf(widths.get(c)));
            }
        });
    }
}
