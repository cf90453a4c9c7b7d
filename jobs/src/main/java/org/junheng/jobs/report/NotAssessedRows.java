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

    private final SortedSet<String> reasons = new TreeSet<>();
    private final Pivot rows =
            new Pivot("not_assessed", List.of("source", "id", "status", "reason"), List.of(), List.of("count"));

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

    private void count(String source, String id, String status, String reason) {
        boolean known = reasons.contains(reason) || (reasons.size() < MOST_REASONS && reasons.add(reason));
        rows.row(List.of(source, id, status, known ? reason : OTHER.both())).add("count", 1);
    }

    @Override
    public Table table() {
        return rows.table();
    }
}
