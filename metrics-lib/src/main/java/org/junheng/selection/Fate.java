package org.junheng.selection;

/** Where a pupil of an earlier exam has a score in a later one. */
public enum Fate {
    /** In the same school, or the one that continues it. */
    HERE('h'),
    /** In another school. */
    ELSEWHERE('e'),
    /** In none. */
    NOWHERE('n');

    private final char letter;

    Fate(char letter) {
        this.letter = letter;
    }

    /** How it is written. */
    public char letter() {
        return letter;
    }

    /** What was written so. */
    public static Fate of(char letter) {
        for (Fate fate : values()) {
            if (fate.letter == letter) {
                return fate;
            }
        }
        throw new IllegalArgumentException("no fate " + (int) letter);
    }
}
