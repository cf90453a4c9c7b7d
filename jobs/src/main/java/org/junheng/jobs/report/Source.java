package org.junheng.jobs.report;

/**
 * Where a figure of the text comes from: a function over the rows of one published table that fulfil all conditions. A reader can repeat
 * it, and a test does.
 *
 * <p>{@code count(table; a=b; c<0; d=R*; e!=; f=g or h)}; {@code sum(table.column; ...)}; {@code cell(table.column; ...)} of a single row;
 * {@code distinct(table.column; ...)}; {@code full(table.column 14; ...)} counts the values of a column with exactly 14 rows. {@code manifest(name 12)} is what the manifest holds under a name, or
 * its first 12 digits.
 */
final class Source {
    private Source() {}

    static String count(String table, String... conditions) {
        return of("count", table, conditions);
    }

    static String sum(String column, String... conditions) {
        return of("sum", column, conditions);
    }

    static String cell(String column, String... conditions) {
        return of("cell", column, conditions);
    }

    static String distinct(String column, String... conditions) {
        return of("distinct", column, conditions);
    }

    static String full(String column, int rows, String... conditions) {
        return of("full", column + " " + rows, conditions);
    }

    static String manifest(String name) {
        return "manifest(" + name + ")";
    }

    private static String of(String function, String what, String... conditions) {
        return function + "(" + what + (conditions.length == 0 ? "" : "; ") + String.join("; ", conditions) + ")";
    }
}
