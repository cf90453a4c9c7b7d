package org.junheng.jobs.report;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junheng.jobs.report.PublishedTable.Line;
import org.junheng.metric.Words;
import tech.tablesaw.api.Table;

/** What was not assessed, suppressed, undecided or of little evidence: how often, by metric or rule and by reason. */
final class NotAssessedRows implements SummaryRows {
    /** A run whose reasons are all different must not fill the memory. */
    private static final int MOST_REASONS = 1_000;

    private static final Set<String> DECIDED = Set.of("PASS", "FAIL");
    private static final Words OTHER = new Words("其他原因", "other reasons");

    private static final Words VARIES = new Words("数字各有不同", "figures vary");

    private final SortedSet<String> reasons = new TreeSet<>();
    private final Pivot rows = new Pivot(
            "not_assessed", List.of("source", "id", "status", "alike"), List.of("reason", "varies"), List.of("count"));

    @Override
    public void measure(Line line) {
        if (!line.has("status", "OK")) {
            count("measures", line.text("metric_id"), line.text("status"), line.text("reason"));
        }
    }

    @Override
    public void judgement(Line line) {
        if (!DECIDED.contains(line.text("verdict"))) {
            count("judgements", line.text("rule_id"), line.text("verdict"), line.text("reason"));
        }
    }

    /** Reasons that differ in their figures only are one; the first in the order of characters stands for them. */
    private void count(String source, String id, String status, String reason) {
        String alike = reason.replaceAll("[0-9]+([.][0-9]+)?", "#");
        boolean known = reasons.contains(alike) || (reasons.size() < MOST_REASONS && reasons.add(alike));
        PivotRow row = rows.row(List.of(source, id, status, known ? alike : OTHER.both()));
        String shown = known ? reason : OTHER.both();
        String before = row.text("reason");
        boolean isFirst = before.isEmpty() || shown.compareTo(before) < 0;
        row.put("reason", isFirst ? shown : before).add("count", 1);
        if (!before.isEmpty() && !before.equals(shown)) {
            row.put("varies", VARIES.both());
        }
    }

    @Override
    public Table table() {
        return rows.table();
    }
}
