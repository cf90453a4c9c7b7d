package org.junheng.jobs.report;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** The account of the last year by each definition of a quality school: the sum over the counties whose account by it is published. */
final class DefinitionTotals {
    static final List<String> NUMBERS =
            List.of("n_counties", "opening", "closing", "closing_less_account", "n_unknown");

    private DefinitionTotals() {}

    static Table of(Path runFolder, int last) {
        Pivot rows = new Pivot("stock_sensitivity_totals", List.of("unit", "definition"), List.of(), NUMBERS);
        PublishedTable.of(runFolder, "stock_sensitivity").forEach(line -> {
            if (line.has("year", Integer.toString(last)) && line.number("closing") != null) {
                PivotRow total = rows.row(List.of(line.text("unit"), line.text("definition")));
                total.add("n_counties", 1);
                NUMBERS.subList(1, NUMBERS.size()).forEach(number -> total.add(number, or0(line.number(number))));
            }
        });
        return rows.table();
    }

    private static double or0(@Nullable Double number) {
        return number == null ? 0 : number;
    }
}
