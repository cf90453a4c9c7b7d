package org.junheng.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junheng.stock.StockAccount.Between;
import org.junheng.stock.StockFlow.Line;
import org.junheng.stock.StockFlow.Unit;
import org.junit.jupiter.api.Test;

/** The account of 200 drawn provinces: it closes, finds what truly happened, and counts what anybody can count. */
class StockIdentityTest {
    private static final Between YEARS = new Between(2022, 2023);
    private static final List<Line> EVENTS = List.of(
            Line.NEWLY_BUILT,
            Line.UPGRADED,
            Line.GRADUATED,
            Line.MOVED_IN,
            Line.DOWNGRADED,
            Line.CLOSED,
            Line.MERGED,
            Line.MOVED_OUT);

    @Test
    void closesInTwoHundredProvinces() {
        int events = 0;
        for (int province = 0; province < 200; province++) {
            DrawnStock drawn = new DrawnStock(province);
            List<StockFlow> flows =
                    StockAccount.of(YEARS, drawn.before, drawn.after, drawn.links, drawn.members::contains);
            Map<String, Long> found = new TreeMap<>();
            for (StockFlow flow : flows) {
                requireClosed(flow);
                assertEquals(stock(drawn.before, flow), flow.line(Line.OPENING));
                assertEquals(stock(drawn.after, flow), flow.line(Line.CLOSING));
                for (Line event : EVENTS) {
                    if (flow.unit() == Unit.SCHOOLS && flow.line(event) != 0) {
                        found.put(flow.county() + " " + event, flow.line(event));
                    }
                }
            }
            assertEquals(drawn.truth, found, "province " + province);
            assertEquals(sum(flows, Line.MOVED_IN), sum(flows, Line.MOVED_OUT));
            events += found.size();
            requireSameInAnyOrder(drawn, flows);
        }
        assertTrue(events > 1000, "events are drawn: " + events);
    }

    private static void requireClosed(StockFlow f) {
        long balance = f.line(Line.OPENING)
                + f.line(Line.NEWLY_BUILT)
                + f.line(Line.UPGRADED)
                + f.line(Line.GRADUATED)
                + f.line(Line.MOVED_IN)
                - f.line(Line.DOWNGRADED)
                - f.line(Line.CLOSED)
                - f.line(Line.MERGED)
                - f.line(Line.MOVED_OUT)
                + f.line(Line.ENROLMENT_CHANGE)
                + f.line(Line.RECLASSIFIED);
        assertEquals(f.line(Line.CLOSING), balance);
    }

    private static long stock(List<Institution> schools, StockFlow flow) {
        return schools.stream()
                .filter(i -> i.county().equals(flow.county()) && Boolean.TRUE.equals(i.quality()))
                .mapToLong(i -> flow.unit() == Unit.SCHOOLS ? 1 : i.pupils() == null ? 0 : i.pupils())
                .sum();
    }

    private static long sum(List<StockFlow> flows, Line line) {
        return flows.stream().mapToLong(f -> f.line(line)).sum();
    }

    private static void requireSameInAnyOrder(DrawnStock drawn, List<StockFlow> flows) {
        List<Institution> before = new ArrayList<>(drawn.before);
        List<Institution> after = new ArrayList<>(drawn.after);
        List<SchoolLink> links = new ArrayList<>(drawn.links);
        Collections.reverse(before);
        Collections.reverse(after);
        Collections.reverse(links);
        assertEquals(flows, StockAccount.of(YEARS, before, after, links, drawn.members::contains));
    }
}
