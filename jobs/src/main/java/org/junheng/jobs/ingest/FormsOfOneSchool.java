package org.junheng.jobs.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Schema;

/**
 * Forms of one workbook about the same school and year, one for its rooms and one for its equipment, are one row of the table. Forms that both
 * tell a column stay apart, so that they are found to contradict each other.
 */
final class FormsOfOneSchool {
    private final SourceFile file;
    private final Schema<?> schema;

    FormsOfOneSchool(SourceFile file, Schema<?> schema) {
        this.file = file;
        this.schema = schema;
    }

    List<HeaderSearch.Found> joined(List<HeaderSearch.Found> sheets) {
        Map<Object, List<HeaderSearch.Found>> schools = new LinkedHashMap<>();
        for (HeaderSearch.Found sheet : sheets) {
            Object about = isForm(sheet) ? sheet.constants() : sheet;
            schools.computeIfAbsent(about, a -> new ArrayList<>()).add(sheet);
        }
        return schools.values().stream()
                .flatMap(s -> (s.size() > 1 && areDisjoint(s) ? List.of(joinedOf(s)) : s).stream())
                .toList();
    }

    private boolean isForm(HeaderSearch.Found sheet) {
        return sheet.view().isSideways()
                && schema.keys().stream().noneMatch(sheet.header().names()::contains);
    }

    private boolean areDisjoint(Collection<HeaderSearch.Found> forms) {
        Set<String> seen = new HashSet<>();
        return forms.stream()
                .flatMap(f -> f.header().names().stream().filter(schema.names()::contains))
                .allMatch(seen::add);
    }

    private HeaderSearch.Found joinedOf(List<HeaderSearch.Found> forms) {
        List<Heading> headings = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        List<Long> rows = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> fromLines = new TreeSet<>();
        for (HeaderSearch.Found form : forms) {
            RawRow figures = figures(form);
            for (int i = 0; figures != null && i < form.header().headings().size(); i++) {
                Heading heading = form.header().headings().get(i);
                if (names.add(heading.name())) {
                    headings.add(heading);
                    cells.add(figures.cells().get(i));
                    rows.add(figures.numberOf(i));
                }
            }
            fromLines.addAll(form.fromLines());
        }
        String sheets = forms.stream().map(f -> f.view().sheet()).collect(Collectors.joining("+"));
        HeaderSearch.Found first = Objects.requireNonNull(forms.get(0));
        List<String> leaves = headings.stream().map(Heading::name).toList();
        return new HeaderSearch.Found(
                first.view().sideways(List.of(new RawRow(1, leaves), new RawRow(2, cells, rows))),
                new Header(file.sheet(sheets), 1, 1, headings, leaves),
                new TreeMap<>(first.constants()),
                fromLines);
    }

    /** The only row below the names. */
    private static @Nullable RawRow figures(HeaderSearch.Found form) {
        try (SheetSource sheet = form.view().open()) {
            RawRow row = sheet.next();
            while (row != null && row.number() <= form.header().last()) {
                row = sheet.next();
            }
            return row;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
