package org.junheng.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * What the dictionary says of an entry.
 *
 * @param version changes whenever the formula may give another number
 * @param clauses ids of the policy clauses that ask for it
 * @param inputs columns it needs, {@code table.column}; one of several that will do is written {@code a|b}
 * @param missing what happens when data are missing or degenerate
 * @param reference published figure or trusted implementation it is tested against
 */
public record Definition(
        String id,
        Words name,
        String formula,
        String version,
        String unit,
        Better better,
        List<String> clauses,
        List<String> inputs,
        Words missing,
        String reference) {
    public Definition {
        clauses = List.copyOf(clauses);
        inputs = List.copyOf(inputs);
    }

    /** The same, asked for by further clauses too. */
    public Definition askedBy(String... further) {
        List<String> all = new ArrayList<>(clauses);
        all.addAll(List.of(further));
        return new Definition(id, name, formula, version, unit, better, all, inputs, missing, reference);
    }
}
