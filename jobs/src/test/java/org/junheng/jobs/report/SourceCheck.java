package org.junheng.jobs.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.report.PublishedTable.Line;

/** Repeats what the source of a figure says, from the published tables alone. */
final class SourceCheck {
    private static final Pattern SOURCE =
            Pattern.compile("(\\w+)\\(([a-z_]+)(?:[.]([a-z_]+))?(?: (\\d+))?((?:; [^;]+)*)\\)");
    private static final Pattern MANIFEST = Pattern.compile("manifest\\((\\w+)(?: (\\d+))?\\)");
    private static final Pattern CONDITION = Pattern.compile("([a-z_]+)(!=|<=|>=|=|<|>)(.*)");

    private SourceCheck() {}

    static String evaluate(Path run, String source) {
        Matcher told = MANIFEST.matcher(source);
        if (told.matches()) {
            return manifest(run, told.group(1), told.group(2));
        }
        Matcher parts = SOURCE.matcher(source);
        if (!parts.matches()) {
            throw new AssertionError("no source: " + source);
        }
        String column = parts.group(3);
        List<Predicate<Line>> conditions = Arrays.stream(parts.group(5).split("; "))
                .filter(c -> !c.isEmpty())
                .map(SourceCheck::condition)
                .toList();
        List<String> cells = new ArrayList<>();
        PublishedTable.of(run, parts.group(2)).forEach(line -> {
            if (conditions.stream().allMatch(c -> c.test(line))) {
                cells.add(column == null ? "" : line.text(column));
            }
        });
        return switch (parts.group(1)) {
            case "count" -> Integer.toString(cells.size());
            case "distinct" -> Long.toString(cells.stream().distinct().count());
            case "sum" ->
                cells.stream()
                        .filter(c -> !c.isEmpty())
                        .map(BigDecimal::new)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .stripTrailingZeros()
                        .toPlainString();
            case "full" -> full(cells, Long.parseLong(parts.group(4)));
            case "cell" -> {
                if (cells.size() != 1) {
                    throw new AssertionError(source + " names " + cells.size() + " rows");
                }
                yield cells.get(0);
            }
            default -> throw new AssertionError("no function " + source);
        };
    }

    private static String manifest(Path run, String name, @Nullable String digits) {
        try {
            String told = new ObjectMapper()
                    .readTree(run.resolve("manifest.json").toFile())
                    .required(name)
                    .asText();
            return digits == null ? told : told.substring(0, Integer.parseInt(digits));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String full(List<String> cells, long rows) {
        Map<String, Long> counts = new TreeMap<>();
        cells.forEach(cell -> counts.merge(cell, 1L, Long::sum));
        return Long.toString(counts.values().stream().filter(n -> n == rows).count());
    }

    private static Predicate<Line> condition(String condition) {
        Matcher parts = CONDITION.matcher(condition);
        if (!parts.matches()) {
            throw new AssertionError("no condition: " + condition);
        }
        String column = parts.group(1);
        String with = parts.group(3);
        return switch (parts.group(2)) {
            case "=" ->
                with.endsWith("*")
                        ? line -> line.text(column).startsWith(with.substring(0, with.length() - 1))
                        : line -> List.of(with.split(" or ", -1)).contains(line.text(column));
            case "!=" -> line -> !line.has(column, with);
            default ->
                line -> {
                    Double number = line.number(column);
                    double limit = Double.parseDouble(with);
                    return number != null
                            && switch (parts.group(2)) {
                                case "<" -> number < limit;
                                case ">" -> number > limit;
                                case "<=" -> number <= limit;
                                default -> number >= limit;
                            };
                };
        };
    }
}
