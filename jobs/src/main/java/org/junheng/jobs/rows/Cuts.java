package org.junheng.jobs.rows;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where rows in their order are cut, by keys whose bytes have that order: into parts of about the same size, every cell of the first column in one part, which the
 * counts of these cells alone decide; and each part into pieces that are sorted in memory, by a sample, for how they lie changes nothing.
 */
final class Cuts implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Rows of which one key is looked at. */
    static final int SAMPLED = 500;

    private static final long ROWS_OF_A_PART = 100_000;
    private static final int KEYS_OF_A_PIECE = 100;
    private static final byte BEYOND = (byte) 0xFF;

    private final List<byte[]> last;
    private final List<Integer> parts;

    /**
     * What a task counts.
     *
     * @param counts rows by the bytes of their first cell, as Latin-1
     */
    record Census(Map<String, Long> counts, List<byte[]> keys) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /**
     * @param last beyond the key of the last row of every piece but the last
     * @param parts of which every piece is
     */
    private Cuts(List<byte[]> last, List<Integer> parts) {
        this.last = last;
        this.parts = parts;
    }

    /** @param most parts */
    static Cuts of(List<Census> tasks, int most) {
        SortedMap<String, Long> counts = new TreeMap<>(); // Latin-1 in the order of characters is bytes in theirs
        List<byte[]> keys = new ArrayList<>();
        tasks.forEach(task -> {
            task.counts().forEach((cell, count) -> counts.merge(cell, count, Long::sum));
            keys.addAll(task.keys());
        });
        List<byte[]> ends = ends(counts, most);
        List<byte[]> all = new ArrayList<>(ends);
        keys.sort(Arrays::compareUnsigned);
        for (int i = KEYS_OF_A_PIECE; i < keys.size(); i += KEYS_OF_A_PIECE) {
            all.add(keys.get(i));
        }
        all.sort(Arrays::compareUnsigned);
        List<Integer> parts = new ArrayList<>();
        int part = 0;
        for (byte[] one : all) {
            parts.add(part);
            part += part < ends.size() && one == ends.get(part) ? 1 : 0;
        }
        parts.add(part);
        return new Cuts(all, parts);
    }

    private static List<byte[]> ends(SortedMap<String, Long> counts, int most) {
        long all = counts.values().stream().mapToLong(count -> count).sum();
        long share = Math.max(ROWS_OF_A_PART, (all + most - 1) / most);
        List<byte[]> ends = new ArrayList<>();
        long before = 0;
        for (Map.Entry<String, Long> cell : counts.entrySet()) {
            before += cell.getValue();
            if (before >= share * (ends.size() + 1) && before < all) {
                byte[] first = cell.getKey().getBytes(StandardCharsets.ISO_8859_1);
                byte[] end = Arrays.copyOf(first, first.length + 1);
                end[first.length] = BEYOND;
                ends.add(end);
            }
        }
        return ends;
    }

    int parts() {
        return parts.get(parts.size() - 1) + 1;
    }

    int pieces() {
        return parts.size();
    }

    int partOf(int piece) {
        return parts.get(piece);
    }

    /** The piece of a key. */
    int piece(byte[] key) {
        int low = 0;
        int high = last.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Arrays.compareUnsigned(key, last.get(middle)) <= 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
