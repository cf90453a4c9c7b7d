package org.junheng.jobs.ingest;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Schema;

/** Turns the cells of a row into the values of a table: its columns, further columns as text, then file and row. */
final class RowReader {
    static final String SOURCE_FILE = "source_file";
    static final String SOURCE_ROW = "source_row";

    private final Schema<?> schema;
    private final List<String> names;
    private final List<CellReader> readers = new ArrayList<>();
    private final List<Role> roles = new ArrayList<>();
    private final Pseudonyms pseudonyms;

    RowReader(Schema<?> schema, List<String> further, Pseudonyms pseudonyms) {
        this.schema = schema;
        this.names = new ArrayList<>(schema.names());
        names.addAll(further);
        this.pseudonyms = pseudonyms;
        schema.columns().forEach(c -> {
            readers.add(CellReader.of(c));
            roles.add(Role.of(c));
        });
        further.forEach(name -> readers.add(IdentityNumber.refusedBy(TextCells::text)));
    }

    /** The columns of the contract and the further ones. */
    List<String> names() {
        return names;
    }

    StructType struct() {
        StructType struct = schema.struct();
        for (String further : names.subList(schema.columns().size(), names.size())) {
            struct = struct.add(further, DataTypes.StringType);
        }
        return struct.add(SOURCE_FILE, DataTypes.StringType, false).add(SOURCE_ROW, DataTypes.LongType, false);
    }

    /**
     * The values of a row.
     *
     * @param sources for each column where its values come from
     */
    @Nullable
    Object[] read(RawRow raw, ColumnSource[] sources, SourceFile file, CellNotes notes) throws RowFault {
        @Nullable Object[] values = new @Nullable Object[names.size() + 2];
        for (int i = 0; i < sources.length; i++) {
            String cell = sources[i].of(raw);
            if (cell != null) {
                values[i] = value(i, cell, sources[i].conversion(), notes);
            }
        }
        for (int i = 0; i < schema.columns().size(); i++) {
            settle(i, values, notes);
        }
        values[sources.length] = file.shown();
        values[sources.length + 1] = raw.number();
        return values;
    }

    private @Nullable Object value(int i, String cell, @Nullable Conversion conversion, CellNotes notes)
            throws RowFault {
        notes.column(names.get(i));
        try {
            return readers.get(i).read(conversion == null ? cell : conversion.of(cell, notes), notes);
        } catch (RowFault e) {
            throw e.in(names.get(i));
        }
    }

    private void settle(int i, @Nullable Object[] values, CellNotes notes) throws RowFault {
        Object value = values[i];
        switch (roles.get(i)) {
            case REQUIRED -> required(i, value);
            case PSEUDONYM -> values[i] = pseudonyms.of(required(i, value).toString());
            case PRECISION ->
                values[i] = value == null ? notes.precision(names.get(i).replace("_precision", "")) : value;
            case PLAIN -> {}
        }
    }

    private Object required(int i, @Nullable Object value) throws RowFault {
        if (value == null) {
            throw new RowFault(Rule.KEY_EMPTY, names.get(i), "");
        }
        return value;
    }

    /** What becomes of a value after it was read. */
    private enum Role {
        PLAIN,
        REQUIRED,
        PSEUDONYM,
        PRECISION;

        static Role of(Schema.Column column) {
            if (column.isKey() && column.isPersonal()) {
                return PSEUDONYM;
            } else if (column.type().isPrimitive() || (column.isKey() && !column.isNullable())) {
                return REQUIRED;
            }
            return column.name().endsWith("_precision") ? PRECISION : PLAIN;
        }
    }
}
