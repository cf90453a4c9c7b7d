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
    private boolean isSideways = true;

    /**
     * A file, or a sheet of it, that can be read.
     *
     * @param constants columns that have one value in all rows
     * @param fromLines those of them that the lines above the data say
     */
    record Found(SheetView view, Header header, Map<String, String> constants, Set<String> fromLines) {}

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
        isSideways = chosen.stream().noneMatch(this::isUpright);
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
        return new FormsOfOneSchool(file, schema).joined(found);
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

    /** Whether rows of a sheet name all keys. */
    private boolean isUpright(SheetView view) {
        return new HeaderRows(schema, headings, constants.keySet(), top(view))
                .find(file)
                .filter(this::hasKeys)
                .isPresent();
    }

    /** The header of a sheet; where no rows name the keys, its first columns may name more, and the sheet lies on its side. */
    private Optional<Found> find(SheetView view, SourceFile source) {
        List<RawRow> top = top(view);
        Map<String, String> said = HeadLines.of(view.sheet(), top, schema, headings);
        Set<String> given = given(said);
        Optional<Header> upright = new HeaderRows(schema, headings, given, top).find(source);
        if (!isSideways || upright.filter(this::hasKeys).isPresent()) {
            return upright.map(h -> found(view, h, said));
        }
        long most = upright.map(this::known).orElse(1L);
        return new SidewaysSearch(schema, headings, given)
                .find(view, source)
                .filter(s -> known(s.header()) > most)
                .map(s -> found(s.view(), s.header(), said))
                .or(() -> upright.map(h -> found(view, h, said)));
    }

    private static List<RawRow> top(SheetView view) {
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
        return top;
    }

    private Set<String> given(Map<String, String> said) {
        Set<String> given = new TreeSet<>(named.keySet());
        given.addAll(said.keySet());
        given.addAll(constants.keySet());
        return given;
    }

    private boolean hasKeys(Header header) {
        return schema.keys().stream().allMatch(k -> header.names().contains(k) || constants.containsKey(k));
    }

    /** What the evaluation states, and what the lines above the data or the file's name say of columns that the file does not have. */
    private Found found(SheetView view, Header header, Map<String, String> said) {
        Map<String, String> all = new TreeMap<>(said);
        all.putAll(named);
        all.keySet().removeAll(header.names());
        all.keySet().removeAll(file.input().columns().keySet());
        Set<String> fromLines = new TreeSet<>(all.keySet());
        fromLines.removeAll(named.keySet());
        all.putAll(constants);
        return new Found(view, header, all, fromLines);
    }

    private void check(Found found) {
        Header header = found.header();
        file.input().columns().forEach((column, from) -> refuseAbsent(column, from, header));
        found.constants().forEach((column, value) -> {
            if (!constants.containsKey(column)) {
                Rule rule = found.fromLines().contains(column) ? Rule.FROM_HEAD_LINES : Rule.FROM_FILE_NAME;
                findings.tell(new Fault(rule, header.file().shown(), 0, column, null, value));
            }
        });
        if (found.view().isSideways()) {
            findings.tell(Fault.of(Rule.SIDEWAYS, header.file().shown(), ""));
        }
        List<String> dropped = header.headings().stream()
                .filter(h -> h.isKnown() && h.name().isEmpty())
                .map(Heading::shown)
                .filter(h -> !file.input().others().contains(h))
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
