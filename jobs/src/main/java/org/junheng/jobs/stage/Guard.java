package org.junheng.jobs.stage;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.junheng.jobs.config.Disclosure;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.rows.Rows;

/**
 * What stands between the results and their readers: small cells are emptied, and so is what they could be recovered from.
 *
 * @param withheld cells from which small ones could be recovered
 * @param unjudged the same without their grade, which no verdict has
 */
public record Guard(Disclosure limits, Set<Withheld> withheld, Set<Withheld> unjudged) implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final String SHARE = "retention.local_share";
    private static final String RISE = "retention.yearly_rise";

    /** @param measured what holds the metrics that add up */
    public static Guard of(Rows measured, SchoolYears schoolYears, Tables tables, Evaluation evaluation) {
        Map<Integer, List<Integer>> changes = Map.of(evaluation.baseline(), evaluation.years());
        return of(measured, schoolYears, tables, evaluation.disclosure(), changes);
    }

    /** @param changes the years in which a change since a year is told, by that year */
    static Guard of(
            Rows measured,
            SchoolYears schoolYears,
            Tables tables,
            Disclosure limits,
            Map<Integer, List<Integer>> changes) {
        if (!limits.secondary()) {
            return new Guard(limits, Set.of(), Set.of());
        }
        Set<Withheld> withheld =
                new HashSet<>(new ProtectTotals(limits, schoolYears, tables, changes).withheld(measured));
        rises(withheld);
        Set<Withheld> unjudged = new HashSet<>();
        withheld.forEach(cell -> unjudged.add(cell.withoutGrade()));
        return new Guard(limits, withheld, unjudged);
    }

    /** A rise over the year before tells what is withheld of either year. */
    private static void rises(Set<Withheld> cells) {
        for (Withheld cell : List.copyOf(cells)) {
            if (cell.metric().equals(SHARE)) {
                cells.add(cell.of(RISE, cell.year()));
                cells.add(cell.of(RISE, cell.year() + 1));
            }
        }
    }

    /** A row of measures as it is published. */
    public Row measure(Row row) {
        Row kept = Protect.measure(row, limits);
        return !withheld.isEmpty() && withheld.contains(Withheld.of(row, row.getAs("grade")))
                ? Protect.withheld(kept, ProtectTotals.RECOVERABLE)
                : kept;
    }

    /** A judgement as it is published. */
    public Row judgement(Row row) {
        return !unjudged.isEmpty() && unjudged.contains(Withheld.of(row, null))
                ? Protect.unjudged(row, ProtectTotals.RECOVERABLE)
                : Protect.judgement(row, limits);
    }
}
