package org.junheng.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Control of the false discovery rate (Benjamini and Hochberg 1995): naming everything with a q-value of at most r, a share of at most r of the
 * named is expected to be nothing.
 */
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /** {@code q_(i) = min over j >= i of p_(j) m / j}, at most 1; null where there is no p-value, which does not count in m. */
    public static List<@Nullable Double> qValues(List<@Nullable Double> pValues) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, pValues.size())
                .filter(i -> pValues.get(i) != null)
                .boxed()
                .sorted(Comparator.comparing(i -> Objects.requireNonNull(pValues.get(i))))
                .toList());
        List<@Nullable Double> q = new ArrayList<>(Collections.nCopies(pValues.size(), null));
        double least = 1;
        for (int rank = order.size(); rank >= 1; rank--) {
            double p = Objects.requireNonNull(pValues.get(order.get(rank - 1)));
            least = Math.min(least, p * order.size() / rank);
            q.set(order.get(rank - 1), least);
        }
        return q;
    }
}
