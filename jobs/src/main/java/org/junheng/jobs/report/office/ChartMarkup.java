package org.junheng.jobs.report.office;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.report.office.NativeChart.Kind;
import org.junheng.jobs.report.office.NativeChart.Look;
import org.junheng.jobs.report.office.NativeChart.Series;
import org.junheng.jobs.report.svg.Estimate;
import org.junheng.jobs.report.svg.XmlText;

/** A chart of a workbook in the markup of the format: it refers to cells and repeats their numbers, so that a program may draw before it calculates. */
record ChartMarkup(NativeChart chart, String sheet, int top) {
    private static final String ACROSS = "1";
    private static final String UPWARDS = "2";
    private static final int LINE = 22_225;
    private static final int THIN = 15_875;

    String xml() {
        return Markup.HEAD + "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\""
                + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><c:roundedCorners val=\"0\"/>"
                + "<c:chart>" + title(chart.title(), 1200) + "<c:autoTitleDeleted val=\"0\"/><c:plotArea><c:layout/>"
                + (chart.hasBars() ? bars() : lines()) + axes()
                + "</c:plotArea><c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/></c:legend>"
                + "<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart></c:chartSpace>";
    }

    private String bars() {
        boolean stacked = chart.isStacked();
        return "<c:barChart><c:barDir val=\"" + (stacked ? "col" : "bar") + "\"/><c:grouping val=\""
                + (stacked ? "stacked" : "clustered") + "\"/><c:varyColors val=\"0\"/>" + series()
                + "<c:gapWidth val=\"60\"/>" + (stacked ? "<c:overlap val=\"100\"/>" : "") + axisIds()
                + "</c:barChart>";
    }

    private String lines() {
        return "<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>" + series()
                + "<c:marker val=\"1\"/>" + axisIds() + "</c:lineChart>";
    }

    private static String axisIds() {
        return "<c:axId val=\"" + ACROSS + "\"/><c:axId val=\"" + UPWARDS + "\"/>";
    }

    private String series() {
        StringBuilder all = new StringBuilder();
        int lengths = chart.series().size() + 1;
        for (int i = 0; i < chart.series().size(); i++) {
            Series one = chart.series().get(i);
            all.append(series(one, i, lengths));
            lengths += one.hasIntervals() ? 2 : 0;
        }
        return all.toString();
    }

    private String series(Series one, int place, int lengths) {
        boolean bars = chart.hasBars();
        String head = "<c:ser><c:idx val=\"" + place + "\"/><c:order val=\"" + place + "\"/><c:tx><c:strRef><c:f>"
                + cells(place + 1, 0, 0) + "</c:f><c:strCache><c:ptCount val=\"1\"/>" + point(0, one.name())
                + "</c:strCache></c:strRef></c:tx>" + look(one, place, bars);
        String intervals = bars || !one.hasIntervals() ? "" : intervals(one, place, lengths);
        return head + intervals + "<c:cat><c:strRef><c:f>" + column(0) + "</c:f><c:strCache>"
                + points(chart.categories(), name -> name) + "</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>"
                + column(place + 1) + "</c:f><c:numCache><c:formatCode>" + chart.format() + "</c:formatCode>"
                + points(one.values(), value -> value == null ? null : Double.toString(value.value()))
                + "</c:numCache></c:numRef></c:val>" + (bars ? "" : "<c:smooth val=\"0\"/>") + "</c:ser>";
    }

    private String look(Series one, int place, boolean bars) {
        String fill = "<a:solidFill><a:srgbClr val=\"" + chart.colour(place) + "\"/></a:solidFill>";
        if (bars) {
            return "<c:spPr>" + (one.look() == Look.UNSEEN ? "<a:noFill/>" : fill)
                    + "</c:spPr><c:invertIfNegative val=\"0\"/>";
        }
        boolean points = chart.kind() == Kind.POINTS && one.look() == Look.PLAIN;
        String dash = one.look() == Look.LIMIT ? "<a:prstDash val=\"dash\"/>" : "";
        String marker = one.look() == Look.LIMIT
                ? "<c:symbol val=\"none\"/>"
                : "<c:symbol val=\"circle\"/><c:size val=\"6\"/><c:spPr>" + fill + "</c:spPr>";
        return "<c:spPr><a:ln w=\"" + LINE + "\">" + (points ? "<a:noFill/>" : fill + dash)
                + "</a:ln></c:spPr><c:marker>" + marker + "</c:marker>";
    }

    private String intervals(Series one, int place, int column) {
        return "<c:errBars><c:errDir val=\"y\"/><c:errBarType val=\"both\"/><c:errValType val=\"cust\"/>"
                + "<c:noEndCap val=\"1\"/><c:plus>" + lengths(column, one, Estimate::high) + "</c:plus><c:minus>"
                + lengths(column + 1, one, Estimate::low) + "</c:minus><c:spPr><a:ln w=\"" + THIN
                + "\"><a:solidFill><a:srgbClr val=\"" + chart.colour(place)
                + "\"/></a:solidFill></a:ln></c:spPr></c:errBars>";
    }

    private String lengths(int column, Series one, Function<Estimate, @Nullable Double> end) {
        return "<c:numRef><c:f>" + column(column) + "</c:f><c:numCache><c:formatCode>General</c:formatCode>"
                + points(one.values(), value -> length(value, end)) + "</c:numCache></c:numRef>";
    }

    private static @Nullable String length(@Nullable Estimate value, Function<Estimate, @Nullable Double> end) {
        Double at = value == null ? null : end.apply(value);
        return value == null || at == null ? null : Double.toString(Math.abs(at - value.value()));
    }

    private static <T extends @Nullable Object> String points(List<T> all, Function<T, @Nullable String> shown) {
        StringBuilder points = new StringBuilder("<c:ptCount val=\"" + all.size() + "\"/>");
        for (int i = 0; i < all.size(); i++) {
            String value = shown.apply(all.get(i));
            points.append(value == null ? "" : point(i, value));
        }
        return points.toString();
    }

    private static String point(int at, String value) {
        return "<c:pt idx=\"" + at + "\"><c:v>" + XmlText.escaped(value) + "</c:v></c:pt>";
    }

    private String axes() {
        boolean rows = chart.kind() == Kind.BARS;
        String ends = chart.ends()
                .map(end -> "<c:max val=\"" + end.high() + "\"/><c:min val=\"" + end.low() + "\"/>")
                .orElse("");
        return "<c:catAx><c:axId val=\"" + ACROSS + "\"/><c:scaling><c:orientation val=\""
                + (rows ? "maxMin" : "minMax") + "\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\""
                + (rows ? "l" : "b") + "\"/>" + title(chart.across(), 900)
                + "<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/>"
                + "<c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/><c:crossAx val=\"" + UPWARDS
                + "\"/></c:catAx><c:valAx><c:axId val=\"" + UPWARDS
                + "\"/><c:scaling><c:orientation val=\"minMax\"/>" + ends + "</c:scaling><c:delete val=\"0\"/>"
                + "<c:axPos val=\"" + (rows ? "b" : "l")
                + "\"/><c:majorGridlines><c:spPr><a:ln w=\"9525\"><a:solidFill><a:srgbClr val=\"E3E8EC\"/>"
                + "</a:solidFill></a:ln></c:spPr></c:majorGridlines>" + title(chart.unit(), 900)
                + "<c:numFmt formatCode=\"" + chart.format()
                + "\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>"
                + "<c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"" + ACROSS
                + "\"/><c:crossBetween val=\"between\"/></c:valAx>";
    }

    private static String title(String words, int size) {
        return words.isEmpty()
                ? ""
                : "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"" + size
                        + "\" b=\"0\"/></a:pPr><a:r><a:rPr sz=\"" + size + "\" b=\"0\"/><a:t>" + XmlText.escaped(words)
                        + "</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>";
    }

    private String column(int column) {
        return cells(column, 1, chart.categories().size());
    }

    /** A range below the head of the table, in the form of a formula. */
    private String cells(int column, int from, int to) {
        String name = "'" + XmlText.escaped(sheet.replace("'", "''")) + "'!";
        String letters = Markup.column(column);
        String first = "$" + letters + "$" + (top + from + 1);
        return name + (from == to ? first : first + ":$" + letters + "$" + (top + to + 1));
    }
}
