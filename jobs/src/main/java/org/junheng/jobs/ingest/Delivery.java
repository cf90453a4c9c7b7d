package org.junheng.jobs.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.table.Quality;
import org.junheng.metric.Words;
import org.junheng.subject.SubjectType;

/**
 * A whole delivery after its checks.
 *
 * @param tables every table of the contract, by name; one that was not delivered has no rows and no filled columns
 * @param quality the account of every row
 * @param messages what the official must be told
 * @param quarantine by table, the file of the rows that left
 * @param keyId says which key made the pseudonyms; empty when there was nothing to hide
 * @param findings every kind of fault with its worst places
 * @param coverage which schools have a value in which column
 * @param refusal why the delivery is refused; its tables are then not to be used
 */
public record Delivery(
        Map<String, CheckedTable> tables,
        List<Quality> quality,
        List<Words> messages,
        SortedMap<String, Path> quarantine,
        String keyId,
        List<Finding> findings,
        Coverage coverage,
        @Nullable Refusal refusal) {
    public Delivery(Map<String, CheckedTable> tables, List<Quality> quality, List<Words> messages) {
        this(tables, quality, messages, new TreeMap<>(), "", List.of(), new Coverage(), null);
    }

    /** The same with what is found of whole tables; each fault names a table as its file. */
    Delivery with(List<Fault> ofTables) {
        List<Quality> account = new ArrayList<>(quality);
        List<Finding> all = new ArrayList<>(findings);
        List<Words> said = new ArrayList<>(messages);
        List<Words> refusals = new ArrayList<>(refusal == null ? List.of() : refusal.sentences());
        for (Fault fault : ofTables) {
            Rule rule = fault.rule();
            Words what = rule.what(fault.detail());
            account.add(
                    new Quality(fault.file(), "", rule.code(), rule.severity().name(), 0, 0, 0, what.both()));
            all.add(new Finding(fault.file(), rule, "", "", 1, List.of(new Finding.Example(0, "", what)), rule.fix()));
            (rule.severity() == Rule.Severity.REFUSE ? refusals : said).add(fault.words());
        }
        Refusal why = refusals.isEmpty() ? null : new Refusal(ExitStatus.REFUSED, refusals);
        return new Delivery(
                tables, List.copyOf(account), List.copyOf(said), quarantine, keyId, List.copyOf(all), coverage, why);
    }

    /**
     * A table of the contract.
     *
     * @throws Refusal when the delivery is refused
     */
    public CheckedTable table(String name) {
        if (refusal != null) {
            throw refusal;
        }
        CheckedTable table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("no table " + name + " in the contract");
        }
        return table;
    }

    /** The rows of every table of the contract, by name. */
    public Map<String, Rows> rows() {
        return tables.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().rows()));
    }

    /** Columns that hold a value somewhere, {@code table.column}. */
    public SortedSet<String> filled() {
        SortedSet<String> filled = new TreeSet<>();
        tables.forEach((name, table) -> table.filled().forEach(column -> filled.add(name + "." + column)));
        return filled;
    }

    /** The largest kind of area that the delivery names. */
    public SubjectType largestArea() {
        return Stream.of(SubjectType.PROVINCE, SubjectType.PREFECTURE)
                .filter(area -> filled().contains("counties." + area + "_code"))
                .findFirst()
                .orElse(SubjectType.COUNTY);
    }
}
