package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Complementary suppression (次级抑制) in one table of counts that add up from schools to counties, prefectures and the province: no hidden cell
 * may follow from published ones.
 *
 * <p>A hidden cell is a secret when it has no parts, or when a part of it is a secret: an area all of whose parts are known is known too. From
 * a published total one secret part could be recovered, two cannot. So each total, from the smallest area to the largest, that would
 * give away its only secret part withholds a second one as well, the one that rests on the least (the first by id where several do), and
 * inside that one a part of its own, or else the partner would follow from its parts. A total that has no other part is withheld itself.
 *
 * <p>That is enough: every sum then has no unknown or at least two, sums that nest form a tree, and in a tree any one unknown can be anything
 * as long as each sum has another that makes up for it.
 */
final class Margins {
    private static final Comparator<Cell> LEAST_FIRST =
            Comparator.comparingLong(Cell::n).thenComparing(Cell::id);

    private final SortedMap<String, Cell> cells = new TreeMap<>();
    private final Map<String, List<Cell>> parts = new TreeMap<>();
    private final Set<String> secrets = new HashSet<>();
    private final Set<String> withheld = new HashSet<>();

    /**
     * A number of the table. What has no number at all, not assessed, is no cell.
     *
     * @param id unique in the table
     * @param total the cell it is a part of; null at the top
     * @param n responses, pupils or schools it rests on
     * @param hidden whether it is suppressed for its own sake
     */
    record Cell(String id, @Nullable String total, long n, boolean hidden) {}

    private Margins(List<Cell> given) {
        given.forEach(cell -> cells.put(cell.id(), cell));
        cells.values().forEach(cell -> {
            if (cell.total() != null) {
                parts.computeIfAbsent(cell.total(), id -> new ArrayList<>()).add(cell);
            }
        });
    }

    /** The ids of the published cells that must be withheld too, in order. */
    static List<String> withheld(List<Cell> cells) {
        if (cells.stream().noneMatch(Cell::hidden)) {
            return List.of();
        }
        Margins margins = new Margins(cells);
        cells.stream().filter(margins::isTop).forEach(margins::settle);
        return margins.withheld.stream().sorted().toList();
    }

    private boolean isTop(Cell cell) {
        return cell.total() == null || !cells.containsKey(cell.total());
    }

    private List<Cell> parts(Cell total) {
        return parts.getOrDefault(total.id(), List.of());
    }

    private boolean isHidden(Cell cell) {
        return cell.hidden() || withheld.contains(cell.id());
    }

    /** Settles the parts first, then the sum of them. */
    private void settle(Cell total) {
        parts(total).forEach(this::settle);
        long unknown = secretParts(total).count();
        if (unknown == 1 && !isHidden(total)) {
            parts(total).stream()
                    .filter(part -> !secrets.contains(part.id()))
                    .min(LEAST_FIRST)
                    .ifPresentOrElse(this::withhold, () -> withheld.add(total.id()));
        }
        if (isHidden(total) && (unknown > 0 || parts(total).isEmpty())) {
            secrets.add(total.id());
        }
    }

    private Stream<Cell> secretParts(Cell total) {
        return parts(total).stream().filter(part -> secrets.contains(part.id()));
    }

    /** Makes a secret of a cell. */
    private void withhold(Cell cell) {
        if (!cell.hidden()) {
            withheld.add(cell.id());
        }
        if (secretParts(cell).findAny().isEmpty()) {
            parts(cell).stream().min(LEAST_FIRST).ifPresent(this::withhold);
        }
        secrets.add(cell.id());
    }
}
