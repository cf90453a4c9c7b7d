package org.junheng.jobs.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junheng.jobs.table.Schema;

/**
 * Finds the names of a sheet that lies on its side: in its first columns, a path of merged cells where there are several. A form about one
 * school names no key there and has one column of figures; otherwise every column to the right is a school.
 */
final class SidewaysSearch {
    private static final int FEWEST = 2;

    private final Schema<?> schema;
    private final Headings headings;
    private final Set<String> given;

    /** A sheet and its names. */
    record Found(SheetView view, Header header) {}

    /** @param given columns that something else says */
    SidewaysSearch(Schema<?> schema, Headings headings, Set<String> given) {
        this.schema = schema;
        this.headings = headings;
        this.given = given;
    }

    Optional<Found> find(SheetView view, SourceFile source) {
        List<RawRow> columns = SidewaysSheet.columns(view);
        Optional<Header> whole = header(columns, source);
        int[] known = whole.map(this::known).orElse(new int[0]);
        if (known.length < FEWEST) {
            return Optional.empty();
        }
        int names = (int) whole.get().last();
        int head = SidewaysSheet.headRow(columns, names, known[known.length - 1]);
        int[] below = Arrays.stream(known).filter(row -> row > head).toArray();
        List<Integer> kept = IntStream.rangeClosed(below[0], known[known.length - 1])
                .filter(row -> Arrays.stream(below).anyMatch(k -> k == row)
                        || SidewaysSheet.isFilled(row, columns.subList(names + 1, columns.size())))
                .boxed()
                .toList();
        List<RawRow> named = SidewaysSheet.rows(kept, columns);
        return header(named, source).map(h -> found(view, h, columns, named, head < 0 ? below[0] - 1 : head, below[0]));
    }

    private Optional<Header> header(List<RawRow> columns, SourceFile source) {
        List<RawRow> first = columns.subList(0, Math.min(HeaderRows.SEARCHED, columns.size()));
        return new HeaderRows(schema, headings, given, first).find(source);
    }

    private int[] known(Header header) {
        return IntStream.range(0, header.names().size())
                .filter(i -> schema.names().contains(header.names().get(i)))
                .toArray();
    }

    /** @param head the row that heads the figures, which begin in the first row */
    private Found found(SheetView view, Header header, List<RawRow> columns, List<RawRow> named, int head, int first) {
        int names = (int) header.last();
        List<Integer> figures = IntStream.range(names + 1, named.size())
                .filter(j -> SidewaysSheet.heads(columns.get(j), head, first).stream()
                        .noneMatch(HeaderRows::isOfCodesOrUnits))
                .boxed()
                .toList();
        if (schema.keys().stream().noneMatch(header.names()::contains)) {
            figures = oneSchool(header, columns, named, figures, head, first);
        }
        List<RawRow> read = new ArrayList<>(named.subList(0, names + 1));
        figures.forEach(j -> read.add(named.get(j)));
        return new Found(
                view.sideways(read), new Header(header.file(), 1, header.last(), header.headings(), header.leaves()));
    }

    /** The column headed 计, 数量 and the like, or the only one. */
    private static List<Integer> oneSchool(
            Header header, List<RawRow> columns, List<RawRow> named, List<Integer> figures, int head, int first) {
        List<Integer> filled =
                figures.stream().filter(j -> !named.get(j).isBlank()).toList();
        List<Integer> headed = filled.stream()
                .filter(j -> SidewaysSheet.heads(columns.get(j), head, first).stream()
                        .anyMatch(SidewaysSheet::isOfFigures))
                .toList();
        List<Integer> chosen = headed.isEmpty() ? filled : headed;
        if (chosen.size() > 1) {
            List<String> heads = chosen.stream()
                    .map(j -> String.join(" ", SidewaysSheet.heads(columns.get(j), head, first)))
                    .toList();
            throw Fault.of(Rule.SEVERAL_FIGURES, header.file().shown(), String.join(", ", heads))
                    .refusal();
        }
        return chosen;
    }
}
