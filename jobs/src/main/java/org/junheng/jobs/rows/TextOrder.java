package org.junheng.jobs.rows;

import java.util.Comparator;

/** The order of texts that the engine knows. */
enum TextOrder implements Comparator<String> {
    /** By their bytes in UTF-8. */
    BYTES;

    @Override
    public int compare(String a, String b) {
        int common = Math.min(a.length(), b.length());
        for (int i = 0; i < common; i++) {
            if (a.charAt(i) != b.charAt(i)) {
                return rank(a.charAt(i)) - rank(b.charAt(i));
            }
        }
        return a.length() - b.length();
    }

    /** Characters beyond the basic plane, two surrogates in Java, come after all others. */
    private static int rank(char c) {
        return Character.isSurrogate(c) ? c + Character.MAX_VALUE : c;
    }
}
