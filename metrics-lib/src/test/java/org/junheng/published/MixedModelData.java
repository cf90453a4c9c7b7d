package org.junheng.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.apache.commons.csv.CSVRecord;
import org.junheng.stats.CrossSums;
import org.junheng.stats.CrossedSums;

/** The data of a case, which are asked for as sums. */
record MixedModelData(List<CSVRecord> rows, List<String> factors) {
    CrossedSums sums(String response, List<String> terms, Map<String, ToDoubleFunction<CSVRecord>> made) {
        List<String> variables = new ArrayList<>(List.of(response));
        variables.addAll(terms);
        SortedMap<String, CrossSums> sums = new TreeMap<>();
        SortedMap<String, List<String>> levels = new TreeMap<>();
        for (CSVRecord row : rows) {
            List<String> level = factors.stream().map(row::get).toList();
            String key = String.join("/", level);
            levels.put(key, level);
            sums.computeIfAbsent(key, k -> new CrossSums(variables.size()))
                    .add(variables.stream()
                            .mapToDouble(v -> made.getOrDefault(v, r -> PublishedRows.number(r, v))
                                    .applyAsDouble(row))
                            .toArray());
        }
        SortedMap<List<String>, CrossSums> cells =
                new TreeMap<>((a, b) -> String.join("/", a).compareTo(String.join("/", b)));
        sums.forEach((key, sum) -> cells.put(levels.get(key), sum));
        return new CrossedSums(factors, variables, cells);
    }
}
