package org.junheng.impact;

import java.util.Arrays;

/**
 * Of {@value #COLUMNS} columns, and of each six of a few clusters, the sum under every pattern of signs; so a draw costs one addition for six
 * clusters (the method of the four Russians, Arlazarov et al. 1970).
 */
final class PartialSums {
    static final int COLUMNS = 8;

    private final double[] sums;

    /** @param most sixes that there may be at once */
    PartialSums(int most) {
        this.sums = new double[most * SignPatterns.ALL * COLUMNS];
    }

    /** The sums of some columns over some clusters. */
    void fill(double[][] columns, int[] clusters, int from, int to) {
        double[] values = new double[COLUMNS];
        for (int c = from; c < to; c++) {
            int six = (c - from) / SignPatterns.SIX * SignPatterns.ALL * COLUMNS;
            int bit = (c - from) % SignPatterns.SIX;
            for (int k = 0; k < columns.length; k++) {
                values[k] = columns[k][clusters[c]];
            }
            if (bit == 0) {
                Arrays.fill(sums, six, six + COLUMNS, 0);
            }
            split(six, COLUMNS << bit, values);
        }
    }

    /** What is known of the patterns of the clusters before, with one more cluster: once added and once taken away. */
    private void split(int from, int known, double[] values) {
        for (int at = from; at < from + known; at += COLUMNS) {
            for (int k = 0; k < COLUMNS; k++) {
                sums[at + known + k] = sums[at + k] - values[k];
                sums[at + k] += values[k];
            }
        }
    }

    /** Adds to the sums of the columns, draw by draw, what the clusters have under the draw's signs. */
    void addTo(double[][] columns, SignPatterns patterns) {
        double[] a = columns[0];
        double[] b = columns[1];
        double[] c = columns[2];
        double[] d = columns[3];
        double[] e = columns[4];
        double[] f = columns[5];
        double[] g = columns[6];
        double[] h = columns[7];
        int[] places = patterns.places();
        int sixes = patterns.sixes();
        for (int draw = 0, at = 0; draw < SignDraws.DRAWS; draw++) {
            double sumA = a[draw];
            double sumB = b[draw];
            double sumC = c[draw];
            double sumD = d[draw];
            double sumE = e[draw];
            double sumF = f[draw];
            double sumG = g[draw];
            double sumH = h[draw];
            for (int last = at + sixes; at < last; at++) {
                int first = places[at] * COLUMNS;
                sumA += sums[first];
                sumB += sums[first + 1];
                sumC += sums[first + 2];
                sumD += sums[first + 3];
                sumE += sums[first + 4];
                sumF += sums[first + 5];
                sumG += sums[first + 6];
                sumH += sums[first + 7];
            }
            a[draw] = sumA;
            b[draw] = sumB;
            c[draw] = sumC;
            d[draw] = sumD;
            e[draw] = sumE;
            f[draw] = sumF;
            g[draw] = sumG;
            h[draw] = sumH;
        }
    }
}
