package org.junheng.jobs.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junheng.jobs.table.Vocabulary;

/**
 * A table delivered wide, one column for each subject, grade or item (语文, 数学, 英语 beside each other): every row is as many rows of the
 * table.
 *
 * @param column that the cells fill
 * @param by column that the headings fill
 * @param headings heading to the value of {@code by}, in the order of the evaluation file
 */
public record Spread(String column, String by, List<Map.Entry<String, String>> headings) {
    public Spread {
        headings = List.copyOf(headings);
    }

    /** The input as one heading of it says: the cells of the others are known and belong to other rows. */
    Input of(Input input, Map.Entry<String, String> heading) {
        TreeMap<String, ColumnFrom> columns = new TreeMap<>(input.columns());
        String means = by.equals("subject") ? Vocabulary.subject(heading.getValue()) : heading.getValue();
        columns.put(column, new ColumnFrom(heading.getKey(), null, null, Map.of()));
        columns.put(by, new ColumnFrom(null, means, null, Map.of()));
        List<String> others = new ArrayList<>();
        headings.stream()
                .map(Map.Entry::getKey)
                .filter(h -> !h.equals(heading.getKey()))
                .forEach(others::add);
        return new Input(
                input.table(),
                input.path(),
                input.encoding(),
                input.sheet(),
                columns,
                input.drop(),
                input.arrival(),
                null,
                others);
    }
}
