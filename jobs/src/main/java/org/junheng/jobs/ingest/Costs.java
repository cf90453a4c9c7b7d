package org.junheng.jobs.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junheng.Catalogue;
import org.junheng.balance.Resource;
import org.junheng.jobs.table.Schema;

/** What cannot be computed without a column, as the catalogue says. */
final class Costs {
    private static final int NAMED = 6;

    private Costs() {}

    /** {@code multimedia_classrooms (R7)}; the name alone when nothing needs it. */
    static String of(Schema<?> schema, String column) {
        String input = schema.table() + "." + column;
        Set<String> metrics = new TreeSet<>();
        Catalogue.definitions().stream().filter(d -> d.inputs().contains(input)).forEach(d -> metrics.add(d.id()));
        Arrays.stream(Resource.values()).filter(r -> r.inputs().contains(input)).forEach(r -> metrics.add(r.name()));
        List<String> shown = metrics.stream().limit(NAMED).toList();
        String more = metrics.size() > NAMED ? ", …" : "";
        return metrics.isEmpty() ? column : column + " (" + String.join(", ", shown) + more + ")";
    }
}
