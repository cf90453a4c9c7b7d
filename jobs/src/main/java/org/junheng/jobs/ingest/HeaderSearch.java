package org.junheng.jobs.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junheng.jobs.Refusal;
import org.junheng.jobs.config.ColumnFrom;
import org.junheng.jobs.config.Nearest;
import org.junheng.jobs.table.Schema;

/** Finds the header of a file, whatever separates its cells, and every sheet of a workbook that holds the table. */
final class HeaderSearch {
    private final SourceFile file;
    private final Schema<?> schema;
    private final Findings findings;
    private final Headings headings;
    private final Map<String, String> named;
    private final Map<String, String> constants = new TreeMap<>();

    /**
     * A file, or a sheet of it, that can be read.
     *
     * @param constants columns that have one value in all rows
     */
    record Found(SheetView view, Header header, Map<String, String> constants) {}

    private HeaderSearch(SourceFile file, Schema<?> schema, Findings findings) {
        this.file = file;
        this.schema = schema;
        this.findings = findings;
        this.headings = new Headings(schema, file.input());
        this.named = NameWords.of(String.valueOf(file.path().getFileName()), schema);
        file.input().columns().forEach((column, from) -> {
            String constant = from.constant();
            if (constant != null) {
                constants.put(column, constant);
            }
        });
    }

    static List<Found> in(SourceFile file, Schema<?> schema, Findings findings) {
        Sheets sheets = Sheets.of(file);
        if (sheets.encoding().assumed()) {
            findings.tell(Fault.of(
                    Rule.CHARSET_ASSUMED,
                    file.shown(),
                    sheets.encoding().charset().name()));
        }
        HeaderSearch search = new HeaderSearch(file, schema, findings);
        List<Found> found = sheets.kind() == FileKind.ZIP ? search.sheets(sheets.views()) : search.text(sheets.views());
        found.forEach(search::check);
        return found;
    }

    private List<Found> text(List<SheetView> views) {
        Refusal unreadable = null;
        for (SheetView view : views) {
            Optional<Found> found = Optional.empty();
            try {
                found = find(view, file);
            } catch (Refusal e) { // cut at another separator its quotes may be closed
                unreadable = unreadable == null ? e : unreadable;
            }
            if (found.isPresent()) {
                judge(view.separator());
                return List.of(found.get());
            }
        }
        if (unreadable != null) {
            throw unreadable;
        }
        if (isEmpty(views.get(0))) {
            throw Fault.of(Rule.FILE_EMPTY, file.shown(), "").refusal();
        }
        throw noHeader();
    }

    private void judge(char separator) {
        if (separator == '\t' && !file.shown().matches("(?i).*\\.tsv(\\.gz)?")) {
            findings.tell(Fault.of(Rule.TAB, file.shown(), ""));
        } else if (";|，、".indexOf(separator) >= 0) {
            throw Fault.of(Rule.OTHER_SEPARATOR, file.shown(), String.valueOf(separator))
                    .refusal();
        }
    }

    /** Every sheet with a header of the table is read, unless it is hidden and not named; others are told. */
    private List<Found> sheets(List<SheetView> views) {
        List<SheetView> chosen = chosen(views);
        List<SheetView> fitting = fitting(chosen);
        if (chosen.stream().allMatch(this::isEmpty)) {
            throw Fault.of(Rule.FILE_EMPTY, file.shown(), "").refusal();
        } else if (fitting.isEmpty()) {
            throw noHeader();
        }
        List<Found> found = new ArrayList<>();
        for (SheetView view : views) {
            if (fitting.contains(view)) {
                find(view, fitting.size() > 1 ? file.sheet(view.sheet()) : file).ifPresent(found::add);
            } else if (!isEmpty(view)) {
                Rule rule = view.isHidden() ? Rule.SHEET_HIDDEN : Rule.NOT_READ;
                findings.tell(Fault.of(rule, file.sheet(view.sheet()).shown(), ""));
            }
        }
        return found;
    }

    /** The sheets with a header; one that names far fewer columns than another is a page about the table, not the table. */
    private List<SheetView> fitting(List<SheetView> chosen) {
        Map<SheetView, Long> known = new LinkedHashMap<>();
        chosen.forEach(v -> find(v, file).ifPresent(f -> known.put(v, known(f.header()))));
        long most = known.values().stream().mapToLong(k -> k).max().orElse(0);
        return known.entrySet().stream()
                .filter(e -> 2 * e.getValue() >= most)
                .map(Map.Entry::getKey)
                .toList();
    }

    private long known(Header header) {
        return header.names().stream()
                .filter(schema.names()::contains)
                .distinct()
                .count();
    }

    private List<SheetView> chosen(List<SheetView> views) {
        String sheet = file.input().sheet();
        List<SheetView> chosen = views.stream()
                .filter(v -> sheet == null ? !v.isHidden() : v.sheet().equals(sheet))
                .toList();
        if (sheet != null && chosen.isEmpty()) {
            String all = views.stream().map(v -> Spelt.shown(v.sheet())).collect(Collectors.joining(", "));
            throw Fault.of(Rule.SHEET_ABSENT, file.shown() + "#" + Spelt.shown(sheet), all)
                    .refusal();
        }
        return chosen;
    }

    private boolean isEmpty(SheetView view) {
        try (SheetSource sheet = view.open()) {
            for (RawRow row = sheet.next(); row != null; row = sheet.next()) {
                if (!row.isBlank()) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Found> find(SheetView view, SourceFile source) {
        List<RawRow> top = new ArrayList<>();
        try (SheetSource sheet = view.open()) {
            RawRow row = sheet.next();
            while (row != null && top.size() < HeaderRows.SEARCHED) {
                top.add(sheet.spread(row));
                row = sheet.next();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Set<String> given = new TreeSet<>(named.keySet());
        given.addAll(constants.keySet());
        return new HeaderRows(schema, headings, given, top).find(source).map(h -> found(view, h));
    }

    /** What the evaluation states, and what the file's name says of columns that the file does not have. */
    private Found found(SheetView view, Header header) {
        Map<String, String> all = new TreeMap<>(named);
        all.keySet().removeAll(header.names());
        all.keySet().removeAll(file.input().columns().keySet());
        all.putAll(constants);
        return new Found(view, header, all);
    }

    private void check(Found found) {
        Header header = found.header();
        file.input().columns().forEach((column, from) -> refuseAbsent(column, from, header));
        found.constants().forEach((column, value) -> {
            if (!constants.containsKey(column)) {
                findings.tell(new Fault(Rule.FROM_FILE_NAME, header.file().shown(), 0, column, null, value));
            }
        });
        List<String> dropped = header.headings().stream()
                .filter(h -> h.isKnown() && h.name().isEmpty())
                .map(Heading::shown)
                .toList();
        if (!dropped.isEmpty()) {
            findings.tell(Fault.of(Rule.COLUMNS_DROPPED, header.file().shown(), String.join(", ", dropped)));
        }
        header.check(schema, found.constants().keySet(), findings);
    }

    private void refuseAbsent(String column, ColumnFrom from, Header header) {
        String heading = from.heading();
        boolean found =
                header.headings().stream().anyMatch(h -> h.isKnown() && h.name().equals(column));
        if (heading != null && !found) {
            List<String> all = header.headings().stream()
                    .map(Heading::shown)
                    .filter(s -> !s.isEmpty())
                    .toList();
            String near = Nearest.to(heading, all).orElse("");
            throw new Fault(
                            Rule.MAPPED_COLUMN_ABSENT,
                            header.file().shown(),
                            header.last(),
                            Spelt.shown(heading),
                            null,
                            near)
                    .refusal();
        }
    }

    private Refusal noHeader() {
        return new Fault(Rule.NO_HEADER, file.shown(), 1, "", null, String.join(", ", schema.keys())).refusal();
    }
}
