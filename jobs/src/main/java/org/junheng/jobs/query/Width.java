package org.junheng.jobs.query;

import java.util.List;

/** How many columns of a terminal a text takes: Chinese characters and full-width forms take two. */
final class Width {
    /** Punctuation and kana, Hangul, full-width forms and signs; ideographs are told by Unicode itself. */
    private static final List<Range> WIDE = List.of(
            new Range(0x3000, 0x30FF), new Range(0xAC00, 0xD7A3), new Range(0xFF01, 0xFF60), new Range(0xFFE0, 0xFFE6));

    private record Range(int first, int last) {
        boolean holds(int point) {
            return first <= point && point <= last;
        }
    }

    private Width() {}

    static int of(String text) {
        return text.codePoints().map(Width::of).sum();
    }

    private static int of(int point) {
        if (Character.getType(point) == Character.NON_SPACING_MARK) {
            return 0;
        }
        return Character.isIdeographic(point) || WIDE.stream().anyMatch(range -> range.holds(point)) ? 2 : 1;
    }
}
