package org.junheng.jobs.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.config.ColumnFrom;
import org.junheng.jobs.config.Input;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.table.Units;
import org.junheng.jobs.table.Vocabulary;

/**
 * Finds the column of a table that a heading means. A heading may be a path of merged cells: {@code 专任教师 > #按学历分 > 本科} is the
 * vocabulary's {@code 本科(专任教师)}, {@code 在校生数 > 合计} is {@code 在校生数}.
 */
final class Headings {
    private static final Pattern WITH_UNIT = Pattern.compile("(.+)[(\\[]([^()\\[\\]]{1,4})[)\\]]");
    private static final Pattern NUMBERED =
            Pattern.compile("(?:\\([一二三四五六七八九十0-9]{1,3}\\)|[一二三四五六七八九十]{1,3}[、.]|[0-9]{1,2}[、.])(\\p{IsHan}.+)");
    private static final Set<String> TOTALS = Set.of("计", "合计", "总计", "小计", "总数");
    private final Map<String, String> columns = new HashMap<>();
    private final Set<String> terms = new HashSet<>();
    private final Map<String, Map<String, Integer>> units = new HashMap<>();

    private final Map<String, String> mapped = new HashMap<>();
    private final Set<String> dropped = new HashSet<>();
    private final Input input;

    /** @param input what the evaluation says of the files, before anything is looked up */
    Headings(Schema<?> schema, Input input) {
        this.input = input;
        for (Vocabulary.Term term : Vocabulary.terms()) {
            if (!term.isWord()) {
                term.names().forEach(name -> learn(name, term.column(), schema));
            }
        }
        schema.columns().forEach(c -> {
            columns.put(c.name(), c.name());
            units.put(c.name(), Units.of(c));
        });
        input.columns().forEach(this::map);
        input.drop().forEach(heading -> dropped.add(keyOfPath(heading)));
        input.others().forEach(heading -> dropped.add(keyOfPath(heading)));
    }

    /** A column that the evaluation gives is not looked for under its other names. */
    private void map(String column, ColumnFrom from) {
        columns.values().removeIf(column::equals);
        String heading = from.heading();
        if (heading != null) {
            mapped.put(keyOfPath(heading), column);
        }
    }

    private static String keyOfPath(String heading) {
        return Stream.of(heading.split(">", -1)).map(Spelt::key).collect(Collectors.joining(">"));
    }

    private void learn(String name, String column, Schema<?> schema) {
        String key = Spelt.key(name);
        terms.add(key);
        if (schema.names().contains(column)) {
            columns.putIfAbsent(key, column);
            Matcher unit = WITH_UNIT.matcher(key);
            if (unit.matches() && Units.isUnit(unit.group(2))) {
                columns.putIfAbsent(unit.group(1), column);
            }
        }
    }

    /** What a path of headings means, from the topmost to the lowest; cells without text are left out. */
    Heading of(List<String> cells) {
        List<String> path = new ArrayList<>();
        for (String cell : cells) {
            String shown = Spelt.shown(cell);
            if (!shown.isEmpty()
                    && (path.isEmpty() || !path.get(path.size() - 1).equals(shown))) {
                path.add(shown);
            }
        }
        if (path.isEmpty()) {
            return Heading.NONE;
        }
        List<String> keys = path.stream().map(Spelt::key).toList();
        Heading declared = declared(keys, path);
        if (declared != null) {
            return declared;
        }
        for (String candidate : candidates(keys)) {
            Heading found = exact(candidate, path);
            if (!found.name().isEmpty()) {
                return found;
            }
        }
        boolean known = candidates(keys).stream().anyMatch(terms::contains);
        return new Heading(String.join(">", keys), path, known, 0);
    }

    /** What the evaluation says of the whole path or of its lowest heading; null when it says nothing. */
    private @Nullable Heading declared(List<String> keys, List<String> path) {
        for (String key : List.of(String.join(">", keys), keys.get(keys.size() - 1))) {
            String column = mapped.get(key);
            if (column != null) {
                return new Heading(column, path, true, shift(column));
            } else if (dropped.contains(key)) {
                return new Heading("", path, true, 0);
            }
        }
        return null;
    }

    private int shift(String column) {
        ColumnFrom from = input.columns().get(column);
        String unit = from == null ? null : from.unit();
        Integer shift = unit == null ? null : shift(column, unit);
        return shift == null ? 0 : shift;
    }

    private Heading exact(String key, List<String> path) {
        String column = columns.getOrDefault(key, columns.get(key.replace(' ', '_')));
        if (column != null) {
            return new Heading(column, path, true, 0);
        }
        Matcher unit = WITH_UNIT.matcher(key);
        if (unit.matches()) {
            column = columns.get(unit.group(1));
            Integer shift = column == null ? null : shift(column, unit.group(2));
            if (column != null && shift != null) {
                return new Heading(column, path, true, shift);
            }
        }
        return Heading.NONE;
    }

    /** By how many places a unit moves the decimal point of a column; null when the column is not counted in it. */
    private @Nullable Integer shift(String column, String unit) {
        return units.getOrDefault(column, Map.of()).get(unit);
    }

    /** The names under which a path may stand in the vocabulary, the most telling first. */
    private static Set<String> candidates(List<String> keys) {
        Set<String> names = new LinkedHashSet<>();
        String leaf = keys.get(keys.size() - 1);
        List<String> above = keys.subList(0, keys.size() - 1);
        for (int i = above.size() - 1; i >= 0; i--) {
            names.add(leaf + "(" + above.get(i) + ")");
            names.add(leaf + "(" + above.get(i) + "计)");
        }
        if (!TOTALS.contains(leaf)) {
            names.add(leaf);
            Matcher numbered = NUMBERED.matcher(leaf);
            if (numbered.matches()) {
                names.add(numbered.group(1));
            }
        } else if (!above.isEmpty()) {
            names.addAll(candidates(above));
            names.add(above.get(above.size() - 1) + "数");
        }
        return names;
    }
}
