package org.junheng.jobs.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junheng.jobs.report.Sentence.Part;

/** The sentence on the change of the gaps of counties: how many moved, and of how many the interval says so. */
record ChangeWords(SummaryTables tables, Wording wording) {
    private static final Set<String> COMPULSORY = Set.of("PRIMARY", "JUNIOR");

    List<Sentence> sentences() {
        int year = tables.lastYear();
        List<Cells> rows = Cells.of(tables.gaps())
                .filter(row -> row.has("subject_type", "county")
                        && BalanceRows.SEVEN.contains(row.text("facet"))
                        && COMPULSORY.contains(row.text("stage"))
                        && row.count("change_year") == year)
                .toList();
        if (numbers(rows, "change").isEmpty()) {
            return List.of();
        }
        Map<String, Part> filling = Map.of(
                "base", Part.words(Integer.toString(tables.baseline())),
                "year", Part.words(Integer.toString(year)),
                "down", figure(year, count(rows, "change", c -> c < 0), "value<0"),
                "up", figure(year, count(rows, "change", c -> c > 0), "value>0"),
                "n", figure(year, count(rows, "change", c -> true), "value!="),
                "k", figure(year, count(rows, "change_low", c -> true), "ci_low!="),
                "below", figure(year, count(rows, "change_high", c -> c < 0), "ci_high<0"),
                "above", figure(year, count(rows, "change_low", c -> c > 0), "ci_low>0"));
        return List.of(Sentence.of(wording, "change", "change", new TreeMap<>(filling)));
    }

    private static List<Double> numbers(List<Cells> rows, String column) {
        return rows.stream()
                .map(row -> row.number(column))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static long count(List<Cells> rows, String column, Predicate<Double> condition) {
        return numbers(rows, column).stream().filter(condition).count();
    }

    private static Part figure(int year, long count, String condition) {
        return Part.figure(
                count,
                Source.count(
                        "measures",
                        "metric_id=gap_change.cv",
                        "subject_type=county",
                        "year=" + year,
                        "facet=R*",
                        "stage=PRIMARY or JUNIOR",
                        condition));
    }
}
