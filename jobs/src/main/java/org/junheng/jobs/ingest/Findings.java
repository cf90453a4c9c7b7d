package org.junheng.jobs.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junheng.jobs.table.Quality;
import org.junheng.metric.Words;

/** What was found in one table: the account of its rows, and for every kind of fault how often and where first. */
final class Findings {
    private static final int EXAMPLES = 3;

    private final String table;
    private final Map<Group, Tally> groups = new LinkedHashMap<>();
    private long rowsIn;
    private long rowsUsed;
    private long rowsQuarantined;
    private long harmless;
    private boolean accounted;

    private record Group(String file, Rule rule, String column) {}

    private static final class Tally {
        final List<Fault> examples = new ArrayList<>();
        long rows;
    }

    Findings(String table) {
        this.table = table;
    }

    /** Something is told; the row is used. */
    void tell(Fault fault) {
        count(fault);
    }

    /** A row leaves. */
    void quarantine(Fault fault) {
        rowsQuarantined++;
        harmless += fault.rule().isHarmless() ? 1 : 0;
        count(fault);
    }

    private void count(Fault fault) {
        Tally tally = groups.computeIfAbsent(new Group(fault.file(), fault.rule(), fault.column()), g -> new Tally());
        tally.rows++;
        if (tally.examples.size() < EXAMPLES) {
            tally.examples.add(fault);
        }
    }

    void rowIn() {
        rowsIn++;
    }

    /** The table was read to its end, and so many rows are used. */
    void account(long used) {
        rowsUsed = used;
        accounted = true;
    }

    long rowsIn() {
        return rowsIn;
    }

    long rowsUsed() {
        return rowsUsed;
    }

    long rowsQuarantined() {
        return rowsQuarantined;
    }

    /** Rows that left for a fault, which the gate counts. */
    long rowsFaulty() {
        return rowsQuarantined - harmless;
    }

    /** Rows of data, of which the gate allows a share to leave. */
    long rowsOfData() {
        return rowsIn - harmless;
    }

    /** Every kind of fault with its first places. */
    List<Finding> all() {
        List<Finding> all = new ArrayList<>();
        groups.forEach((group, tally) -> {
            List<Finding.Example> examples = tally.examples.stream()
                    .map(f -> new Finding.Example(
                            f.row(),
                            f.value() == null ? "" : Fault.shown(f.value()),
                            f.rule().what(f.detail())))
                    .toList();
            all.add(new Finding(
                    table,
                    group.rule(),
                    group.file(),
                    group.column(),
                    tally.rows,
                    examples,
                    group.rule().fix()));
        });
        return all;
    }

    boolean isClosed() {
        return rowsIn == rowsUsed + rowsQuarantined;
    }

    /** One sentence per kind of fault told; the first examples and a count per kind of fault that quarantined rows. */
    List<Words> messages() {
        List<Words> messages = new ArrayList<>();
        groups.forEach((group, tally) -> {
            boolean told = group.rule().severity() == Rule.Severity.TELL;
            List<Fault> shown = told ? tally.examples.subList(0, 1) : tally.examples;
            for (int i = 0; i < shown.size(); i++) {
                messages.add(shown.get(i).words(i == 0 ? tally.rows : 1));
            }
        });
        return messages;
    }

    /** The account of the table, then a row per file and rule. */
    List<Quality> quality() {
        List<Quality> rows = new ArrayList<>();
        if (accounted) {
            rows.add(new Quality(table, "", "", "", rowsIn, rowsUsed, rowsQuarantined, ""));
        }
        Map<String, Quality> byRule = new TreeMap<>();
        groups.forEach((group, tally) ->
                byRule.merge(group.file() + "\u0000" + group.rule().code(), row(group, tally), Findings::merged));
        rows.addAll(byRule.values());
        return rows;
    }

    private Quality row(Group group, Tally tally) {
        Rule.Severity severity = group.rule().severity();
        long rows = tally.examples.get(0).row() > 0 ? tally.rows : 0;
        boolean leaves = severity == Rule.Severity.QUARANTINE;
        return new Quality(
                table,
                group.file(),
                group.rule().code(),
                severity.name(),
                rows,
                leaves ? 0 : rows,
                leaves ? rows : 0,
                examples(group, tally));
    }

    private static String examples(Group group, Tally tally) {
        Fault first = tally.examples.get(0);
        String places =
                String.join("; ", tally.examples.stream().map(Fault::brief).toList());
        return places + " - " + group.rule().what(first.detail()).both();
    }

    private static Quality merged(Quality a, Quality b) {
        return new Quality(
                a.inputTable(),
                a.file(),
                a.rule(),
                a.severity(),
                a.rowsIn() + b.rowsIn(),
                a.rowsUsed() + b.rowsUsed(),
                a.rowsQuarantined() + b.rowsQuarantined(),
                a.examples() + "; " + b.examples());
    }
}
