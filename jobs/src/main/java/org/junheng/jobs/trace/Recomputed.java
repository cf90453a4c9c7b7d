package org.junheng.jobs.trace;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.Measured;
import org.junheng.jobs.config.Disclosure;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.stage.Protect;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junheng.rules.RuleBook;

/**
 * Numbers computed again from the rows of a scope alone, by the stages of a run.
 *
 * @param figures as they would be published unless something else were withheld for their sake
 */
public record Recomputed(Measured measured, Rows figures, Disclosure disclosure) {
    private static final Schema<Measures> MEASURES = Schema.of(Measures.class);

    public static Recomputed of(Scope scope, Evaluation evaluation, RuleBook rules) {
        boolean whole = scope.asked().reach() == Reach.DELIVERY;
        Evaluation asked = whole ? evaluation : evaluation.withoutModels();
        Measured measured = Measured.of(scope.read(), asked, rules);
        Rows figures = whole ? measured.with(measured.reviewed(measured.guard(asked), asked)) : measured.figures();
        return new Recomputed(measured, figures, evaluation.disclosure());
    }

    /**
     * The rows of {@code measures} with these keys; a key that gives no number again is not in it.
     *
     * @param cells keys in words
     */
    public SortedMap<String, Measures> numbers(Collection<String> cells) {
        TreeSet<String> wanted = new TreeSet<>(cells);
        Criterion isWanted = row -> wanted.contains(key(row));
        SortedMap<String, Measures> again = new TreeMap<>();
        for (Row row : isWanted.of(figures).list()) {
            again.put(key(row), MEASURES.record(Protect.measure(row, disclosure)));
        }
        return again;
    }

    private static String key(Row row) {
        return MEASURES.keys().stream()
                .map(column -> row.<@Nullable Object>getAs(column))
                .map(cell -> cell == null ? "" : cell.toString())
                .collect(Collectors.joining("|"));
    }
}
