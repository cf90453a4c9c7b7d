package org.junheng.jobs.rows;

import java.util.Map;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What a cell holds, and how many bytes it takes. */
enum CellKind {
    TEXT(0),
    INT(Integer.BYTES),
    LONG(Long.BYTES),
    DOUBLE(Double.BYTES),
    FLAG(Byte.BYTES),
    DAY(Integer.BYTES),
    ROW(0);

    private static final Map<DataType, CellKind> KINDS = Map.of(
            DataTypes.StringType, TEXT,
            DataTypes.IntegerType, INT,
            DataTypes.LongType, LONG,
            DataTypes.DoubleType, DOUBLE,
            DataTypes.BooleanType, FLAG,
            DataTypes.DateType, DAY);

    private final int size;

    CellKind(int size) {
        this.size = size;
    }

    /** 0 = its size stands before it. */
    int size() {
        return size;
    }

    static CellKind of(DataType type) {
        CellKind kind = type instanceof StructType ? ROW : KINDS.get(type);
        if (kind == null) {
            throw new IllegalArgumentException("no bytes for " + type);
        }
        return kind;
    }
}
