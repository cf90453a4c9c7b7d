package org.junheng.jobs.report;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** The account of quality schools of all counties together: for each year the sum over the counties whose account is published in full. */
final class FlowTotals {
    /** The lines of the account in their order: opening, what came, what went, closing. */
    static final List<String> LINES = List.of(
            "opening",
            "newly_built",
            "upgraded",
            "graduated",
            "moved_in",
            "downgraded",
            "closed",
            "merged",
            "moved_out",
            "enrolment_change",
            "reclassified",
            "closing");

    private FlowTotals() {}

    static Table of(Table flows) {
        Pivot rows = new Pivot("stock_flow_totals", List.of("unit", "year"), List.of(), lines());
        Cells.of(flows).filter(FlowTotals::isFull).forEach(county -> {
            PivotRow total = rows.row(List.of(county.text("unit"), Integer.toString(county.year())));
            total.add("n_counties", 1);
            LINES.forEach(line -> total.add(line, or0(county.number(line))));
        });
        return rows.table();
    }

    private static boolean isFull(Cells county) {
        return LINES.stream().allMatch(line -> county.number(line) != null);
    }

    private static double or0(@Nullable Double number) {
        return number == null ? 0 : number;
    }

    private static List<String> lines() {
        return Stream.concat(Stream.of("n_counties"), LINES.stream()).toList();
    }
}
