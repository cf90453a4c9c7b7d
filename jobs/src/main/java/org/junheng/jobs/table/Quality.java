package org.junheng.jobs.table;

/** What became of the rows of a table; the row with empty file and rule is the account of the table. */
public record Quality(
        @Key String inputTable,
        @Key String file,
        @Key String rule,
        String severity,
        long rowsIn,
        long rowsUsed,
        long rowsQuarantined,
        String examples) {}
