package org.junheng.jobs.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.table.Units;

/** The header among the first rows of a file: one row, or up to four whose cells form paths of names. */
final class HeaderRows {
    static final int SEARCHED = 24;

    private static final int DEEPEST = 4;
    private static final int WIDEST = 2_000;
    private static final Set<String> LETTERS = Set.of("甲", "乙", "丙", "丁", "戊");
    private static final Set<String> CODES = Set.of("代码", "指标代码", "栏次", "序号", "编号");
    private static final Set<String> UNITS = Set.of("单位", "计量单位");
    private static final Set<String> NOTHING = Set.of("", "-", "--", "—", "——", "/");

    private final Schema<?> schema;
    private final Headings headings;
    private final Set<String> given;
    private final List<RawRow> rows;

    /**
     * @param given columns that the evaluation states itself
     * @param rows the first rows of a file; a merged cell stands in all places that it covers
     */
    HeaderRows(Schema<?> schema, Headings headings, Set<String> given, List<RawRow> rows) {
        this.schema = schema;
        this.headings = headings;
        this.given = given;
        this.rows = rows;
    }

    /**
     * The rows that name most columns of the table; among equals those that name none twice, then the fewest, then the first. Where nothing says
     * which cells were merged, as in text, a heading above others is also tried as that of the empty cells to its right.
     */
    Optional<Header> find(SourceFile file) {
        Optional<Header> best = Optional.empty();
        long most = 0;
        long twice = 0;
        for (int depth = 1; depth <= DEEPEST; depth++) {
            for (int from = 0; from + depth <= rows.size(); from++) {
                List<RawRow> block = rows.subList(from, from + depth);
                for (List<RawRow> read : depth == 1 ? List.of(block) : List.of(block, grouped(block))) {
                    List<Heading> found = headings(read);
                    long known = known(found);
                    long again = repeated(found) - known;
                    boolean better = known > most || (known == most && again < twice);
                    if (better && isHeader(found, known)) {
                        best = Optional.of(header(file, from, depth, found));
                        most = known;
                        twice = again;
                        if (isComplete(found, known)) {
                            return best;
                        }
                    }
                }
            }
        }
        return best;
    }

    /** Rows of a header in which a heading also stands above the headings to its right that have none above them. */
    private static List<RawRow> grouped(List<RawRow> block) {
        List<RawRow> grouped = new ArrayList<>(block);
        for (int level = block.size() - 2; level >= 0; level--) {
            List<String> cells = new ArrayList<>(block.get(level).cells());
            List<String> below = grouped.get(level + 1).cells();
            String group = "";
            for (int j = 0; j < Math.min(WIDEST, below.size()); j++) {
                boolean isEmpty = j >= cells.size() || cells.get(j).isBlank();
                group = isEmpty ? group : cells.get(j);
                if (isEmpty && !below.get(j).isBlank() && j < cells.size()) {
                    cells.set(j, group);
                }
            }
            grouped.set(level, new RawRow(block.get(level).number(), cells));
        }
        return grouped;
    }

    private List<Heading> headings(List<RawRow> block) {
        int width = 0;
        for (RawRow row : block) {
            width = Math.max(width, Math.min(WIDEST, row.cells().size()));
        }
        List<Heading> found = new ArrayList<>(width);
        for (int j = 0; j < width; j++) {
            List<String> path = new ArrayList<>(block.size());
            for (RawRow row : block) {
                path.add(j < row.cells().size() ? row.cells().get(j) : "");
            }
            found.add(headings.of(path));
        }
        return found;
    }

    private long known(List<Heading> found) {
        return found.stream()
                .map(Heading::name)
                .filter(schema.names()::contains)
                .distinct()
                .count();
    }

    private long repeated(List<Heading> found) {
        return found.stream()
                .map(Heading::name)
                .filter(schema.names()::contains)
                .count();
    }

    /** All keys are named, or at least half of what is named is known. */
    private boolean isHeader(List<Heading> found, long known) {
        List<String> names = found.stream().map(Heading::name).toList();
        long filled = names.stream().filter(n -> !n.isEmpty()).count();
        boolean keys = schema.keys().stream().allMatch(k -> names.contains(k) || given.contains(k));
        return keys || 2 * known >= filled;
    }

    /** Every heading is a column of the table, and no key is missing: no other rows can be meant. */
    private boolean isComplete(List<Heading> found, long known) {
        List<String> names = found.stream().map(Heading::name).toList();
        return known == names.stream().filter(n -> !n.isEmpty()).count() && names.containsAll(schema.keys());
    }

    private Header header(SourceFile file, int from, int depth, List<Heading> found) {
        int last = from + depth - 1;
        List<String> leaves = keys(rows.get(last));
        List<Heading> named = found;
        while (last + 1 < rows.size()
                && !keys(rows.get(last + 1)).equals(leaves)
                && belongsToHeader(rows.get(last + 1), named)) {
            last++;
            named = isOfUnits(rows.get(last)) ? withUnits(named, rows.get(last)) : named;
        }
        return new Header(file, rows.get(from).number(), rows.get(last).number(), named, leaves);
    }

    private static List<String> keys(RawRow row) {
        return row.cells().stream().map(Spelt::key).toList();
    }

    private boolean belongsToHeader(RawRow row, List<Heading> named) {
        return isOfCodes(row) || isOfUnits(row) || isOfOtherNames(row, named);
    }

    /** Whether a heading says that codes or units stand below it, and no figures. */
    static boolean isOfCodesOrUnits(String key) {
        return LETTERS.contains(key) || CODES.contains(key) || UNITS.contains(key);
    }

    /** A row of units below the names: 平方米, 万元, 台. */
    private static boolean isOfUnits(RawRow row) {
        List<String> keys = keys(row);
        return keys.stream().allMatch(k -> NOTHING.contains(k) || UNITS.contains(k) || Units.isUnit(k))
                && keys.stream().anyMatch(Units::isUnit);
    }

    private List<Heading> withUnits(List<Heading> named, RawRow row) {
        List<Heading> all = new ArrayList<>(named);
        for (int j = 0; j < Math.min(named.size(), row.cells().size()); j++) {
            String unit = Spelt.key(row.cells().get(j));
            List<String> path = new ArrayList<>(named.get(j).path());
            if (Units.isUnit(unit) && !path.isEmpty()) {
                String leaf = path.remove(path.size() - 1);
                path.add(leaf + "(" + unit + ")");
                Heading heading = headings.of(path);
                all.set(j, heading.name().equals(named.get(j).name()) ? heading : named.get(j));
            }
        }
        return all;
    }

    /** The same columns again under their other names: Chinese above, those of the contract below. */
    private boolean isOfOtherNames(RawRow row, List<Heading> named) {
        int same = 0;
        for (int j = 0; j < row.cells().size(); j++) {
            String name = headings.of(List.of(row.cells().get(j))).name();
            String above = j < named.size() ? named.get(j).name() : "";
            if (!name.isEmpty() && (!name.equals(above) || !schema.names().contains(name))) {
                return false;
            }
            same += name.isEmpty() ? 0 : 1;
        }
        return same > 0;
    }

    /** The row 甲, 乙, 1, 2, … or 代码, 01, 02, … of a statistics form. */
    private static boolean isOfCodes(RawRow row) {
        int letters = 0;
        int next = 1;
        for (String cell : row.cells()) {
            String key = Spelt.key(cell);
            if (LETTERS.contains(key) || CODES.contains(key)) {
                letters++;
            } else if (key.equals(String.valueOf(next)) || key.equals(String.format("%02d", next))) {
                next++;
            } else if (!key.isEmpty()) {
                return false;
            }
        }
        return letters > 0;
    }
}
