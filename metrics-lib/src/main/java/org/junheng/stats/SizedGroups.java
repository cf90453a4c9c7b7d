package org.junheng.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The slope of a {@link ProfiledCriterion} with groups of the same size taken together: they have the same weight, so that the sum of the
 * products of their means is all that is needed, and 50,000 groups cost what their 60 sizes cost. It rounds otherwise than the sum over groups and
 * therefore only says which sign that has, where no rounding can have turned it.
 */
final class SizedGroups {
    /** The share of the sum of all absolute parts that rounding never reaches. */
    private static final double DOUBT = 1e-9;

    private final List<Size> sizes = new ArrayList<>();

    private static final class Size {
        private final long n;
        private final double[][] products;
        private int groups;

        Size(long n, int variables) {
            this.n = n;
            this.products = new double[variables][variables];
        }

        void add(double[] row) {
            groups++;
            for (int i = 0; i < row.length; i++) {
                for (int j = 0; j < row.length; j++) {
                    products[i][j] += row[i] * row[j];
                }
            }
        }
    }

    SizedGroups(BetweenWithin data, double[][] rows) {
        SortedMap<Long, Size> bySize = new TreeMap<>();
        for (int g = 0; g < rows.length; g++) {
            int variables = rows[g].length;
            bySize.computeIfAbsent(data.size(g), n -> new Size(n, variables)).add(rows[g]);
        }
        sizes.addAll(bySize.values());
    }

    /** Whether there are far fewer sizes than groups. */
    boolean areFew(int groups) {
        return 4 * sizes.size() < groups;
    }

    /** {@code sum(a_j m_j m_j')}. */
    double[][] crossProducts(double ratio, int variables) {
        double[][] sums = new double[variables][variables];
        for (Size size : sizes) {
            double weight = size.n / (1 + ratio * size.n);
            for (int i = 0; i < variables; i++) {
                for (int j = 0; j < variables; j++) {
                    sums[i][j] += weight * size.products[i][j];
                }
            }
        }
        return sums;
    }

    /**
     * The sign of {@code sum(a_j - a_j^2 m_j' Q m_j)}; 0 where it is in doubt.
     *
     * @param q of the squares that at() adds up, as a form in the means
     */
    double sign(double ratio, double[][] q) {
        double slope = 0;
        double parts = 0;
        for (Size size : sizes) {
            double weight = size.n / (1 + ratio * size.n);
            slope += weight * size.groups;
            parts += weight * size.groups;
            for (int i = 0; i < q.length; i++) {
                for (int j = 0; j < q.length; j++) {
                    double part = weight * weight * q[i][j] * size.products[i][j];
                    slope -= part;
                    parts += Math.abs(part);
                }
            }
        }
        return Math.abs(slope) > DOUBT * parts ? Math.signum(slope) : 0;
    }
}
