package org.junheng.jobs.ingest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junheng.jobs.table.Schema;

/**
 * What the lines above the data of a form say of all its rows: {@code 学校代码：2153000001} in one cell or in two beside each other, the school
 * year and the stage in the title or in the name of the sheet. Only what is known of keys is taken, and only where no column says it.
 */
final class HeadLines {
    private static final String WORD = "[^:：;；\\s\u3000]";
    private static final Pattern PAIR =
            Pattern.compile("(" + WORD + "{2,20})[\\s\u3000]*[:：][\\s\u3000]*(" + WORD + "{1,40})");
    private static final int TITLES = 3;

    private final Schema<?> schema;
    private final Headings headings;
    private final Map<String, String> said = new TreeMap<>();

    private HeadLines(Schema<?> schema, Headings headings) {
        this.schema = schema;
        this.headings = headings;
    }

    /** @param sheet name of the sheet, empty where a file has none */
    static Map<String, String> of(String sheet, List<RawRow> top, Schema<?> schema, Headings headings) {
        HeadLines lines = new HeadLines(schema, headings);
        top.forEach(row -> lines.read(row.cells()));
        String titles = top.stream()
                .limit(TITLES)
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.codePoints().anyMatch(Character::isIdeographic))
                .distinct()
                .collect(Collectors.joining(" "));
        NameWords.of(titles, schema).forEach(lines.said::putIfAbsent);
        NameWords.of(sheet, schema).forEach(lines.said::putIfAbsent);
        return lines.said;
    }

    private void read(List<String> cells) {
        List<String> filled = cells.stream()
                .filter(c -> !c.isBlank())
                .map(String::strip)
                .distinct()
                .toList();
        for (int i = 0; i < filled.size(); i++) {
            Matcher pair = PAIR.matcher(filled.get(i));
            while (pair.find()) {
                take(pair.group(1), pair.group(2));
            }
            if (i + 1 < filled.size()) {
                take(filled.get(i).replaceFirst("[:：]$", ""), filled.get(i + 1));
            }
        }
    }

    /** A value has a digit, as codes and years have, and is no heading itself. */
    private void take(String name, String value) {
        String column = headings.of(List.of(name)).name();
        boolean isKey = schema.keys().contains(column)
                && schema.columns().stream().noneMatch(c -> c.name().equals(column) && c.isPersonal());
        if (isKey
                && value.chars().anyMatch(Character::isDigit)
                && !headings.of(List.of(value)).isKnown()) {
            said.putIfAbsent(column, StoredCell.unmarked(value));
        }
    }
}
