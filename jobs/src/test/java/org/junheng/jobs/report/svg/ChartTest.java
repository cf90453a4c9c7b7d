package org.junheng.jobs.report.svg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junheng.jobs.report.svg.Caterpillar.One;
import org.junheng.jobs.report.svg.Dumbbell.Pair;
import org.junheng.jobs.report.svg.EventStudy.Event;
import org.junheng.jobs.report.svg.Rates.Rate;
import org.junheng.jobs.report.svg.StockFlow.Step;
import org.junheng.jobs.report.svg.Trend.Limit;
import org.junheng.jobs.report.svg.Trend.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Pictures say what they were given, at the place where it belongs, and nothing in a name is markup. */
class ChartTest {
    private static final Spread.Ends NONE = new Spread.Ends("", "");
    private static final String HOSTILE = "</text><script>alert(1)</script>\" onload='x' \u0007&中";

    @ParameterizedTest
    @MethodSource("hostile")
    void whateverStandsInANameIsText(Chart chart) throws Exception {
        Element svg = parsed(chart);
        assertEquals(0, svg.getElementsByTagName("script").getLength());
        assertEquals(
                HOSTILE.replace("\u0007", ""),
                svg.getElementsByTagName("title").item(0).getTextContent());
        NodeList all = svg.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            assertFalse(((Element) all.item(i)).hasAttribute("onload"));
        }
        assertFalse(chart.svg().contains("http") && !chart.svg().contains("http://www.w3.org/2000/svg"));
    }

    static Stream<Chart> hostile() {
        Estimate one = new Estimate(0.5, 0.4, 0.6);
        return Stream.of(
                new Trend(
                        HOSTILE,
                        HOSTILE,
                        List.of(2021),
                        List.of(new Line(HOSTILE, List.of(one), "")),
                        new Limit(0.5, HOSTILE)),
                new Caterpillar(
                        HOSTILE,
                        new Caterpillar.Words(HOSTILE, HOSTILE, HOSTILE),
                        new Caterpillar.Bands(HOSTILE, HOSTILE, HOSTILE, HOSTILE),
                        Ordered.of(List.of(one, one)),
                        List.of(1)),
                new Dumbbell(
                        HOSTILE,
                        HOSTILE,
                        new Dumbbell.Words(HOSTILE, HOSTILE, HOSTILE),
                        List.of(new Pair(HOSTILE, 1.0, null, HOSTILE, ""))),
                new Rates(
                        HOSTILE,
                        new Rates.Words(HOSTILE, HOSTILE, HOSTILE),
                        List.of(new Rate(HOSTILE, one, 0.9, HOSTILE, ""))),
                new Spread(
                        HOSTILE,
                        new Spread.Words(HOSTILE, HOSTILE, HOSTILE),
                        List.of(new Spread.Measure(HOSTILE, List.of(0.4), 0.5, HOSTILE, NONE))),
                new EventStudy(
                        HOSTILE,
                        new EventStudy.Words(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE),
                        List.of(new Event(0, one, 0.1, 0.9))),
                new StockFlow(
                        HOSTILE,
                        new StockFlow.Words(HOSTILE, HOSTILE, HOSTILE, HOSTILE),
                        new Step(HOSTILE, 3, HOSTILE, ""),
                        List.of(new Step(HOSTILE, -1, HOSTILE, "")),
                        new Step(HOSTILE, 2, HOSTILE, "")));
    }

    @ParameterizedTest
    @MethodSource("empty")
    void nothingToDrawIsStillAPicture(Chart chart) throws Exception {
        assertEquals("svg", parsed(chart).getTagName());
    }

    static Stream<Chart> empty() {
        return Stream.of(
                new Trend("", "", List.of(2021, 2022), List.of(new Line("a", Arrays.asList(null, null), "")), null),
                new Caterpillar(
                        "",
                        new Caterpillar.Words("", "", "these"),
                        new Caterpillar.Bands("", "", "", ""),
                        Ordered.of(List.of()),
                        List.of()),
                new Dumbbell("", "", new Dumbbell.Words("", "", ""), List.of()),
                new Rates("", new Rates.Words("", "", ""), List.of()),
                new Spread("", new Spread.Words("", "", ""), List.of()),
                new EventStudy("", new EventStudy.Words("", "", "", "", ""), List.of(new Event(-1, null, null, null))),
                new StockFlow(
                        "",
                        new StockFlow.Words("", "", "", ""),
                        new Step("", 0, "0", ""),
                        List.of(),
                        new Step("", 0, "0", "")));
    }

    @Test
    void aScaleHoldsItsNumbersBetweenRoundOnes() {
        Scale scale = Scale.over(Stream.of(0.13, 0.47, null), 0, 100);
        assertEquals(0.1, scale.low(), 1e-12);
        assertEquals(0.5, scale.high(), 1e-12);
        assertEquals(50, scale.at(0.3), 1e-9);
        assertEquals(
                List.of("0.1", "0.2", "0.3", "0.4", "0.5"),
                scale.marks().stream().map(scale::shown).toList());
    }

    @Test
    void aScaleOfOneNumberLeavesRoomOnBothSides() {
        for (double number : new double[] {0, 1e-12, -7, 1e9}) {
            Scale scale = Scale.over(Stream.of(number), 0, 1);
            assertTrue(scale.low() < number && number < scale.high(), () -> "room around " + number);
        }
    }

    @Test
    void aYearWithoutANumberBreaksTheLine() throws Exception {
        Estimate half = new Estimate(0.5, null, null);
        Trend trend = new Trend(
                "t",
                "",
                List.of(2021, 2022, 2023, 2024, 2025),
                List.of(new Line("a", Arrays.asList(half, half, null, half, half), "")),
                null);
        Element svg = parsed(trend);
        assertEquals(2, svg.getElementsByTagName("polyline").getLength());
        assertEquals(4, svg.getElementsByTagName("circle").getLength());
    }

    @Test
    void theLimitStandsAtItsHeightAmongTheNumbers() throws Exception {
        Line line = new Line("a", List.of(new Estimate(0.5, null, null), new Estimate(0.3, null, null)), "");
        Element svg = parsed(new Trend("t", "", List.of(2021, 2022), List.of(line), new Limit(0.5, "limit")));
        String first = ((Element) svg.getElementsByTagName("circle").item(0)).getAttribute("cy");
        List<String> dashed = lines(svg).stream()
                .filter(l -> l.hasAttribute("stroke-dasharray")
                        && l.getAttribute("x2").length() > 2)
                .map(l -> l.getAttribute("y1"))
                .toList();
        assertTrue(dashed.contains(first), dashed + " has the height of 0.5, " + first);
    }

    @Test
    void onlyAnIntervalBesideTheAverageMakesASchoolDifferent() throws Exception {
        Element svg = parsed(caterpillar(
                List.of(
                        new Estimate(-2, -3.0, -1.0),
                        new Estimate(2, -0.1, 4.1),
                        new Estimate(3, 0.1, 5.9),
                        new Estimate(9, null, null)),
                List.of()));
        assertEquals(2 + 1, svg.getElementsByTagName("circle").getLength(), "two schools and the key");
        assertEquals(2 + 2, svg.getElementsByTagName("polygon").getLength(), "one above, one below, and the key");
    }

    @Test
    void stepsLeadFromTheOpeningToTheClosingStock() throws Exception {
        StockFlow flow = new StockFlow(
                "t",
                new StockFlow.Words("", "stock", "came", "went"),
                new Step("open", 10, "10", ""),
                List.of(new Step("new", 4, "+4", ""), new Step("same", 0, "0", ""), new Step("shut", -2, "-2", "")),
                new Step("close", 12, "12", ""));
        List<Element> bars = elements(parsed(flow), "rect").stream().skip(3).toList();
        assertEquals(4, bars.size(), "a step of 0 is not drawn");
        assertEquals(top(bars.get(1)), top(bars.get(2)), 0.11, "what goes starts where what came has led");
        assertEquals(top(bars.get(2)) + height(bars.get(2)), top(bars.get(3)), 0.11, "and ends at the closing stock");
    }

    @Test
    void longNamesAreCutToTheirRoom() {
        String name = "昆明市五华区第一中学教育集团".repeat(4);
        String shown = Lettering.fitting(name, 11, 120);
        assertTrue(shown.endsWith("…") && Lettering.width(shown, 11) <= 120, shown);
        assertEquals("short", Lettering.fitting("short", 11, 120));
        List<String> lines = Lettering.lines("Teachers above the required degree, per 100 pupils", 10, 120);
        assertTrue(lines.size() > 1 && lines.stream().allMatch(l -> Lettering.width(l, 10) <= 120), lines.toString());
    }

    @Test
    void whatIsSaidBesideARowIsNotCut() {
        String said = "-320.53 → -300.12";
        Dumbbell dumbbell = new Dumbbell(
                "t", "", new Dumbbell.Words("2021", "2024", ""), List.of(new Pair("a", -320.53, -300.12, said, "")));
        assertTrue(dumbbell.svg().contains(">" + said + "<"), dumbbell.svg());
        assertTrue(dumbbell.svg(Format.PHONE).contains(">" + said + "<"), "on a phone");
    }

    @Test
    void manySchoolsStayASmallPictureThatKeepsThoseThatAreMeant() {
        List<Estimate> schools = IntStream.range(0, 30_000)
                .mapToObj(i -> new Estimate(i / 3000.0 - 5, i / 3000.0 - 6, i / 3000.0 - 4))
                .toList();
        List<One> drawn = caterpillar(schools, List.of(7, 334)).drawn();
        assertEquals(182, drawn.size(), "one in 167, the 334th among them, the seventh and the last");
        assertEquals(new One(schools.get(29_999), false), drawn.get(181));
        assertEquals(new One(schools.get(0), false), drawn.get(0));
        assertEquals(new One(schools.get(7), true), drawn.get(1));
        assertEquals(new One(schools.get(334), true), drawn.get(3));
        String svg = caterpillar(schools, List.of()).svg();
        assertTrue(svg.length() < 20_000, svg.length() + " characters");
    }

    @Test
    void ofManyThatAreMeantOneInSoManyIsDrawnWithTheLowestAndTheHighest() {
        List<Estimate> schools = IntStream.range(0, 30_000)
                .mapToObj(i -> new Estimate(i, i - 1.0, i + 1.0))
                .toList();
        List<Integer> meant =
                IntStream.rangeClosed(1, 3_000).map(i -> 10 * i - 3).boxed().toList();
        Caterpillar county = caterpillar(schools, meant);
        List<Double> own = county.drawn().stream()
                .filter(One::isMeant)
                .map(one -> one.estimate().value())
                .toList();
        assertEquals(7, own.get(0), 0, "the lowest");
        assertEquals(29_997, own.get(own.size() - 1), 0, "the highest");
        assertEquals(
                61 + 17,
                own.size(),
                "one in 50 and the highest; of all one in 167, of which 18 are meant, one of them drawn already");
        assertEquals(3_000, county.counts().above(), "counted over all");
        assertTrue(county.svg().length() < 20_000, county.svg().length() + " characters");
    }

    @Test
    void thoseThatAreMeantAreCountedByTheirIntervalsLikeAll() {
        Caterpillar some = caterpillar(
                List.of(
                        new Estimate(-9, null, null),
                        new Estimate(-2, -3.0, -1.0),
                        new Estimate(0, -1.0, 1.0),
                        new Estimate(1, 0.0, 2.0),
                        new Estimate(3, 0.1, 5.9)),
                List.of(0, 3, 4));
        assertEquals(new Ordered.Counts(1, 2, 1, 1), some.ordered().counts());
        assertEquals(new Ordered.Counts(0, 1, 1, 1), some.counts());
    }

    private static Caterpillar caterpillar(List<Estimate> fromLowToHigh, List<Integer> meant) {
        return new Caterpillar(
                "t",
                new Caterpillar.Words("", "", "these"),
                new Caterpillar.Bands("up", "about", "down", "these"),
                Ordered.of(fromLowToHigh),
                meant);
    }

    @Test
    void manyCountiesAreDrawnAsTheirDensityAndFewAsDots() throws Exception {
        List<Double> many = IntStream.range(0, 3_000).mapToObj(i -> i / 3_000.0).toList();
        Spread spread = new Spread(
                "t", new Spread.Words("", "county", ""), List.of(new Spread.Measure("m", many, null, "", NONE)));
        Element dense = parsed(spread);
        assertEquals(1, dense.getElementsByTagName("circle").getLength(), "the key only");
        assertEquals(100, dense.getElementsByTagName("rect").getLength(), "a hundred places, all alike");
        Element few = parsed(new Spread(
                "t",
                new Spread.Words("", "county", ""),
                List.of(new Spread.Measure("m", many.subList(0, 60), null, "", NONE))));
        assertEquals(61, few.getElementsByTagName("circle").getLength());
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void onAPhoneAPictureIsAsWideAsThePhone(Chart chart) throws Exception {
        assertEquals("330", parsed(chart.svg(Format.PHONE)).getAttribute("width"));
        assertEquals("660", parsed(chart).getAttribute("width"));
    }

    private static Element parsed(Chart chart) throws Exception {
        return parsed(chart.svg());
    }

    private static Element parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
    }

    private static List<Element> lines(Element svg) {
        return elements(svg, "line");
    }

    private static List<Element> elements(Element svg, String name) {
        NodeList all = svg.getElementsByTagName(name);
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .toList();
    }

    private static double top(Element bar) {
        return Double.parseDouble(bar.getAttribute("y"));
    }

    private static double height(Element bar) {
        return Double.parseDouble(bar.getAttribute("height"));
    }
}
