package org.junheng.jobs.database;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junheng.jobs.table.Codebook;
import org.junheng.jobs.table.Schema;
import org.junheng.metric.Words;

/** The statements that keep one published table in PostgreSQL. Its columns, key and comments come from its record and the codebook. */
record TargetTable(String schemaName, Schema<?> schema) {

    String name() {
        return quoted(schemaName) + "." + quoted(schema.table());
    }

    String staging() {
        return quoted("staging_" + schema.table());
    }

    /** A staging table that ends with the transaction; its key is checked while it is filled. */
    String createStaging() {
        return "create temporary table " + staging() + " (" + columns() + ", " + key() + ") on commit drop";
    }

    /** The table, where there is none yet; columns that were added to the contract are added to an older one. */
    List<String> ensure() {
        List<String> statements = new ArrayList<>();
        statements.add("create table if not exists " + name() + " (" + columns() + ", " + key() + ")");
        for (Schema.Column column : schema.columns()) {
            if (!column.isKey()) {
                statements.add("alter table " + name() + " add column if not exists " + quoted(column.name()) + " "
                        + type(column.type()));
            }
        }
        statements.add("comment on table " + name() + " is " + text(Codebook.of(schema.table(), "")));
        for (String column : schema.names()) {
            statements.add("comment on column " + name() + "." + quoted(column) + " is "
                    + text(Codebook.of(schema.table(), column)));
        }
        return statements;
    }

    /** The rows of the staging table take the place of those before; readers see the old ones until the end. */
    List<String> replace() {
        return List.of(
                "delete from " + name(),
                "insert into " + name() + " (" + names() + ") select " + names() + " from " + staging());
    }

    String copy() {
        return "copy " + staging() + " (" + names() + ") from stdin (format csv, null '')";
    }

    private String names() {
        return schema.names().stream().map(TargetTable::quoted).collect(Collectors.joining(", "));
    }

    private String columns() {
        return schema.columns().stream()
                .map(c -> quoted(c.name()) + " " + type(c.type()) + (c.type().isPrimitive() ? " not null" : ""))
                .collect(Collectors.joining(", "));
    }

    /** A key may have a part that is empty (a stage, a grade), which a primary key could not have. */
    private String key() {
        return "unique nulls not distinct ("
                + schema.keys().stream().map(TargetTable::quoted).collect(Collectors.joining(", ")) + ")";
    }

    private static String type(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return "integer";
        } else if (type == long.class || type == Long.class) {
            return "bigint";
        } else if (type == double.class || type == Double.class) {
            return "double precision";
        } else if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        return type == LocalDate.class ? "date" : "text";
    }

    private static String text(Words words) {
        return "'" + words.both().replace("'", "''") + "'";
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
