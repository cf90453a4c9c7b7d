package org.junheng.jobs.trace;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junheng.jobs.Measured;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.stage.Protect;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junheng.rules.RuleBook;

/** Numbers computed again from the rows of a scope alone, by the stages of a run. */
public final class Recomputed {
    private static final Schema<Measures> MEASURES = Schema.of(Measures.class);

    private Recomputed() {}

    /**
     * The rows of {@code measures} with these keys, as they are published unless something else were withheld for their sake; a key that gives no
     * number again is not in it.
     *
     * @param cells keys in words
     */
    public static SortedMap<String, Measures> of(
            Scope scope, Evaluation evaluation, RuleBook rules, Collection<String> cells) {
        boolean whole = scope.asked().reach() == Reach.DELIVERY;
        Evaluation asked = whole ? evaluation : evaluation.withoutModels();
        Measured measured = Measured.of(scope.read(), asked, rules);
        Rows figures = whole ? measured.with(measured.reviewed(measured.guard(asked), asked)) : measured.figures();
        Dataset<Row> wanted = figures.dataset(scope.spark())
                .withColumn("cell", key())
                .filter(col("cell").isin(cells.toArray()));
        SortedMap<String, Measures> again = new TreeMap<>();
        for (Row row : wanted.collectAsList()) {
            again.put(row.getAs("cell"), MEASURES.record(Protect.measure(row, evaluation.disclosure())));
        }
        return again;
    }

    private static Column key() {
        return concat_ws(
                "|",
                MEASURES.keys().stream()
                        .map(key -> coalesce(col(key).cast("string"), lit("")))
                        .toArray(Column[]::new));
    }
}
