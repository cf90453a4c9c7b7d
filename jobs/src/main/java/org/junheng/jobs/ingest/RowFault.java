package org.junheng.jobs.ingest;

/** Why a row cannot be used: the rule, the column and what the rule's sentence names. */
final class RowFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final Rule rule;
    private final String column;
    private final String detail;

    RowFault(Rule rule, String column, String detail) {
        super(rule.code(), null, false, false);
        this.rule = rule;
        this.column = column;
        this.detail = detail;
    }

    /** A fault of a cell; the reader of the row adds the column. */
    static RowFault ofCell(Rule rule, String detail) {
        return new RowFault(rule, "", detail);
    }

    RowFault in(String name) {
        return new RowFault(rule, name, detail);
    }

    Rule rule() {
        return rule;
    }

    String column() {
        return column;
    }

    String detail() {
        return detail;
    }
}
