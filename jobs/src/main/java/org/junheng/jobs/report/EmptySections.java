package org.junheng.jobs.report;

import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.jobs.config.Audience;
import tech.tablesaw.api.Table;

/** Why a section of the page has nothing to show: our sentence, and the reason that the run itself gave most often. */
record EmptySections(SummaryTables tables, Wording wording) {
    /** The reasons by section; a section that has something to show is not among them. */
    SortedMap<String, String> reasons() {
        SortedMap<String, String> reasons = new TreeMap<>();
        note(reasons, "balance", "R-CV", hasTests());
        note(reasons, "gaps", "gap.cv", hasYears(tables.gaps()));
        note(reasons, "valueadded", "valueadded.school", has(tables.valueAdded(), "ci_low"));
        note(reasons, "lead", "gap.lead_member", hasYears(tables.leadMember()));
        note(reasons, "compliance", "", !tables.broken().isEmpty());
        note(reasons, "satisfaction", "satisfaction.rate", has(tables.satisfaction(), "rate"));
        note(reasons, "stock", "stock.quality_schools", has(tables.stock(), "quality_schools"));
        note(reasons, "impact", "impact.effect", tables.impactReadings().rowCount() > 0);
        note(reasons, "review", "", tables.review().rowCount() > 0);
        note(reasons, "flows", "", tables.flows().rowCount() > 0);
        note(reasons, "missing", "", tables.notAssessed().rowCount() > 0);
        note(reasons, "quality", "", tables.quality().rowCount() > 0);
        if (tables.audience() == Audience.PUBLIC) {
            reasons.put("valueadded", wording.text("page.public.valueadded"));
        }
        return reasons;
    }

    private void note(SortedMap<String, String> reasons, String section, String id, boolean isFilled) {
        if (!isFilled) {
            String given = given(id);
            String because = given.isEmpty() ? "" : " " + wording.text("page.because") + given;
            reasons.put(section, wording.text("page.empty." + section) + because);
        }
    }

    private String given(String id) {
        return Cells.of(tables.notAssessed())
                .filter(row -> row.has("id", id) && !row.text("reason").isEmpty())
                .max(Comparator.comparingInt(row -> row.count("count")))
                .map(row -> wording.of(row.text("reason")))
                .orElse("");
    }

    private boolean hasTests() {
        return Cells.of(tables.balance())
                .anyMatch(row -> row.count("tests_pass") + row.count("tests_fail") + row.count("tests_undecided") > 0);
    }

    private boolean hasYears(Table trends) {
        return tables.years().stream().anyMatch(year -> has(trends, Integer.toString(year)));
    }

    private static boolean has(Table table, String number) {
        return Cells.of(table).anyMatch(row -> row.number(number) != null);
    }
}
