package org.junheng.jobs.rows;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junheng.jobs.table.Schema;

/**
 * Rows of one shape. A delivery that this program holds goes through a run as lists, a larger one as data sets of the engine and then as parcels of bytes; what is
 * done with the rows is said once, here in steps and there in functions that know neither. The order of rows means nothing.
 */
public sealed interface Rows permits Listed, Packed, Spread {

    /**
     * What is made of rows in their order.
     *
     * @param <T> it
     */
    interface Ordered<T> extends Serializable {
        /** @param part its number, from 0 on */
        T of(int part, Iterator<Row> rows);
    }

    /** What to do with a row that has no partner. */
    enum Unmatched {
        LEAVES,
        STAYS
    }

    /** Records as rows of this program. */
    static <R extends Record> Rows of(Schema<R> schema, List<R> records) {
        return new Listed(schema.struct(), schema.rows(records));
    }

    static Rows of(StructType struct, List<Row> rows) {
        return new Listed(struct, rows);
    }

    static Rows of(Dataset<Row> rows) {
        return new Spread(rows);
    }

    /** Records as rows where others stand. */
    static <R extends Record> Rows of(Schema<R> schema, List<R> records, Rows others) {
        Iterator<Row> rows = records.stream().map(schema::row).iterator();
        return others instanceof Listed
                ? new Listed(schema.struct(), Workers.listed(rows))
                : Packed.of(Packed.of(others).spark(), schema.struct(), rows);
    }

    StructType struct();

    /** The data set, where an engine has the rows. */
    Optional<Dataset<Row>> spread();

    /** Every row, in this program. */
    List<Row> list();

    boolean isEmpty();

    /** The same rows as a data set. */
    Dataset<Row> dataset(SparkSession spark);

    /** The same rows where others stand, computed once. */
    Rows beside(Rows others);

    /** The same rows, computed once. */
    Rows kept();

    Rows where(Which which);

    /** These columns only. */
    Rows only(List<String> columns);

    /** The rows that stand in a column, where there is one. */
    Rows within(String column);

    /** These rows and others; a column that the one has and the other has not is empty there. */
    Rows and(Rows others);

    /** What is made of each row. */
    Rows each(StructType to, FlatMapFunction<Row, Row> step);

    /** What is made of parts of the rows, wherever they are cut. */
    Rows parts(StructType to, MapPartitionsFunction<Row, Row> step);

    /** What is made of the rows, all with the same cells in some columns at once. */
    Rows grouped(List<String> by, StructType to, MapPartitionsFunction<Row, Row> step);

    /** Each row with each of the others that has the same cells in some columns; these stand first, and an empty cell is like no other. */
    Rows joined(Rows others, List<String> by, Unmatched own);

    /** What is made of these rows and others with the same key. */
    Rows met(
            MapFunction<Row, String> key,
            Rows others,
            MapFunction<Row, String> theirs,
            StructType to,
            CoGroupFunction<String, Row, Row, Row> step);

    /**
     * What is made of the rows in the order of some of their cells: no cell before any, texts by their bytes. On one machine they are cut into parts of about the same
     * size, worked on beside each other, where a cell of the first column has its last row; the same whatever the machine. On a cluster they come here.
     *
     * @param most parts
     */
    <T> List<T> ordered(List<String> by, int most, Ordered<T> step);
}
