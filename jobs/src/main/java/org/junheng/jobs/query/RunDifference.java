package org.junheng.jobs.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junheng.jobs.table.Judgements;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;

/** What differs between two runs: numbers and verdicts that came, went or changed, the largest changes first. */
public final class RunDifference {
    private final RunDatabase database;

    /** @param database holds the runs in the schemas {@code a} and {@code b} */
    private RunDifference(RunDatabase database) {
        this.database = database;
    }

    /**
     * How many numbers or verdicts are the same and are not.
     *
     * @param added, removed only in the second, only in the first run
     */
    public record Counts(String table, long same, long changed, long added, long removed) {
        public boolean isNone() {
            return changed + added + removed == 0;
        }

        /** What differs, by kind. */
        public Map<String, Long> kinds() {
            Map<String, Long> kinds = new LinkedHashMap<>();
            kinds.put("changed", changed);
            kinds.put("added", added);
            kinds.put("gone", removed);
            return kinds;
        }
    }

    /**
     * @param counts of measures and of judgements
     * @param changes every difference: table, key, the value and the standing before and after
     */
    public record Result(List<Counts> counts, Answer changes) {
        public boolean isNone() {
            return counts.stream().allMatch(Counts::isNone);
        }
    }

    /** Compares the measures and judgements of two runs by their keys; numbers are the same when their bits are. */
    public static Result of(PublishedRun before, PublishedRun after) {
        try (RunDatabase database = RunDatabase.of(runs(before, after))) {
            return new RunDifference(database).result();
        }
    }

    /** How many numbers and verdicts differ, without listing them. */
    static List<Counts> counts(PublishedRun before, PublishedRun after) {
        try (RunDatabase database = RunDatabase.of(runs(before, after))) {
            RunDifference difference = new RunDifference(database);
            return difference.counts(measures(), judgements());
        }
    }

    private static Map<String, PublishedRun> runs(PublishedRun before, PublishedRun after) {
        Map<String, PublishedRun> runs = new LinkedHashMap<>();
        runs.put("a", before);
        runs.put("b", after);
        return runs;
    }

    private static String measures() {
        return compared(Schema.of(Measures.class), "status");
    }

    private static String judgements() {
        return compared(Schema.of(Judgements.class), "verdict");
    }

    private List<Counts> counts(String measures, String judgements) {
        return List.of(counted("measures", measures), counted("judgements", judgements));
    }

    private Result result() {
        String measures = measures();
        String judgements = judgements();
        List<Counts> counts = counts(measures, judgements);
        Answer changes = database.ask("select * from (" + listed("measures", measures) + " union all "
                + listed("judgements", judgements)
                + ") order by \"table\" desc, abs(value_after - value_before) desc nulls first, key");
        return new Result(counts, changes);
    }

    /** Rows of both runs side by side: what happened, the key in words, and the value and standing in each. */
    private static String compared(Schema<?> schema, String standing) {
        String same = schema.keys().stream()
                .map(key -> "a." + key + " is not distinct from b." + key)
                .collect(Collectors.joining(" and "));
        String key = schema.keys().stream()
                .map(k -> "coalesce(cast(coalesce(a." + k + ", b." + k + ") as varchar), '')")
                .collect(Collectors.joining(", "));
        return "select case when a." + standing + " is null then 'added' when b." + standing
                + " is null then 'removed' when a.value is distinct from b.value or a." + standing + " <> b." + standing
                + " then 'changed' else 'same' end as difference, concat_ws('|', " + key
                + ") as key, a.value as value_before, b.value as value_after, a." + standing + " as standing_before, b."
                + standing + " as standing_after from a." + schema.table() + " a full join b." + schema.table()
                + " b on " + same;
    }

    private Counts counted(String table, String compared) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (List<Object> row : database.ask(
                        "select difference, count(*) from (" + compared + ") group by difference order by difference")
                .rows()) {
            counts.put(row.get(0).toString(), ((Number) row.get(1)).longValue());
        }
        return new Counts(
                table,
                counts.getOrDefault("same", 0L),
                counts.getOrDefault("changed", 0L),
                counts.getOrDefault("added", 0L),
                counts.getOrDefault("removed", 0L));
    }

    private static String listed(String table, String compared) {
        return "select '" + table + "' as \"table\", * from (" + compared + ") where difference <> 'same'";
    }
}
