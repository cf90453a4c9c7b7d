package org.junheng.valueadded;

import java.util.Comparator;
import java.util.List;

/** Text in code-point order, which also holds for characters beyond the first plane. */
final class CodePoints {
    static final Comparator<String> ORDER = CodePoints::compare;
    static final Comparator<List<String>> LISTS = CodePoints::compareLists;

    private CodePoints() {}

    private static int compare(String a, String b) {
        if (a.equals(b)) {
            return 0;
        }
        int both = Math.min(a.length(), b.length());
        for (int i = 0; i < both; i++) {
            if (a.charAt(i) != b.charAt(i)) {
                return Integer.compare(place(a.charAt(i)), place(b.charAt(i)));
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    /** Halves of characters beyond the first plane stand behind all others. */
    private static int place(char c) {
        return Character.isSurrogate(c) ? c + Character.MAX_VALUE : c;
    }

    private static int compareLists(List<String> a, List<String> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }
}
