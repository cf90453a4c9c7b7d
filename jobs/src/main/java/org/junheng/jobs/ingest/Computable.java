package org.junheng.jobs.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junheng.Catalogue;
import org.junheng.balance.Resource;
import org.junheng.metric.Definition;
import org.junheng.metric.Words;

/**
 * Whether a metric can be computed from a delivery.
 *
 * @param lacking the columns that nobody delivered; empty = it can
 * @param schools how many schools have what it needs
 */
record Computable(String metric, Words name, List<String> lacking, int schools) {
    /** The metrics of the catalogue in report order, then the resources. */
    static List<Computable> of(Delivery delivery) {
        Set<String> filled = new TreeSet<>();
        delivery.tables().forEach((table, t) -> t.filled().forEach(c -> filled.add(table + "." + c)));
        List<Computable> all = new ArrayList<>();
        for (Definition d : Catalogue.definitions()) {
            all.add(of(d.id(), d.name(), d.inputs(), filled, delivery.coverage()));
        }
        for (Resource r : Resource.values()) {
            all.add(of("resource.level " + r.name(), r.words(), r.inputs(), filled, delivery.coverage()));
        }
        return all;
    }

    private static Computable of(String id, Words name, List<String> inputs, Set<String> filled, Coverage coverage) {
        List<String> lacking = inputs.stream()
                .filter(input -> Arrays.stream(input.split("\\|", -1))
                        .noneMatch(c -> filled.contains(c) || c.endsWith(".school_code")))
                .toList();
        return new Computable(id, name, lacking, lacking.isEmpty() ? coverage.schoolsWith(inputs) : 0);
    }
}
