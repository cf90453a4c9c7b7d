package org.junheng.jobs.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known name that a misspelt one probably means. */
public final class Nearest {
    private Nearest() {}

    /** The name that needs the fewest changed, missing, added or swapped letters; the first in code-point order among equals. */
    public static Optional<String> to(String name, Collection<String> known) {
        return known.stream()
                .min(Comparator.<String>comparingInt(k -> distance(name, k)).thenComparing(k -> k));
    }

    /** The nearest name, if it is so near that a slip of the pen explains the difference: two letters, and not more than a third. */
    public static Optional<String> almost(String name, Collection<String> known) {
        return to(name, known)
                .filter(k -> distance(name, k) <= 2 && 3 * distance(name, k) <= Math.max(name.length(), k.length()));
    }

    /** The nearest name, if they have more in common than a letter or two. */
    public static Optional<String> alike(String name, Collection<String> known) {
        return to(name, known).filter(k -> 2 * distance(name, k) <= Math.max(name.length(), k.length()));
    }

    /** Optimal string alignment distance: a swap of neighbours is one step. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(a, b, i, j, d);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(String a, String b, int i, int j, int[][] d) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(d[i - 1][j - 1] + same, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
    }
}
