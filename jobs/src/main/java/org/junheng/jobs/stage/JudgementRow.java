package org.junheng.jobs.stage;

import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Judgements;
import org.junheng.jobs.table.Schema;
import org.junheng.rules.Judgement;
import org.junheng.rules.Rule;

/** A judgement as a row, with the counts that its publication depends on. */
final class JudgementRow {
    private static final Schema<Judgements> JUDGEMENTS = Schema.of(Judgements.class);

    private JudgementRow() {}

    static Row of(Judgement j, int year) {
        Row row = JUDGEMENTS.row(record(j, year));
        Object[] cells = new Object[Judge.JUDGED.size()];
        for (int i = 0; i < row.size(); i++) {
            cells[i] = row.get(i);
        }
        cells[row.size()] = j.counts().schools();
        cells[row.size() + 1] = j.counts().pupils();
        cells[row.size() + 2] = j.counts().responses();
        return Schema.named(cells, Judge.JUDGED);
    }

    private static Judgements record(Judgement j, int year) {
        Rule rule = j.rule();
        @Nullable Double value = j.finding().value().orElse(null);
        return new Judgements(
                rule.id(),
                j.subjectType(),
                j.subject(),
                year,
                j.stage(),
                j.facet(),
                value,
                rule.operator().toString(),
                rule.standardText(),
                j.finding().verdict().name(),
                value == null ? null : Boolean.valueOf(j.finding().passesOnlyRounded()),
                j.shortfall().map(s -> Double.valueOf(s.doubleValue())).orElse(null),
                j.shortfallUnit(),
                j.finding().needed().orElse(null),
                rule.basis(),
                rule.document(),
                rule.clause(),
                j.finding().reason().both(),
                rule.severity(),
                rule.policy(),
                rule.metric());
    }
}
