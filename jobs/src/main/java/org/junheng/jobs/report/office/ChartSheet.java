package org.junheng.jobs.report.office;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.jobs.report.svg.XmlText;

/**
 * The charts of one sheet of a workbook, as parts that are put into its file: each draws cells of that sheet.
 *
 * @param sheet the name of the sheet
 * @param place of the sheet in the workbook, from 1
 */
public record ChartSheet(String sheet, int place, List<Placed> charts) {
    static final ChartSheet NONE = new ChartSheet("", 0, List.of());

    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/";
    private static final String TYPES = "[Content_Types].xml";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.";

    /**
     * A chart and the cells that it draws: the heads in row {@code top}, categories in column A, a column for each series, then two for each
     * series with intervals (upwards, downwards).
     *
     * @param column where the picture begins
     * @param rows how high it is
     */
    public record Placed(NativeChart chart, int top, int column, int rows) {
        private static final int COLUMNS = 9;

        private String anchor(int id) {
            return "<xdr:twoCellAnchor><xdr:from>" + corner(column, top) + "</xdr:from><xdr:to>"
                    + corner(column + COLUMNS, top + rows)
                    + "</xdr:to><xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr><xdr:cNvPr id=\"" + (id + 1)
                    + "\" name=\"Chart " + id + "\" descr=\"" + XmlText.escaped(chart.title())
                    + "\"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x=\"0\" y=\"0\"/>"
                    + "<a:ext cx=\"0\" cy=\"0\"/></xdr:xfrm><a:graphic><a:graphicData uri=\"" + DRAWING
                    + "chart\"><c:chart xmlns:c=\"" + DRAWING + "chart\" r:id=\"rId" + id
                    + "\"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>";
        }

        private static String corner(int column, int row) {
            return "<xdr:col>" + column + "</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>" + row
                    + "</xdr:row><xdr:rowOff>0</xdr:rowOff>";
        }
    }

    /** New parts of the file by their names. */
    public SortedMap<String, String> parts() {
        SortedMap<String, String> parts = new TreeMap<>();
        if (charts.isEmpty()) {
            return parts;
        }
        StringBuilder drawing = new StringBuilder("<xdr:wsDr xmlns:xdr=\"" + DRAWING + "spreadsheetDrawing\" xmlns:a=\""
                + DRAWING + "main\" xmlns:r=\"" + OFFICE + "\">");
        List<String> relations = new ArrayList<>();
        for (int id = 1; id <= charts.size(); id++) {
            Placed placed = charts.get(id - 1);
            parts.put("xl/charts/chart" + id + ".xml", new ChartMarkup(placed.chart(), sheet, placed.top()).xml());
            drawing.append(placed.anchor(id));
            relations.add(relation(id, OFFICE + "/chart", "../charts/chart" + id + ".xml"));
        }
        parts.put("xl/drawings/drawing1.xml", Markup.HEAD + drawing + "</xdr:wsDr>");
        parts.put("xl/drawings/_rels/drawing1.xml.rels", relations(relations));
        parts.put(
                "xl/worksheets/_rels/sheet" + place + ".xml.rels",
                relations(List.of(relation(1, OFFICE + "/drawing", "../drawings/drawing1.xml"))));
        return parts;
    }

    /** Whether a part that the workbook has already must know of the charts. */
    public boolean amends(String part) {
        return !charts.isEmpty() && (part.equals(worksheet()) || part.equals(TYPES));
    }

    private String worksheet() {
        return "xl/worksheets/sheet" + place + ".xml";
    }

    /** Such a part with what the charts need in it. */
    public String amended(String part, String xml) {
        if (part.equals(worksheet())) {
            return xml.replace("</worksheet>", "<drawing r:id=\"rId1\"/></worksheet>");
        }
        return xml.replace("</Types>", types() + "</Types>");
    }

    private String types() {
        StringBuilder types = new StringBuilder(type("xl/drawings/drawing1.xml", TYPE + "drawing+xml"));
        for (int id = 1; id <= charts.size(); id++) {
            types.append(type("xl/charts/chart" + id + ".xml", TYPE + "drawingml.chart+xml"));
        }
        return types.toString();
    }

    private static String type(String part, String type) {
        return "<Override PartName=\"/" + part + "\" ContentType=\"" + type + "\"/>";
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String relations(List<String> relations) {
        return Markup.HEAD + "<Relationships xmlns=\"" + RELATIONS + "\">" + String.join("", relations)
                + "</Relationships>";
    }
}
